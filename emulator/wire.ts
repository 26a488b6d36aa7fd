import type { IncomingMessage } from 'node:http'
import { NO_BODY, type WireBody } from './body.ts'
import type { Wire } from './call.ts'

/** The most of a body that is read, in bytes. */
const MOST_READ = 1_048_576

/** A call as it came over the wire, and its other headers. */
export interface ReadWire extends Wire {
  readonly rawMethod: string
  readonly header: (name: string) => string | undefined
}

/**
 * Reads a call from the socket's own request where there is one, as building a web Request of it costs more than the
 * rest of a read; else from the Request. A call without a body is read at once.
 */
export function readWire(request: Request, incoming: IncomingMessage | undefined): ReadWire | Promise<ReadWire> {
  const header = (name: string): string | undefined =>
    incoming ? joined(incoming.headers[name]) : (request.headers.get(name) ?? undefined)
  const { method, url } = request
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
  const stream = incoming ? (hasBody(header) ? incoming : undefined) : request.body
  return stream ? readBody(stream as AsyncIterable<Uint8Array>, contentType).then(withBody) : withBody(NO_BODY)
}

function hasBody(header: ReadWire['header']): boolean {
  return (header('content-length') ?? '0') !== '0' || header('transfer-encoding') !== undefined
}

async function readBody(stream: AsyncIterable<Uint8Array>, contentType = ''): Promise<WireBody> {
  const bytes = await readUpTo(stream, MOST_READ)
  if (!bytes) return { kind: 'too-large', limit: MOST_READ }
  return (await readMultipart(bytes, contentType)) ?? { kind: 'text', text: bytes.toString('utf8') }
}

/** Undefined when there is more; what is over the limit is read and forgotten, so that the caller gets its answer. */
async function readUpTo(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.byteLength
    if (length <= limit) parts.push(part)
    else if (length > FORGIVEN * limit) break
  }
  return length > limit ? undefined : Buffer.concat(parts)
}

/** How many times the limit is read before the caller is cut off. */
const FORGIVEN = 16

/** The text fields of a multipart body; a body that is none of its kind is left to be refused as text. */
async function readMultipart(bytes: Buffer, contentType: string): Promise<WireBody | undefined> {
  if (!/^multipart\/form-data/i.test(contentType)) return undefined
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
    return { kind: 'form', fields }
  } catch {
    return undefined
  }
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}
