import { MEDIA_LIFE, mediaTypes } from '../../contracts/media.ts'
import { uploadMedia as contract } from '../../contracts/operations/upload-media.ts'
import { type Context, implement } from '../implement.ts'
import { keepMedia, makeRoom } from '../model/media.ts'
import { UploadedFile } from '../model/uploaded-file.ts'

type Upload = Context<typeof contract>

export const uploadMedia = implement(contract, (call) => {
  const { node: phone, params, world, fail } = call
  const file = fileOf(call)
  if (params.type === undefined && world.rulings['media-type-parameter'] === 'required') {
    fail('parameter_required', 'type was not sent, and this world takes the page’s word for it', { param: 'type' })
  }
  checkType(call, file)
  if (!makeRoom(world, file.size)) {
    fail('body_too_large', `the file has ${file.size} bytes; the world keeps ${world.files.most}: retention.mediaBytes`)
  }
  return { id: keepMedia(call, phone, file, MEDIA_LIFE.uploaded).id }
})

function fileOf({ params: { file }, world, fail }: Upload): UploadedFile {
  const types = Object.keys(mediaTypes).join(', ')
  if (!(file instanceof UploadedFile)) {
    return fail('media_no_file', 'file is no file: send a multipart body whose part has a file name', { types })
  }
  if (file.inChunks && world.rulings['media-chunked-upload'] === 'lost') {
    const why = 'the body came in chunks, without a Content-Length: Graph then sees no file in it'
    fail('parameter_required', why, { param: 'file' })
  }
  return file
}

/** What counts is the type of the part, not the parameter `type`. @see sources capture-media-type */
function checkType({ fail }: Upload, { type, size, name }: UploadedFile): void {
  const known = Object.hasOwn(mediaTypes, type) ? mediaTypes[type] : undefined
  const most = known?.most ?? 0
  if (!known) {
    const types = Object.keys(mediaTypes).join(', ')
    fail('media_type_unsupported', `the part of the file ${name} says that it is ${type}`, { types, type })
  }
  if (size > most)
    fail('media_too_large', `${name} has ${size} bytes; ${type} may have ${most}`, { most: sizeText(most) })
}

function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${bytes / 1024}KB` : `${bytes / 1_048_576}MB`
}
