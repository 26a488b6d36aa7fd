import { createUploadSession as contract } from '../../contracts/operations/create-upload-session.ts'
import { implement } from '../implement.ts'
import { beginUpload, publicId } from '../model/upload.ts'

export const createUploadSession = implement(contract, ({ node: app, params, session, world }) => {
  const { file_type: fileType, file_length: fileLength, file_name: fileName } = params
  const { subjectId } = session.token
  const upload = beginUpload(world, {
    appId: app.id,
    fileType,
    fileLength,
    ...(subjectId && { subjectId }),
    ...(fileName !== undefined && { fileName }),
  })
  return { id: publicId(upload) }
})
