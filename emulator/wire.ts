import { IncomingMessage } from 'node:http'
import { NO_BODY, type WireBody } from './body.ts'
import type { Wire } from './call.ts'
import { UploadedFile } from './model/uploaded-file.ts'
import { mimeOf, type Part, readParts } from './multipart.ts'

/** The most of a body that is read, in bytes. */
const MOST_READ = 1_048_576

/**
 * The most of a body that is a file, or has one. WhatsApp takes documents of 100 MB: an emulator keeps files in memory and
 * takes a third of that, which is above every limit but that of documents.
 */
const MOST_OF_FILES = 32 * MOST_READ

/** A call as it came over the wire, and its other headers. */
export interface ReadWire extends Wire {
  readonly rawMethod: string
  readonly header: (name: string) => string | undefined
}

/** Reads a call that came as a Request, from the socket's own request where there is one. A call without a body is read at once. */
export function readWire(request: Request, incoming: IncomingMessage | undefined): ReadWire | Promise<ReadWire> {
  if (incoming) return readSocket(incoming, request.url)
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined
  return readCallOf(request.method, request.url, header, request.body as BodyStream | null)
}

/** Reads a call from a socket. @param url absolute, as the caller named it */
export function readSocket(incoming: IncomingMessage, url: string): ReadWire | Promise<ReadWire> {
  const header = (name: string): string | undefined => joined(incoming.headers[name])
  return readCallOf(incoming.method ?? 'GET', url, header, hasBody(header) ? incoming : null)
}

function readCallOf(
  method: string,
  url: string,
  header: ReadWire['header'],
  stream: BodyStream | null,
): ReadWire | Promise<ReadWire> {
  const authorization = header('authorization')
  const contentType = header('content-type')
  const withBody = (body: WireBody): ReadWire => ({
    method,
    rawMethod: method,
    url,
    authorization,
    contentType,
    body,
    header,
  })
  if (!stream) return withBody(NO_BODY)
  const read = method === 'POST' ? (carriers.find(({ path }) => path.test(url))?.read ?? readForm) : readForm
  return read(stream, contentType, header).then(withBody)
}

type BodyStream = IncomingMessage | AsyncIterable<Uint8Array>

type ReadBody = (stream: BodyStream, contentType: string | undefined, header: ReadWire['header']) => Promise<WireBody>

/** The calls whose bodies are files or have files. Everywhere else a file in a form is left out. */
const carriers: readonly { readonly path: RegExp; readonly read: ReadBody }[] = [
  { path: /^[^?]*\/media\/?(?:\?|$)/, read: readFormWithFiles },
  { path: /^[^?]*\/upload(?::|%3A)/i, read: readFile },
]

function hasBody(header: ReadWire['header']): boolean {
  return (header('content-length') ?? '0') !== '0' || header('transfer-encoding') !== undefined
}

function readForm(stream: BodyStream, contentType = ''): Promise<WireBody> {
  return readUpTo(stream, MOST_READ).then((bytes) => formOf(bytes, contentType))
}

function formOf(bytes: Buffer | undefined, contentType: string): WireBody {
  if (!bytes) return { kind: 'too-large', limit: MOST_READ }
  const parts = partsOf(bytes, contentType)
  return parts ? { kind: 'form', fields: fieldsOf(parts) } : { kind: 'text', text: bytes.toString('utf8') }
}

async function readFormWithFiles(...[stream, contentType = '', header]: Parameters<ReadBody>): Promise<WireBody> {
  if (!/^multipart\/form-data/i.test(contentType)) return readForm(stream, contentType)
  const bytes = await readUpTo(stream, MOST_OF_FILES)
  if (!bytes) return { kind: 'too-large', limit: MOST_OF_FILES }
  const parts = partsOf(bytes, contentType)
  if (!parts) return { kind: 'text', text: 'no multipart body' }
  const inChunks = /chunked/i.test(header('transfer-encoding') ?? '')
  return { kind: 'form', fields: fieldsOf(parts), files: filesOf(parts, inChunks) }
}

/** The whole body is the file, whatever its Content-Type says. */
async function readFile(...[stream, contentType, header]: Parameters<ReadBody>): Promise<WireBody> {
  const bytes = await readUpTo(stream, MOST_OF_FILES)
  if (!bytes) return { kind: 'too-large', limit: MOST_OF_FILES }
  return {
    kind: 'file',
    file: new UploadedFile({ name: '', type: mimeOf(contentType) }, bytes),
    offset: header('file_offset'),
  }
}

/** Undefined when there is more; what is over the limit is read and forgotten, so that the caller gets its answer. */
function readUpTo(body: BodyStream, limit: number): Promise<Buffer | undefined> {
  return body instanceof IncomingMessage ? readIncoming(body, limit) : readStream(body, limit)
}

async function readStream(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const kept = new Kept(limit)
  for await (const part of body) if (!kept.add(part)) break
  return kept.all()
}

/** By its events: going through the stream as an iterable costs a send as much as its checks. */
function readIncoming(incoming: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const kept = new Kept(limit)
    incoming.on('data', (part: Uint8Array) => {
      if (kept.add(part)) return
      resolve(undefined)
      incoming.destroy()
    })
    incoming.on('end', () => resolve(kept.all()))
    incoming.on('error', () => reject(new BrokenOff()))
    // Every request closes in the end: an error is made only for one that has not ended.
    incoming.on('close', () => incoming.readableEnded || reject(new BrokenOff()))
  })
}

/** The caller went away before its body had ended. */
export class BrokenOff extends Error {}

/** The parts of a body, as long as they are within the limit. */
class Kept {
  readonly #parts: Uint8Array[] = []
  readonly #limit: number
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** False when it is time to cut the caller off. */
  add(part: Uint8Array): boolean {
    this.#length += part.byteLength
    if (this.#length <= this.#limit) this.#parts.push(part)
    return this.#length <= Math.min(FORGIVEN * this.#limit, MOST_FORGIVEN)
  }

  all(): Buffer | undefined {
    if (this.#length > this.#limit) return undefined
    const [only] = this.#parts
    return this.#parts.length === 1 && Buffer.isBuffer(only) ? only : Buffer.concat(this.#parts)
  }
}

/** How many times the limit is read before the caller is cut off. */
const FORGIVEN = 16
/** Enough for the largest document of WhatsApp. */
const MOST_FORGIVEN = 128 * MOST_READ

/** The parts of a multipart body; a body that is none of its kind is left to be refused as text. */
function partsOf(bytes: Buffer, contentType: string): Part[] | undefined {
  return /^multipart\/form-data/i.test(contentType) ? readParts(bytes, contentType) : undefined
}

function fieldsOf(parts: readonly Part[]): (readonly [string, string])[] {
  return parts
    .filter(({ fileName }) => fileName === undefined)
    .map(({ name, bytes }) => [name, bytes.toString('utf8')] as const)
}

/** A part that does not say what it is gets the type that HTTP has for that. */
function filesOf(parts: readonly Part[], inChunks: boolean): (readonly [string, UploadedFile])[] {
  return parts.flatMap(({ name, fileName, type = 'application/octet-stream', bytes }) =>
    fileName === undefined ? [] : [[name, new UploadedFile({ name: fileName, type, inChunks }, bytes)] as const],
  )
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}
