import type { MessageTemplate } from '../world/template.ts'
import type { TemplateWork } from './template.ts'
import { tellStatus } from './template-news.ts'
import { days } from './time.ts'

/** After so long without activity a template is archived, and so long after that deleted. @see sources template-archival */
const INACTIVE = days(365)
const KEPT = days(28)

/** When somebody last did something with a template. */
function lastActivity({ createdAt, editedAt, lastSentAt = 0, wokenAt = 0 }: MessageTemplate): number {
  return Math.max(createdAt, ...editedAt, lastSentAt, wokenAt)
}

/** When it is time to look whether a template was inactive for too long. */
export function archivalOf(template: MessageTemplate): number {
  return lastActivity(template) + INACTIVE
}

/** Sees to it that a template is looked at when its time has come. */
export function watchActivity(
  { world, later }: Pick<TemplateWork, 'world' | 'later'>,
  template: MessageTemplate,
): void {
  later(Math.max(0, archivalOf(template) - world.now), 'template_may_be_archived', { template: template.id })
}

/** Archives a template: it cannot be sent, and is deleted after 28 days. */
export function archive(work: TemplateWork, template: MessageTemplate): void {
  const { world } = work
  const archived = { at: world.now, from: template.status }
  tellStatus(work, world.put({ ...template, status: 'ARCHIVED', archived }), 'ARCHIVED')
  work.later(KEPT, 'archived_template_is_deleted', { template: template.id, since: world.now })
}

/** Brings a template back to what it was. */
export function unarchive(work: TemplateWork, template: MessageTemplate): void {
  const { archived, ...rest } = template
  const status = archived?.from ?? 'APPROVED'
  const woken: MessageTemplate = { ...rest, status, wokenAt: work.world.now }
  tellStatus(work, work.world.put(woken), 'UNARCHIVED')
  watchActivity(work, woken)
}
