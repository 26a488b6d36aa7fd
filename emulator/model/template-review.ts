import type { MessageTemplate, TemplateCategory } from '../world/template.ts'
import { withSync } from './ad-sync.ts'
import { componentOf, type TemplateWork, templatesOf, wordsOf } from './template.ts'
import { tellCategory, tellStatus } from './template-news.ts'

type RejectedReason = MessageTemplate['rejected_reason']

/** How a review ends. */
export type Verdict =
  | { readonly decision: 'APPROVED' }
  | {
      readonly decision: 'REJECTED'
      readonly reason: RejectedReason | 'INCORRECT_CATEGORY'
      readonly why?: string
      readonly recommendation?: string
    }

/** Hands a template to Meta's reviewers; where the world says by hand, a happening ends the review. */
export function submit(work: TemplateWork, template: MessageTemplate): void {
  const { after } = work.world.templateReview
  if (after !== undefined) work.later(after, 'template_review_ends', { template: template.id })
}

/**
 * What the reviewers find by themselves: variables side by side, and words that another template has already.
 * @see sources template-review, template-status-webhook
 */
export function verdictOn({ world }: TemplateWork, template: MessageTemplate): Verdict {
  const text = componentOf(template, 'BODY')?.text ?? ''
  if (/\}\}\s*\{\{/.test(text)) {
    return {
      decision: 'REJECTED',
      reason: 'INVALID_FORMAT',
      why: 'Your template has parameters placed next to each other (like {{1}}{{2}}) without text or punctuation between them.',
      recommendation: 'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
    }
  }
  const same = templatesOf(world, template.accountId).find((other) => saysTheSame(other, template))
  if (!same || template.category === 'AUTHENTICATION') return { decision: 'APPROVED' }
  return {
    decision: 'REJECTED',
    reason: 'INVALID_FORMAT',
    why: `Your template has the same body and footer as ${same.name} (${same.language}).`,
    recommendation: 'Use the existing template, or change the words of this one.',
  }
}

function saysTheSame(other: MessageTemplate, template: MessageTemplate): boolean {
  const words = (of: MessageTemplate): string =>
    `${componentOf(of, 'BODY')?.text}\n${componentOf(of, 'FOOTER')?.text ?? ''}`
  const counts = other.id !== template.id && !['PENDING', 'IN_APPEAL', 'REJECTED'].includes(other.status)
  return counts && words(other) === words(template)
}

/** A review ended well: the template can be sent, and where it is a marketing one its ads begin to sync. */
export function approve(work: TemplateWork, template: MessageTemplate): MessageTemplate {
  const { editedFrom, appealedFrom, pausedUntil: _, ...rest } = template
  const approved = work.world.put(
    withSync(work.world, { ...rest, status: 'APPROVED', rejected_reason: 'NONE', wasApproved: true }),
  )
  tellStatus(work, approved, appealedFrom === 'DISABLED' ? 'REINSTATED' : 'APPROVED')
  if (editedFrom && editedFrom !== approved.category) tellCategory(work, approved, editedFrom)
  return approved
}

/** A review ended badly. Only an invalid format is explained. */
export function reject(
  work: TemplateWork,
  template: MessageTemplate,
  { reason, why, recommendation }: Extract<Verdict, { decision: 'REJECTED' }>,
): MessageTemplate {
  const { editedFrom: _, appealedFrom: __, ...rest } = template
  const kept = reason === 'INCORRECT_CATEGORY' ? 'TAG_CONTENT_MISMATCH' : reason
  const rejected = work.world.put({ ...rest, status: 'REJECTED', rejected_reason: kept } satisfies MessageTemplate)
  const isExplained = reason === 'INVALID_FORMAT' && why !== undefined
  const rejection_info = { reason: why, recommendation: recommendation ?? 'Change the template and submit it again.' }
  tellStatus(work, rejected, 'REJECTED', { reason, ...(isExplained && { rejection_info }) })
  return rejected
}

/** The category that Meta gives a template; which one was asked for, and whether it may be changed, is known. */
export function assignedCategory(
  template: Pick<MessageTemplate, 'components'>,
  asked: TemplateCategory,
  promotionalWords: readonly string[],
): TemplateCategory {
  if (asked !== 'UTILITY') return asked
  const words: readonly string[] =
    wordsOf(template)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return promotionalWords.some((word) => words.includes(word.toLowerCase())) ? 'MARKETING' : 'UTILITY'
}
