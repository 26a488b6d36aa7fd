import { createHash } from 'node:crypto'
import type { UploadSession } from '../world/media.ts'
import type { World } from '../world/world.ts'
import { days } from './time.ts'

/** What a client says of a file that it is about to upload. */
export type NewUpload = Pick<UploadSession, 'appId' | 'subjectId' | 'fileType' | 'fileLength' | 'fileName'>

/** Begins an upload. Its id holds what the client said, as Graph's do. @see sources capture-upload-session */
export function beginUpload(world: World, upload: NewUpload): UploadSession {
  const number = world.ids.next()
  const about = new URLSearchParams({ file_length: String(upload.fileLength), file_type: upload.fileType })
  const id = `upload:${base64(`1:attachment:${uuidOf(number)}?${about}`)}`
  const signature = `AR${world.ids.letters(`signature/${number}`, 18)}`
  return world.put({ ...upload, nodeType: 'UploadSession', id, signature, createdAt: world.now, file_offset: 0 })
}

/** The id as Graph gives it: clients put it into the path as it is, so its end comes back as a parameter. */
export function publicId({ id, signature }: UploadSession): string {
  return `${id}?sig=${signature}`
}

/** `4::`, the type in base 64, and what nobody outside Meta reads. @see sources openapi */
export function handleOf(world: World, session: UploadSession): string {
  const { id, appId, subjectId = '0', fileType, createdAt } = session
  const secret = (name: string, length: number): string => `AR${world.ids.letters(`${name}/${id}`, length)}`
  const until = Math.floor((createdAt + days(1)) / 1000)
  return `4::${base64(fileType)}:${secret('handle', 60)}:e:${until}:${appId}:${subjectId}:${secret('seal', 18)}`
}

/** Whether an upload of this world gave the handle. */
export function isUploadHandle(world: World, handle: string): boolean {
  return uploadOf(world, handle) !== undefined
}

/** The complete upload behind a handle. */
export function uploadOf(world: World, handle: string): UploadSession | undefined {
  return world.list('UploadSession').find((session) => session.handle === handle)
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
}

/**
 * What a template reads back for a handle: always the same address, where nothing is. All of it comes from the handle,
 * because templates of a world file have handles that no upload gave.
 * @see sources capture-header-handle
 */
export function scontentUrl(world: World, handle: string): string {
  const [, , type = '', , , until = ''] = handle.split(':')
  const extension = EXTENSIONS[Buffer.from(type, 'base64').toString()] ?? 'jpg'
  const name = `${digits(handle, 9)}_${digits(`${handle}/2`, 16)}_${digits(`${handle}/3`, 19)}_n.${extension}`
  const oh = `01_Q5Aa${world.ids.letters(`scontent/${handle}`, 40)}`
  const end = (Number.parseInt(until, 10) || 0) + days(29) / 1000
  const oe = end.toString(16).toUpperCase().padStart(8, '0')
  const query = `ccb=1-7&_nc_sid=8b1bef&_nc_ht=scontent.whatsapp.net&edm=AH51TzQEAAAA&oh=${oh}&oe=${oe}`
  return `https://scontent.whatsapp.net/v/t61.29466-34/${name}?${query}`
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

/** Shaped like a UUID. */
function uuidOf(number: string): string {
  const hex = createHash('sha256').update(number).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function digits(name: string, count: number): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return BigInt(`0x${hex}`).toString().slice(0, count)
}
