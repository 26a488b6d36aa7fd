import type { Tally } from '../world/tally.ts'
import type { MessageTemplate, TemplateComponent } from '../world/template.ts'
import type { TemplateGroup } from '../world/template-group.ts'

/** Of what points are told: a template, or a group of them. */
export interface Subject {
  readonly id: string
  /** What a point calls it by. */
  readonly idName: 'template_id' | 'template_group_id'
  /** Whether taps on buttons are told. */
  readonly hasClicks: boolean
  /** Whether there is a link of which a tap can cost something. */
  readonly hasLink: (tally: Tally) => boolean
}

export function subjectOfTemplate(template: MessageTemplate): Subject {
  const isLinked = hasUrlButton(template.components)
  return { id: template.id, idName: 'template_id', hasClicks: hasClicks(template), hasLink: () => isLinked }
}

/** A group keeps the clicks on the links of templates that left it. */
export function subjectOfGroup({ id }: TemplateGroup, templates: readonly MessageTemplate[]): Subject {
  const isLinked = templates.some(({ components }) => hasUrlButton(components))
  const hasLink = ({ linkClicks = 0 }: Tally) => isLinked || linkClicks > 0
  return { id, idName: 'template_group_id', hasClicks: true, hasLink }
}

/** @see sources waba-analytics: cost and click metrics */
export function hasClicks({ category, cta_url_link_tracking_opted_out }: MessageTemplate): boolean {
  return category !== 'AUTHENTICATION' && !cta_url_link_tracking_opted_out
}

function hasUrlButton(components: readonly TemplateComponent[]): boolean {
  return components.some(
    ({ buttons, cards }) =>
      buttons?.some(({ type }) => type === 'URL') || cards?.some((card) => hasUrlButton(card.components)),
  )
}
