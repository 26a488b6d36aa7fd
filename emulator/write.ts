import { gzipSync } from 'node:zlib'
import type { Reply } from './graph.ts'
import { ascii, etagOf } from './headers.ts'
import { UploadedFile } from './model/uploaded-file.ts'
import { wireText } from './text.ts'

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

/** A reply as a Response: a file as it is, anything else as text. */
export function written(reply: Reply, asked: Asked): Response {
  const { body, headers } = reply
  return body instanceof UploadedFile ? writtenFile(body, headers, asked.head) : writtenText(reply, asked)
}

/** Its text, its ETag, compressed only when asked. */
function writtenText({ status, headers, body }: Reply, asked: Asked): Response {
  const text = wireText(body, asked.pretty ? 3 : undefined)
  const etag = asked.legacy && asked.read && status === 200 ? etagOf(text) : undefined
  if (etag) headers.etag = etag
  if (etag && asked.ifNoneMatch?.replace(/^W\//, '') === etag) return new Response(null, { status: 304, headers })
  if (asked.head) return new Response(null, { status, headers })
  if (text.length < WORTH_GZIP || !/\bgzip\b/.test(asked.acceptEncoding ?? '')) {
    return new Response(text, { status, headers })
  }
  headers['content-encoding'] = 'gzip'
  return new Response(new Uint8Array(gzipSync(text)), { status, headers })
}

/** The bytes as they are; nothing of it is compressed. @see sources capture-media */
function writtenFile(
  { type, name, size, bytes }: UploadedFile,
  headers: Record<string, string>,
  head: boolean,
): Response {
  headers['content-type'] = type
  headers['content-length'] = String(size)
  headers['content-disposition'] = `inline;filename=${ascii(name).replaceAll(/["\\;]/g, '_')}`
  return new Response(head ? null : new Uint8Array(bytes), { status: 200, headers })
}
