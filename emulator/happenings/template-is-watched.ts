import { happening } from '../happening.ts'
import { tellStatus } from '../model/template-news.ts'

/** What Meta's reference lists as an event and describes in one line; what it does to the template is told nowhere. */
const EVENTS = ['FLAGGED', 'LOCKED', 'LIMIT_EXCEEDED'] as const

export const templateIsWatched = happening(
  {
    name: 'template_is_watched',
    says: 'Meta tells of a template that it is flagged, locked, or over a limit; only LIMIT_EXCEEDED ends its sends',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: { type: 'object', properties: { event: { enum: EVENTS } }, required: ['event'] },
    sources: ['template-status-webhook: event'],
  },
  (call) => {
    const { nodes, params, world, refuse } = call
    const { template } = nodes
    if (template.status !== 'APPROVED')
      return refuse(`${template.name} is ${template.status}; only APPROVED ones are watched`)
    const watched = params.event === 'LIMIT_EXCEEDED' ? world.put({ ...template, status: 'LIMIT_EXCEEDED' }) : template
    tellStatus(call, watched, params.event)
    return { status: watched.status }
  },
)
