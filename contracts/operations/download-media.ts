import { defineOperation } from '../operation.ts'
import { text } from '../shapes.ts'

/** The bytes of media, at the address that reading them gave. On Meta’s side it stands on lookaside.fbsbx.com. */
export const downloadMedia = defineOperation({
  name: 'downloadMedia',
  method: 'GET',
  on: 'Graph',
  edge: 'whatsapp_business/attachments',
  auth: {
    permissions: ['whatsapp_business_messaging'],
    otherwise: { session: 'media_url_gone', permission: 'media_url_gone' },
  },
  params: { type: 'object', properties: { mid: text, ext: text, hash: text } },
  reply: {},
  answers: 'file',
  errors: ['media_url_gone'],
  basis: 'documented',
  sources: ['media: Download media', 'openapi: downloadMedia', 'capture-media'],
})
