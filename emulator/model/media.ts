import { MEDIA_URL_LIFE, type MediaKind, mediaTypes } from '../../contracts/media.ts'
import type { Effects } from '../effects.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { Media } from '../world/media.ts'
import type { World } from '../world/world.ts'
import { days, minutes } from './time.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** What a send needs to know of media. */
export interface MediaInfo {
  readonly kind: MediaKind
  readonly mime: string
  readonly size: number
  /** The number that they belong to. */
  readonly phoneId: string
}

/** What an id names, where it names media that have not expired. */
export function mediaOf(world: World, id: string): MediaInfo | undefined {
  const media = world.get('WhatsAppBusinessMedia', id)
  const type = media && mediaTypes[media.mime_type]
  return media && type && { kind: type.kind, mime: media.mime_type, size: media.size, phoneId: media.phoneId }
}

/** A file of a number, for so many days. There must be room for it: see `makeRoom`. */
export function keepMedia(
  { world, later }: Pick<Effects, 'later'> & { readonly world: World },
  { id: phoneId, accountId }: PhoneNumber,
  file: UploadedFile,
  life: number,
): Media {
  const id = world.ids.next()
  const { type: mime_type, sha256, size, name: fileName } = file
  const nodeType = 'WhatsAppBusinessMedia'
  const expiresAt = world.now + days(life)
  world.files.keep(id, file.bytes)
  later(days(life), 'media_expires', { media: id })
  return world.put({ nodeType, id, phoneId, accountId, mime_type, sha256, size, fileName, expiresAt })
}

/**
 * Lets the oldest files go until so many bytes fit; false where they never will. Media are then gone as if they had
 * expired, and an upload begins anew.
 */
export function makeRoom(world: World, size: number): boolean {
  if (size > world.files.most) return false
  for (const id of world.files.ids()) {
    if (world.files.room >= size) return true
    const node = world.find(id)
    if (node?.nodeType === 'UploadSession') world.put({ ...node, file_offset: 0 })
    if (node?.nodeType === 'WhatsAppBusinessMedia') world.remove(node)
    world.files.drop(id)
  }
  return true
}

/** The address of media as it is at this moment: `ext` is when it ends, in seconds. @see sources capture-media */
export function mediaUrl(world: World, { id }: Media, origin: string): string {
  const ext = String(Math.floor((world.now + minutes(MEDIA_URL_LIFE)) / 1000))
  const query = new URLSearchParams({ mid: id, ext, hash: hashOf(world, id, ext) })
  return `${origin}/whatsapp_business/attachments/?${query}`
}

/** The query of such an address. */
export interface MediaAddress {
  readonly mid?: string
  readonly ext?: string
  readonly hash?: string
}

/** The media at an address, or a sentence on why there are none. */
export function mediaAt(world: World, { mid = '', ext = '', hash }: MediaAddress): Media | string {
  if (hash !== hashOf(world, mid, ext)) return 'the address is none that reading media gave'
  if (world.now >= Number(ext) * 1000) return `the address was good for ${MEDIA_URL_LIFE} minutes: read the media anew`
  return world.get('WhatsAppBusinessMedia', mid) ?? `the media ${mid} expired or were deleted`
}

function hashOf(world: World, id: string, ext: string): string {
  return `AT${world.ids.letters(`media/${id}/${ext}`, 44)}`
}

/** Why a call that names a number is not about these media. */
export function otherNumber({ id, phoneId }: Media, wanted: string | undefined): string | undefined {
  if (wanted === undefined || wanted === phoneId) return undefined
  return `the media ${id} belong to the number ${phoneId}, and phone_number_id is ${wanted}`
}
