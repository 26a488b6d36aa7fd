import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { wireText } from '../contracts/wire-text.ts'
import type { Reply } from './graph.ts'
import { ascii, etagOf } from './headers.ts'
import { WireFile } from './model/uploaded-file.ts'
import type { WireFault } from './world/fault.ts'

/** What a caller wants of the form of its answer. */
export interface Asked {
  readonly head: boolean
  readonly read: boolean
  /** Before v26.0: ETags, and `pretty`. @see sources graph-changelog */
  readonly legacy: boolean
  readonly pretty: boolean
  readonly ifNoneMatch: string | undefined
  readonly acceptEncoding: string | undefined
}

/** Smaller bodies do not get smaller by gzip. */
const WORTH_GZIP = 1024

/** A reply as it goes over the wire. */
export interface Written {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array<ArrayBuffer> | WireFile | null
  /** What a test asked to become of it on its way. */
  readonly fault?: WireFault
}

/** More than this is compressed on a thread of its own, so that nobody waits for it. */
const LONG = 65_536
const gzipBeside = promisify(gzip)

/** A reply as it goes over the wire: a file as it is, anything else as text. */
export function written(reply: Reply, asked: Asked): Written | Promise<Written> {
  const { body, headers, fault } = reply
  if (fault) return writtenFaulty(reply, asked, fault)
  return body instanceof WireFile ? writtenFile(body, headers, asked.head) : writtenText(reply, asked)
}

/** A page is no JSON; anything else goes as it would go. */
function writtenFaulty({ status, headers, body }: Reply, asked: Asked, fault: WireFault): Written | Promise<Written> {
  if ('page' in fault) return { status, headers, body: asked.head ? null : String(body), fault }
  const whole = written({ status, headers, body, fault: undefined }, asked)
  return whole instanceof Promise ? whole.then((one) => ({ ...one, fault })) : { ...whole, fault }
}

/** Its text, its ETag, compressed only when asked. */
function writtenText({ status, headers, body }: Reply, asked: Asked): Written | Promise<Written> {
  const text = wireText(body, asked.pretty ? 3 : undefined)
  const etag = asked.legacy && asked.read && status === 200 ? etagOf(text) : undefined
  if (etag) headers.etag = etag
  if (etag && asked.ifNoneMatch?.replace(/^W\//, '') === etag) return { status: 304, headers, body: null }
  if (asked.head) return { status, headers, body: null }
  if (text.length < WORTH_GZIP || !/\bgzip\b/.test(asked.acceptEncoding ?? '')) return { status, headers, body: text }
  return compressed({ status, headers, body: text })
}

function compressed({ status, headers, body: text }: Written & { body: string }): Written | Promise<Written> {
  headers['content-encoding'] = 'gzip'
  const done = (bytes: Uint8Array): Written => ({ status, headers, body: new Uint8Array(bytes) })
  return text.length < LONG ? done(gzipSync(text)) : gzipBeside(text).then(done)
}

/** The bytes as they are; nothing of it is compressed. @see sources capture-media */
function writtenFile(file: WireFile, headers: Record<string, string>, head: boolean): Written {
  const { type, name, size } = file
  headers['content-type'] = type
  headers['content-length'] = String(size)
  headers['content-disposition'] = `inline;filename=${ascii(name).replaceAll(/["\\;]/g, '_')}`
  return { status: 200, headers, body: head ? null : file }
}

/** For callers within the process, and for what only a whole Request can tell. */
export function toResponse({ status, headers, body }: Written): Response {
  return new Response(body instanceof WireFile ? new Uint8Array(body.bytes) : body, { status, headers })
}

/** Straight to the socket; a file part by part, as fast as the caller takes it. */
export function toSocket(outgoing: ServerResponse, { status, headers, body }: Written): void {
  if (body instanceof WireFile) {
    outgoing.writeHead(status, headers)
    Readable.from(body.parts).pipe(outgoing)
    return
  }
  if (body !== null) headers['content-length'] ??= String(Buffer.byteLength(body))
  outgoing.writeHead(status, headers)
  outgoing.end(body ?? undefined)
}
