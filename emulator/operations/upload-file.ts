import { uploadFile as contract } from '../../contracts/operations/upload-file.ts'
import { type Context, implement } from '../implement.ts'
import { makeRoom } from '../model/media.ts'
import { handleOf, publicId } from '../model/upload.ts'
import { sha256Of, UploadedFile } from '../model/uploaded-file.ts'

export const uploadFile = implement(contract, (call) => {
  const { node: session, world } = call
  const bytes = withMore(call)
  const file_offset = bytes.byteLength
  if (file_offset < session.fileLength) {
    world.files.keep(session.id, bytes)
    return { id: publicId(world.put({ ...session, file_offset })), file_offset }
  }
  world.files.drop(session.id)
  const handle = handleOf(world, session)
  world.put({ ...session, file_offset, handle, sha256: sha256Of(bytes) })
  return { h: handle }
})

/** What has come so far, and what this call brings. */
function withMore({ node: session, params, world, fail }: Context<typeof contract>): Uint8Array {
  const { file_offset: from = 0, file } = params
  const { file_offset: at, fileLength } = session
  const more = file instanceof UploadedFile ? file.bytes : new Uint8Array()
  if (session.handle || from !== at) {
    fail('upload_offset_invalid', `the bytes begin at ${from}; ${at} of ${fileLength} have come`)
  }
  if (at + more.byteLength > fileLength) {
    fail('upload_too_long', `${at} bytes have come and ${more.byteLength} more; the session said ${fileLength}`)
  }
  const all = Buffer.concat([world.files.get(session.id) ?? new Uint8Array(), more])
  world.files.drop(session.id)
  if (!makeRoom(world, all.byteLength)) {
    fail(
      'body_too_large',
      `the file has ${fileLength} bytes; the world keeps ${world.files.most}: retention.mediaBytes`,
    )
  }
  return all
}
