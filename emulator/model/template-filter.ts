import type { getMessageTemplates } from '../../contracts/operations/get-message-templates.ts'
import type { Static } from '../../contracts/schema.ts'
import type { Fail } from '../failure.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { wordsOf } from './template.ts'

type Params = Static<(typeof getMessageTemplates)['params']>

/**
 * Those of the templates that the parameters ask for.
 * @throws Failure parameter_type for a moment that is none
 * @see sources template-management, graph-reference-templates; ruling template-name-filter
 */
export function chosenTemplates(
  world: World,
  templates: readonly MessageTemplate[],
  params: Params,
  fail: Fail<'parameter_type'>,
): MessageTemplate[] {
  const since = moment(params.since, 'since', fail)
  const until = moment(params.until, 'until', fail)
  const at = (template: MessageTemplate): number => Date.parse(template.last_updated_time) / 1000
  return templates.filter(
    (template) =>
      isNamed(world, template, params) &&
      isListed(params.language, template.language) &&
      isListed(params.category, template.category) &&
      isListed(params.status, template.status) &&
      isListed(params.quality_score, template.quality_score.score) &&
      // Nothing here makes templates by itself, so each was made by somebody.
      params.source !== 'AUTO_GENERATED' &&
      (since === undefined || at(template) >= since) &&
      (until === undefined || at(template) <= until),
  )
}

function isNamed(world: World, template: MessageTemplate, { name, content, name_or_content: either }: Params): boolean {
  const isExact = world.rulings['template-name-filter'] === 'exact'
  const hasName = (wanted: string): boolean => (isExact ? template.name === wanted : template.name.includes(wanted))
  const says = (wanted: string): boolean => wordsOf(template).toLowerCase().includes(wanted.toLowerCase())
  return (
    (name === undefined || hasName(name)) &&
    (content === undefined || says(content)) &&
    (either === undefined || hasName(either) || says(either))
  )
}

function isListed(wanted: readonly unknown[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(value)
}

/** Seconds since 1970, written as such or as a date. */
function moment(text: string | undefined, param: string, fail: Fail<'parameter_type'>): number | undefined {
  if (text === undefined) return undefined
  const seconds = /^\d{9,11}$/.test(text) ? Number(text) : Date.parse(text) / 1000
  if (!Number.isNaN(seconds)) return seconds
  return fail('parameter_type', `${param} is '${text}'`, { param, expected: 'a datetime.' })
}
