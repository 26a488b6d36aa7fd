import { defineOperation } from '../operation.ts'
import { integer, text } from '../shapes.ts'

/**
 * Uploads the bytes of a file, or some of them: the body is the bytes whatever its Content-Type says, and the header
 * `file_offset` tells where they go. What a part that is not the last is answered with is not documented; assumed to be
 * what reading the session answers.
 */
export const uploadFile = defineOperation({
  name: 'uploadFile',
  method: 'POST',
  on: 'UploadSession',
  auth: { permissions: [] },
  params: { type: 'object', properties: { file_offset: { type: 'integer', minimum: 0 }, file: {} } },
  reply: {
    type: 'object',
    properties: { h: { type: 'string', pattern: '^4::' }, id: text, file_offset: integer },
    additionalProperties: false,
  },
  errors: ['upload_offset_invalid', 'upload_too_long', 'body_too_large'],
  volatile: ['/h', '/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['resumable-upload: Step 2', 'openapi: header_handle', 'upload-errors'],
})
