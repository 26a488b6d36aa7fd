import { uploadTypes } from '../media.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../shapes.ts'

/** Begins an upload whose handle other calls take, such as the example of a template's header. */
export const createUploadSession = defineOperation({
  name: 'createUploadSession',
  method: 'POST',
  on: 'Application',
  edge: 'uploads',
  auth: { permissions: [] },
  params: {
    type: 'object',
    properties: {
      file_length: { type: 'integer', minimum: 0 },
      file_type: { enum: uploadTypes },
      file_name: text,
      session_type: { enum: ['attachment'] },
    },
    required: ['file_length', 'file_type'],
  },
  reply: {
    type: 'object',
    properties: { id: { type: 'string', pattern: '^upload:' } },
    required: ['id'],
    additionalProperties: false,
  },
  errors: [],
  volatile: ['/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['resumable-upload', 'application-uploads', 'capture-upload-session', 'codegen: Application'],
})
