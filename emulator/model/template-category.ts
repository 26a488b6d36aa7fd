import type { MessageTemplate, TemplateCategory } from '../world/template.ts'
import { withSync } from './ad-sync.ts'
import type { TemplateWork } from './template.ts'
import { tellCategory } from './template-news.ts'
import { reject } from './template-review.ts'

/**
 * Meta files an approved template under another category; its TTL is gone, as the range is another. One that should be of
 * authentication is rejected instead.
 * @see sources template-categorization, time-to-live: TTL reset on automatic category updates
 */
export function moveToCategory(work: TemplateWork, template: MessageTemplate, to: TemplateCategory): void {
  if (to === 'AUTHENTICATION') {
    reject(work, template, { decision: 'REJECTED', reason: 'INCORRECT_CATEGORY' })
    return
  }
  const { message_send_ttl_seconds: _, ...rest } = template
  const moved: MessageTemplate = { ...rest, category: to, previous_category: template.category, correct_category: to }
  tellCategory(work, work.world.put(withSync(work.world, moved)), template.category)
}
