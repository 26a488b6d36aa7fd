import { MEDIA_LIFE } from '../../contracts/media.ts'
import { keepMedia, makeRoom } from '../model/media.ts'
import { sampleOf } from '../model/sample-files.ts'
import { sha256Of, UploadedFile } from '../model/uploaded-file.ts'
import type { World } from '../world/world.ts'
import type { Writing } from './inbound-content.ts'

/** What a tester says of a file that a customer sends. */
interface Given {
  /** In base 64. */
  readonly content: unknown
  readonly filename: unknown
  readonly mime_type: unknown
}

/**
 * Keeps a file that a customer sends, for as long as Graph does. Webhooks tell its hash in base 64, reading it tells it in
 * hex.
 * @see sources media: Get media ID; openapi: webhooks
 */
export function keepFile(writing: Writing, kind: string, { content, filename, mime_type }: Given): object {
  const { world, phone, refuse } = writing
  // What is no text is refused with the rest of the message.
  const mime = typeof mime_type === 'string' ? mime_type : ''
  const type = mime.split(';')[0]?.trim().toLowerCase() ?? ''
  const sample = sampleOf(type)
  const bytes = content === undefined ? sample.bytes : bytesOf(content)
  if (!bytes) return refuse(`with.${kind}.content: the bytes of the file in base 64 are needed`)
  if (filename !== undefined && typeof filename !== 'string') refuse(`with.${kind}.filename: must be string`)
  if (!makeRoom(world, bytes.byteLength)) {
    refuse(`with.${kind}.content: ${bytes.byteLength} bytes; the world keeps ${world.files.most}: retention.mediaBytes`)
  }
  const name = filename === undefined ? `${kind}.${sample.extension}` : String(filename)
  const { id, sha256 } = keepMedia(writing, phone, new UploadedFile({ name, type }, bytes), MEDIA_LIFE.received)
  return { sha256: inBase64(sha256), id }
}

/** The hash of the file that an id names; of one that is not there, that of our sample. */
export function hashOf(world: World, { id, mime_type }: Readonly<Record<string, unknown>>): string {
  const { sha256 = sha256Of(sampleOf(String(mime_type)).bytes) } = world.get('WhatsAppBusinessMedia', String(id)) ?? {}
  return inBase64(sha256)
}

const inBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')

function bytesOf(content: unknown): Uint8Array | undefined {
  if (typeof content !== 'string' || !/^[\w+/-]+={0,2}$/.test(content)) return undefined
  return Buffer.from(content, 'base64')
}
