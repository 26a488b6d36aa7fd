import type { Static } from '../../contracts/schema.ts'
import type { parameter, sentTemplate } from '../../contracts/template-parameters.ts'
import { checkParameter } from './check-parameter.ts'
import { checkSubType, matchButtons } from './match-buttons.ts'
import type { RefuseSend } from './refusals.ts'
import type { HeaderPlan, TemplatePlan, TextPlan } from './template-plan.ts'

export type SentTemplate = Static<typeof sentTemplate>
export type SentComponent = NonNullable<SentTemplate['components']>[number]
export type Parameter = Static<typeof parameter>

const LONGEST_HEADER = 60
const LONGEST_BODY = 1024

/**
 * Holds what a send brings to what its template asks. The order: header, body, buttons, cards, offer.
 * @param at where the components stand, as Graph writes it
 * @throws Failure parameter_value, template_parameter_count, template_parameter_format, template_parameters_invalid,
 * template_text_too_long, message_parameter_missing, message_parameter_invalid
 */
export function matchTemplate(
  sent: readonly SentComponent[],
  plan: TemplatePlan,
  fail: RefuseSend,
  at = "template['components']",
): void {
  const of = (type: string): SentComponent | undefined =>
    sent.find((component) => component.type.toLowerCase() === type)
  checkComponents(sent, at, fail)
  matchHeader(of('header')?.parameters ?? [], plan.header, plan.isNamed, fail)
  matchText('body', of('body')?.parameters ?? [], plan.body, plan.isNamed, LONGEST_BODY, fail)
  matchButtons(sent.filter(isButton), plan.buttons, fail)
  const carousel = of('carousel')
  matchCards(carousel, plan.cards, fail, `${at}[${carousel ? sent.indexOf(carousel) : 0}]['cards']`)
  if (plan.hasExpiry && !of('limited_time_offer')?.parameters?.[0]?.limited_time_offer) {
    const details = 'limited_time_offer: the template has an offer that ends, and no expiration_time_ms was sent'
    fail('message_parameter_missing', details, { details })
  }
}

/** What must hold of a component whatever the template asks. */
function checkComponents(sent: readonly SentComponent[], at: string, fail: RefuseSend): void {
  for (const [index, component] of sent.entries()) {
    if (isButton(component)) checkSubType(component, `${at}[${index}]`, fail)
    for (const [place, given] of (component.parameters ?? []).entries()) {
      checkParameter(given, () => `components[${index}].parameters[${place}] (${component.type})`, fail)
    }
  }
}

function isButton({ type }: SentComponent): boolean {
  return type.toLowerCase() === 'button'
}

function matchHeader(
  given: readonly Parameter[],
  header: HeaderPlan | undefined,
  isNamed: boolean,
  fail: RefuseSend,
): void {
  if (!header || header.format === 'TEXT') {
    matchText('header', given, header ?? { text: '', variables: [] }, isNamed, LONGEST_HEADER, fail)
    return
  }
  const received = given[0]?.type.toUpperCase() ?? 'UNKNOWN'
  if (accepts(header.format, received)) return
  const details = `header: Format mismatch, expected ${header.format}, received ${received}`
  fail('template_parameter_format', `${details}; the template asks for ${header.format} there`, { details })
}

/** A GIF is sent as an mp4: Meta's pages name no parameter for it, so both ways are taken. */
function accepts(format: string, received: string): boolean {
  return received === format || (format === 'GIF' && received === 'VIDEO')
}

function matchText(
  component: 'header' | 'body',
  given: readonly Parameter[],
  { text, variables }: TextPlan,
  isNamed: boolean,
  longest: number,
  fail: RefuseSend,
): void {
  if (given.length !== variables.length) {
    const expected = variables.length
    const known = variables.map((name) => `{{${name}}}`).join(', ') || 'none'
    const why = `the ${component} of the template has the variables ${known}; ${given.length} parameters were sent`
    fail('template_parameter_count', why, { component, found: given.length, expected })
  }
  if (given.length === 0) return
  matchTypes(component, given, fail)
  matchNames(component, given, variables, isNamed, fail)
  const filled = text.length + given.reduce((sum, parameter) => sum + textIn(parameter).length, 0)
  if (filled > longest) {
    fail(
      'template_text_too_long',
      `the ${component} has ${filled} characters with its parameters; ${longest} are allowed`,
    )
  }
}

/** What can stand for a variable. @see sources openapi: template components */
const TEXTS: readonly string[] = ['text', 'currency', 'date_time']

function matchTypes(component: string, given: readonly Parameter[], fail: RefuseSend): void {
  const wrong = given.find(({ type }) => !TEXTS.includes(type))
  if (!wrong) return
  const details = `${component}: Format mismatch, expected TEXT, received ${wrong.type.toUpperCase()}`
  fail('template_parameter_format', `${details}; a variable takes ${TEXTS.join(', ')}`, { details })
}

/** @see sources capture-parameter-name */
function matchNames(
  component: string,
  given: readonly Parameter[],
  variables: readonly string[],
  isNamed: boolean,
  fail: RefuseSend,
): void {
  const named = given.filter(({ parameter_name }) => parameter_name)
  if (!isNamed) {
    if (named.length === 0) return
    const details = `${component}: Format mismatch, the template has positional parameters`
    fail('template_parameter_format', `${details}: parameter_name must not be sent`, { details })
  }
  if (named.length < given.length) {
    const details = 'Parameter name is missing or empty'
    const why = `the template has named parameters (${variables.join(', ')}); each needs its parameter_name`
    fail('message_parameter_invalid', why, { details })
  }
  const missing = variables.find((name) => !named.some(({ parameter_name }) => parameter_name === name))
  if (missing === undefined) return
  const details = `${component}: the parameter ${missing} of the template was not sent`
  fail('template_parameter_format', details, { details })
}

function matchCards(
  carousel: SentComponent | undefined,
  cards: readonly TemplatePlan[] | undefined,
  fail: RefuseSend,
  place: string,
): void {
  const sent = carousel?.cards ?? []
  const expected = cards?.length ?? 0
  if (sent.length !== expected) {
    const details = `carousel: number of cards (${sent.length}) does not match the expected number of cards (${expected})`
    fail('template_parameter_format', details, { details })
  }
  for (const [at, card] of [...sent].sort((a, b) => Number(a.card_index) - Number(b.card_index)).entries()) {
    const plan = cards?.[at]
    if (!plan) continue
    const where = `${place}[${sent.indexOf(card)}]['components']`
    matchTemplate(card.components as readonly SentComponent[], plan, fail, where)
  }
}

/** The text that a parameter puts in place of its variable. */
export function textIn({ text, currency, date_time }: Parameter): string {
  return text ?? currency?.fallback_value ?? date_time?.fallback_value ?? ''
}
