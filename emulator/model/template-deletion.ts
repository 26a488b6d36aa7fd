import type { MessageTemplate } from '../world/template.ts'
import type { TemplateWork } from './template.ts'
import { tellStatus } from './template-news.ts'
import { days } from './time.ts'

/** For how long messages of a deleted template are still delivered. @see sources template-management */
const STILL_DELIVERED = days(30)

/** Deletes a template; while messages of it are on their way, it waits for them. */
export function deleteTemplate(work: TemplateWork, template: MessageTemplate): void {
  const { world } = work
  const isAwaited = world.traffic.messages
    .list()
    .some(({ templateId, status }) => templateId === template.id && ['accepted', 'sent', 'held'].includes(status))
  if (!isAwaited) {
    tellStatus(work, world.put({ ...template, status: 'DELETED', deletedAt: world.now }), 'DELETED')
    return
  }
  const waiting = world.put({ ...template, status: 'PENDING_DELETION', deletedAt: world.now })
  tellStatus(work, waiting, 'PENDING_DELETION', { reason: null })
  work.later(STILL_DELIVERED, 'template_deletion_ends', { template: template.id })
}
