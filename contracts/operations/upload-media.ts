import { defineOperation } from '../operation.ts'
import { nodeId, text } from '../shapes.ts'

/** Uploads a file for messages of a number: a multipart body, of which one part is the file. */
export const uploadMedia = defineOperation({
  name: 'uploadImage',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'media',
  auth: { permissions: ['whatsapp_business_messaging'] },
  params: {
    type: 'object',
    properties: { messaging_product: { enum: ['whatsapp'] }, file: {}, type: text },
    required: ['messaging_product', 'file'],
  },
  reply: { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
  errors: ['parameter_required', 'media_no_file', 'media_type_unsupported', 'media_too_large', 'body_too_large'],
  rulings: ['media-type-parameter', 'media-chunked-upload'],
  volatile: ['/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['media: Upload media', 'openapi: uploadImage', 'capture-media-file-required'],
})
