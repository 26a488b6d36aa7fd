import type { MessageTemplate, TemplateCategory } from '../world/template.ts'
import { withSync } from './ad-sync.ts'
import { type TemplateWork, templatesOf } from './template.ts'
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

/**
 * All approved utility templates of an account are filed under MARKETING, at once.
 * @see sources template-categorization: Restrictions on businesses misusing the template categorization system
 */
export function endUtility(work: TemplateWork, accountId: string): void {
  for (const template of templatesOf(work.world, accountId)) {
    if (template.status === 'APPROVED' && template.category === 'UTILITY') moveToCategory(work, template, 'MARKETING')
  }
}
