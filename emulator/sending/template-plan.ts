import type { MessageTemplate, TemplateButton, TemplateComponent } from '../world/template.ts'

/** What a template asks of a send: read off its components once. */
export interface TemplatePlan {
  readonly isNamed: boolean
  readonly header: HeaderPlan | undefined
  readonly body: TextPlan
  readonly buttons: readonly ButtonPlan[]
  readonly cards: readonly TemplatePlan[] | undefined
  /** The limited-time offer has an end, which each send gives. */
  readonly hasExpiry: boolean
}

/** `TEXT` with its variables, or the kind of medium or LOCATION that each send brings. */
export interface HeaderPlan extends TextPlan {
  readonly format: string
}

export interface TextPlan {
  readonly text: string
  /** Names, or '1', '2' … of a positional template. */
  readonly variables: readonly string[]
}

export interface ButtonPlan {
  /** As the template has it: URL, QUICK_REPLY, COPY_CODE … */
  readonly type: string
  readonly needsParameter: boolean
  readonly url: string | undefined
}

const plans = new WeakMap<readonly TemplateComponent[], TemplatePlan>()

/** The plan of a template, made on its first send; an edited template has other components. */
export function planOf({ components, parameter_format }: MessageTemplate): TemplatePlan {
  const known = plans.get(components)
  if (known) return known
  const plan = planFor(components, parameter_format === 'NAMED')
  plans.set(components, plan)
  return plan
}

function planFor(components: readonly TemplateComponent[], isNamed: boolean): TemplatePlan {
  const of = (type: string): TemplateComponent | undefined =>
    components.find((component) => component.type.toUpperCase() === type)
  const header = of('HEADER')
  return {
    isNamed,
    header: header && { format: (header.format ?? 'TEXT').toUpperCase(), ...textPlan(header.text) },
    body: bodyPlan(of('BODY')),
    buttons: (of('BUTTONS')?.buttons ?? []).map(buttonPlan),
    cards: of('CAROUSEL')?.cards?.map((card) => planFor(card.components, isNamed)),
    hasExpiry: of('LIMITED_TIME_OFFER')?.limited_time_offer?.has_expiration === true,
  }
}

/** The text of an authentication template is Meta's own, with the code as its one variable. */
function bodyPlan(body: TemplateComponent | undefined): TextPlan {
  return body && body.text === undefined ? { text: '', variables: ['1'] } : textPlan(body?.text)
}

function textPlan(text = ''): TextPlan {
  const variables = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name)
  return { text, variables: [...new Set(variables)] }
}

/** Types whose button always takes a parameter. @see sources openapi: template components */
const ALWAYS = ['COPY_CODE', 'MPM', 'OTP']

function buttonPlan({ type, url }: TemplateButton): ButtonPlan {
  const upper = type.toUpperCase()
  const isDynamic = upper === 'URL' && /\{\{/.test(url ?? '')
  // The button of an authentication template is one of type URL, or COPY_CODE, to a send.
  return { type: upper === 'OTP' ? 'URL' : upper, needsParameter: isDynamic || ALWAYS.includes(upper), url }
}
