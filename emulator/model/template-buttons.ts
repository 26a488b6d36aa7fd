import { buttonLimits, templateLimits } from '../../contracts/template-rules.ts'
import type { TemplateButton } from '../world/template.ts'
import { textAt } from './template-components.ts'
import type { ContentFail, Place } from './template-draft.ts'
import { variablesOf } from './template-variables.ts'

/**
 * Holds the buttons of a template or a card to their rules.
 * @throws Failure template_buttons_invalid, template_button_phone, template_too_long, template_field_missing
 * @see sources template-components
 */
export function checkButtons({ component, where }: Place, fail: ContentFail): void {
  const buttons = component.buttons ?? []
  checkCombination(buttons, fail)
  buttons.forEach((button, at) => {
    checkButton(button, `${where}['buttons'][${at}]`, fail)
  })
}

function checkCombination(buttons: readonly TemplateButton[], fail: ContentFail): void {
  const problem = countProblem(buttons) ?? orderProblem(buttons)
  if (problem) fail('template_buttons_invalid', problem, { problem })
}

function countProblem(buttons: readonly TemplateButton[]): string | undefined {
  if (buttons.length === 0) return 'there is none.'
  if (buttons.length > templateLimits.buttons)
    return `there are ${buttons.length}, and ${templateLimits.buttons} are allowed.`
  const types = buttons.map(({ type }) => type)
  if (types.includes('OTP')) return 'OTP is for the category AUTHENTICATION.'
  const counts = [...new Set(types)].map((type) => ({ type, count: types.filter((other) => other === type).length }))
  const tooMany = counts.find(({ type, count }) => count > (buttonLimits[type] ?? 1))
  return (
    tooMany && `there are ${tooMany.count} of type ${tooMany.type}, and ${buttonLimits[tooMany.type] ?? 1} are allowed.`
  )
}

/** Quick replies stand together, before or after all others. */
function orderProblem(buttons: readonly TemplateButton[]): string | undefined {
  const isReply = buttons.map(({ type }) => type === 'QUICK_REPLY')
  const changes = isReply.filter((reply, at) => at > 0 && reply !== isReply[at - 1]).length
  return changes > 1 ? 'quick replies stand together, before or after the other buttons.' : undefined
}

/** Buttons whose label WhatsApp writes. */
const WITHOUT_TEXT: readonly string[] = ['COPY_CODE', 'SPM', 'MPM', 'CATALOG', 'ORDER_DETAILS', 'APP']

function checkButton(button: TemplateButton, where: string, fail: ContentFail): void {
  const { type, text } = button
  const most = templateLimits.buttonText
  if (text !== undefined || !WITHOUT_TEXT.includes(type)) textAt(button, 'text', { type: 'BUTTONS', where, most }, fail)
  if (type === 'URL') checkUrl(button, where, fail)
  if (type === 'PHONE_NUMBER') checkPhone(button, where, fail)
  if (type === 'COPY_CODE') {
    const [example] = [button.example].flat()
    textAt({ example }, 'example', { type: 'BUTTONS', where, most: templateLimits.copyCode }, fail)
  }
  if (type === 'FLOW' && !['flow_id', 'flow_name', 'flow_json'].some((key) => button[key] !== undefined)) {
    fail('template_field_missing', `${where} names no flow`, { type: 'BUTTONS', fields: 'flow_id' })
  }
}

function checkUrl(button: TemplateButton, where: string, fail: ContentFail): void {
  const url = textAt(button, 'url', { type: 'BUTTONS', where, most: templateLimits.url }, fail)
  const names = variablesOf(url)
  if (names.length > 1 || (names.length === 1 && !url.trimEnd().endsWith('}}'))) {
    const problem = 'a URL has at most one variable, at its end.'
    fail('template_buttons_invalid', problem, { problem })
  }
  const [example] = [button.example].flat()
  if (names.length === 1 && !example) {
    const why = `${where} has a URL with a variable and no example`
    fail('template_field_missing', why, { type: 'BUTTONS', fields: 'example' })
  }
}

function checkPhone(button: TemplateButton, where: string, fail: ContentFail): void {
  const at = { type: 'BUTTONS', where, most: templateLimits.phoneNumber }
  const number = textAt({ ...button, phone_number: numberText(button.phone_number) }, 'phone_number', at, fail)
  const digits = number.replaceAll(/\D/g, '')
  if (/^\+?[\d ().-]+$/.test(number) && digits.length >= 7 && digits.length <= 15) return
  fail('template_button_phone', `${where} has the phone number '${number}'`, { param: `${where}['phone_number']` })
}

const numberText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)
