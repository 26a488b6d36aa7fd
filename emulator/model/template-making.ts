import type { Static } from '../../contracts/schema.ts'
import type { templateSettings } from '../../contracts/template-params.ts'
import type { contentErrors } from '../../contracts/template-rules.ts'
import type { Fail } from '../failure.ts'
import type { MessageTemplate, TemplateCategory, TemplateComponent } from '../world/template.ts'
import type { TemplateWork } from './template.ts'
import { watchActivity } from './template-archive.ts'
import { authenticationComponents, readAuthentication } from './template-authentication.ts'
import { readComponents } from './template-components.ts'
import { checkContent } from './template-content.ts'
import { approve, submit } from './template-review.ts'
import { graphTime } from './time.ts'

/** What the creator of a template decides. */
export type Wish = Pick<
  MessageTemplate,
  'accountId' | 'name' | 'language' | 'category' | 'parameter_format' | 'components'
> &
  Partial<MessageTemplate>

type Raw = Static<(typeof templateSettings)['components']>

/**
 * Components of a category as Graph keeps them.
 * @throws Failure any of contentErrors
 */
export function contentOf(
  raw: Raw,
  { category, language, parameter_format }: Pick<Wish, 'category' | 'language' | 'parameter_format'>,
  fail: Fail<(typeof contentErrors)[number]>,
): readonly TemplateComponent[] {
  if (category === 'AUTHENTICATION') return authenticationComponents(readAuthentication(raw, fail), language)
  const components = readComponents(raw, 'components', false, fail)
  checkContent({ category, parameter_format, components }, fail)
  return components
}

/**
 * Whether the components that a template has are those of another category, too.
 * @throws Failure any of contentErrors
 */
export function checkMove(
  { components, parameter_format, category: from }: MessageTemplate,
  category: TemplateCategory,
  fail: Fail<(typeof contentErrors)[number]>,
): void {
  if (category === from) return
  if (category === 'AUTHENTICATION' || from === 'AUTHENTICATION') {
    fail('template_buttons_of_authentication', `the components of a ${from} template are none of ${category}`)
  }
  checkContent({ category, parameter_format, components }, fail)
}

/** Puts a new template into the world. One whose words are Meta's own needs no review. */
export function makeTemplate(work: TemplateWork, wish: Wish, needsReview: boolean): MessageTemplate {
  const { world } = work
  const template = world.put({
    nodeType: 'WhatsAppBusinessHSM',
    id: world.ids.next(),
    status: 'PENDING',
    quality_score: { score: 'UNKNOWN', date: Math.floor(world.now / 1000) },
    rejected_reason: 'NONE',
    last_updated_time: graphTime(world.now),
    createdAt: world.now,
    editedAt: [],
    pauses: 0,
    ...wish,
  } satisfies MessageTemplate)
  watchActivity(work, template)
  if (!needsReview) return approve(work, template)
  submit(work, template)
  return template
}

/** A changed template goes through its review again. */
export function resubmit(work: TemplateWork, template: MessageTemplate, from: TemplateCategory): MessageTemplate {
  const { pausedUntil: _, ...rest } = template
  const pending: MessageTemplate = {
    ...rest,
    status: 'PENDING',
    ...(from !== template.category && { editedFrom: from }),
  }
  submit(work, pending)
  return work.world.put(pending)
}
