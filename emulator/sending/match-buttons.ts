import type { SentComponent } from './match-template.ts'
import type { RefuseSend } from './refusals.ts'
import type { ButtonPlan } from './template-plan.ts'

/** The sub types that Graph lists when it gets another. @see sources capture-button-sub-type */
const SUB_TYPES = [
  'BOOKING_CONFIRMATION',
  'CATALOG',
  'COPY_CODE',
  'FLOW',
  'MPM',
  'ORDER_DETAILS',
  'QUICK_REPLY',
  'REMINDER',
  'URL',
  'VOICE_CALL',
]

/** The parameter that each kind of button takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  URL: ['text'],
  QUICK_REPLY: ['payload', 'text'],
  COPY_CODE: ['coupon_code'],
  FLOW: ['action'],
  CATALOG: ['action'],
  MPM: ['action'],
}

/**
 * Each button that was sent is one of the template, of its type, and brings what it takes; each that needs a parameter was sent.
 * @throws Failure template_parameters_invalid, message_parameter_missing, message_parameter_wrong
 * @see sources capture-button-type, capture-button-parameter
 */
export function matchButtons(sent: readonly SentComponent[], plans: readonly ButtonPlan[], fail: RefuseSend): void {
  const given = new Map(sent.map((button) => [Number(button.index ?? 0), button]))
  for (const [index, button] of given) matchButton(button, index, plans[index], fail)
  for (const [index, plan] of plans.entries()) {
    if (plan.needsParameter && !given.get(index)?.parameters?.length) {
      const details = `buttons: Button at index ${index} of type ${camel(plan.type)} requires a parameter`
      fail('message_parameter_missing', details, { details })
    }
  }
}

/**
 * Whether a button is of a kind that there is, wherever in the send it stands.
 * @param at where, as Graph writes it: `template['components'][1]`
 * @throws Failure parameter_value
 * @see sources capture-button-sub-type
 */
export function checkSubType(button: SentComponent, at: string, fail: RefuseSend): void {
  if (SUB_TYPES.includes(typeOf(button))) return
  const value = button.sub_type ?? ''
  const about = { param: `${at}['sub_type']`, allowed: SUB_TYPES.join(', '), value }
  fail('parameter_value', `the sub_type '${value}' is no kind of button`, about)
}

function typeOf({ sub_type = '' }: SentComponent): string {
  return sub_type.toUpperCase()
}

function matchButton(button: SentComponent, index: number, plan: ButtonPlan | undefined, fail: RefuseSend): void {
  const type = typeOf(button)
  if (!plan) {
    const details = `buttons: Button at index ${button.index ?? 0} does not exist in the template`
    fail('message_parameter_wrong', details, { details })
  }
  if (plan.type !== type && !(plan.type === 'URL' && type === 'COPY_CODE')) {
    const details = `buttons: Button at index ${index} must be of type ${camel(plan.type)}`
    fail('template_parameters_invalid', details, { details })
  }
  const wrong = button.parameters?.find((parameter) => !(TAKES[type] ?? [parameter.type]).includes(parameter.type))
  if (!wrong) return
  const details = `buttons: Button at index ${index} of type ${camel(type)} takes no parameter of type ${wrong.type}`
  fail('template_parameters_invalid', details, { details })
}

/** `COPY_CODE` -> `CopyCode`, as Graph writes them. */
function camel(type: string): string {
  return type.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
