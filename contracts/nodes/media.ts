import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

/**
 * A file that was uploaded, or that somebody sent. The name of its type is ours: no error of Graph that shows it was found.
 * A `phone_number_id` that is not the number of the media makes it look absent: the page says only that the call is not
 * processed.
 */
export const media = defineNode({
  type: 'WhatsAppBusinessMedia',
  read: 'retrieveMediaUrl',
  permissions: ['whatsapp_business_messaging'],
  params: { phone_number_id: text },
  errors: ['object_missing_on_get'],
  rulings: ['media-file-size'],
  fields: {
    url: { schema: text, default: true },
    mime_type: { schema: text, default: true },
    sha256: { schema: { type: 'string', pattern: '^[0-9a-f]{64}$' }, default: true },
    file_size: { schema: { type: ['integer', 'string'] }, default: true },
    id: { schema: nodeId, default: true },
    messaging_product: { schema: { const: 'whatsapp' }, default: true },
  },
  basis: 'observed',
  sources: ['capture-media', 'media: Get media URL', 'openapi: retrieveMediaUrl'],
})
