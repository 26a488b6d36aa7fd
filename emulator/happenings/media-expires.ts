import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

export const mediaExpires = happening(
  {
    name: 'media_expires',
    says: 'Media are gone: 30 days after they were uploaded, or 7 after somebody sent them',
    nodes: {},
    params: { type: 'object', properties: { media: text }, required: ['media'] },
    internal: true,
    sources: ['media: Get media ID'],
  },
  ({ params, world }) => {
    // They may have been deleted before, so the id is no node that must be there.
    const media = world.get('WhatsAppBusinessMedia', params.media)
    if (media) world.remove(media)
    return undefined
  },
)
