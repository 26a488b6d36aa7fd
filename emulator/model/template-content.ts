import { mediaFormats, templateLimits } from '../../contracts/template-rules.ts'
import type { TemplateComponent } from '../world/template.ts'
import { checkButtons } from './template-buttons.ts'
import { checkCarousel } from './template-carousel.ts'
import { textAt } from './template-components.ts'
import { type ContentFail, type Draft, misbuilt, type Place } from './template-draft.ts'
import { hasExamples, variableProblem, variablesOf, withoutVariables } from './template-variables.ts'

/**
 * Holds the components that somebody wrote to the rules of their types.
 * @throws Failure any of contentErrors
 * @see sources template-components, template-review, limited-time-offer-templates
 */
export function checkContent(draft: Draft, fail: ContentFail): void {
  checkOnce(draft, fail)
  const offer = draft.components.find(({ type }) => type === 'LIMITED_TIME_OFFER')
  if (offer) checkOffer(offer, draft, fail)
  const longestBody = offer ? templateLimits.offerBodyText : templateLimits.bodyText
  draft.components.forEach((component, at) => {
    checkComponent({ component, where: `components[${at}]`, draft, longestBody }, fail)
  })
}

function checkOnce({ components }: Draft, fail: ContentFail): void {
  const types = components.map(({ type }) => type)
  const twice = types.find((type, at) => types.indexOf(type) !== at)
  if (twice) misbuilt(`There is more than one component of type ${twice}.`, fail)
  if (!types.includes('BODY')) {
    fail('template_field_missing', 'there is no component BODY, the only one that every template has', {
      type: 'BODY',
      fields: 'text',
    })
  }
}

const checks: Readonly<Record<string, (place: Place, fail: ContentFail) => void>> = {
  HEADER: checkHeader,
  BODY: checkBody,
  FOOTER: checkFooter,
  BUTTONS: checkButtons,
  CAROUSEL: (place, fail) => checkCarousel(place, checkComponent, fail),
}

function checkComponent(place: Place, fail: ContentFail): void {
  checks[place.component.type]?.(place, fail)
}

function checkHeader({ component, where, draft }: Place, fail: ContentFail): void {
  const { format = '', example } = component
  if (mediaFormats.includes(format) && ![example?.header_handle ?? []].flat().some(Boolean)) {
    const why = `the header ${format} has no example.header_handle; the Resumable Upload API gives one`
    fail('template_field_missing', why, { type: 'HEADER', fields: 'example' })
  }
  if (format !== 'TEXT') return
  const text = textAt(component, 'text', { type: 'HEADER', where, most: templateLimits.headerText }, fail)
  const names = variablesOf(text)
  const problem =
    variableProblem(text, draft.parameter_format) ??
    plainProblem(text) ??
    (names.length > templateLimits.headerVariables ? 'has more than one variable' : undefined)
  if (problem) {
    const sentence = `The header ${problem}.`
    fail('template_header_format', sentence, { problem: sentence })
  }
  needExamples(component, 'header_text', names, draft, fail)
}

function checkBody({ component, where, draft, longestBody }: Place, fail: ContentFail): void {
  const text = textAt(component, 'text', { type: 'BODY', where, most: longestBody }, fail)
  const names = variablesOf(text)
  const tooManyLines = new RegExp(`\\n{${templateLimits.newlines + 1}}`)
  const problem =
    variableProblem(text, draft.parameter_format) ??
    (tooManyLines.test(text) ? `has more than ${templateLimits.newlines} newlines in a row` : undefined)
  if (problem) {
    const sentence = `The body ${problem}.`
    fail('template_body_format', sentence, { problem: sentence })
  }
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    fail('template_variables_at_edges', 'the body begins or ends with a variable')
  }
  const words = withoutVariables(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (names.length > 0 && words.length < 2 * names.length + 1) {
    const why = `the body has ${words.length} words beside ${names.length} variables; ${2 * names.length + 1} are needed`
    fail('template_words_ratio', why)
  }
  needExamples(component, 'body_text', names, draft, fail)
}

function checkFooter({ component, where }: Place, fail: ContentFail): void {
  const text = textAt(component, 'text', { type: 'FOOTER', where, most: templateLimits.footerText }, fail)
  const problem = /\{\{|\}\}/.test(text) ? 'has a variable' : plainProblem(text)
  if (!problem) return
  const sentence = `The footer ${problem}.`
  fail('template_footer_format', sentence, { problem: sentence })
}

/** Headers and footers are plain lines. */
function plainProblem(text: string): string | undefined {
  const plain = withoutVariables(text)
  if (plain.includes('\n')) return 'has a newline'
  if (/\p{Extended_Pictographic}/u.test(plain)) return 'has an emoji'
  return /[*~`]|_\S[^_]*_/.test(plain) ? 'has formatting characters' : undefined
}

function needExamples(
  { type, example }: TemplateComponent,
  part: 'header_text' | 'body_text',
  names: readonly string[],
  { parameter_format: format }: Draft,
  fail: ContentFail,
): void {
  if (names.length === 0 || hasExamples(example, part, names, format)) return
  const key = format === 'NAMED' ? `${part}_named_params` : part
  const why = `the ${type} has ${names.length} variables, and example.${key} has no value for each`
  fail('template_field_missing', why, { type, fields: 'example' })
}

function checkOffer({ limited_time_offer: offer }: TemplateComponent, draft: Draft, fail: ContentFail): void {
  const at = { type: 'LIMITED_TIME_OFFER', where: 'limited_time_offer', most: templateLimits.offerText }
  textAt({ text: offer?.text }, 'text', at, fail)
  if (draft.category !== 'MARKETING') misbuilt('A limited-time offer is for the category MARKETING.', fail)
  if (draft.components.some(({ type }) => type === 'FOOTER')) misbuilt('A limited-time offer has no FOOTER.', fail)
  const format = draft.components.find(({ type }) => type === 'HEADER')?.format ?? 'IMAGE'
  if (!['IMAGE', 'VIDEO'].includes(format)) misbuilt('The header of a limited-time offer is an IMAGE or a VIDEO.', fail)
}
