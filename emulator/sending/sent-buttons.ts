import type { Message } from '../world/message.ts'
import type { TemplateButton, TemplateComponent } from '../world/template.ts'
import type { World } from '../world/world.ts'

type Params = Readonly<Record<string, unknown>>

/** What a customer can tap and what the business is told then. */
export interface Choice {
  readonly id: string
  readonly title: string
  readonly description?: string
}

/** The quick replies of a template message, in order, those of its cards last. `id` is the payload: the title where none was sent. */
export function quickRepliesOf(world: World, message: Message): Choice[] {
  const template = world.get('WhatsAppBusinessHSM', message.templateId)
  if (!template) return []
  const sent = listOf(message.content?.components)
  const cards = template.components.flatMap((component) => component.cards ?? [])
  const sentCards = sent.flatMap((component) => listOf(component.cards))
  return [
    ...repliesIn(template.components, sent),
    ...cards.flatMap((card, at) => repliesIn(card.components, listOf(sentCards[at]?.components))),
  ]
}

/** A button with a link. */
export interface Link extends Choice {
  /** As the template has it: a variable in it is not filled in. */
  readonly url: string
}

/** The links that a template message has to tap, those of its cards last. `id` is the title. */
export function linksOf(world: World, message: Message): Link[] {
  return buttonsOf(world, message, 'URL').map(({ text: title = '', url = '' }) => ({ id: title, title, url }))
}

/** The buttons of a template message that call a number, those of its cards last. `id` is the title. */
export function phoneButtonsOf(world: World, message: Message): Choice[] {
  return buttonsOf(world, message, 'PHONE_NUMBER').map(({ text: title = '' }) => ({ id: title, title }))
}

/** The buttons of one type that the template of a message has, those of its cards last. */
function buttonsOf(world: World, { templateId }: Message, wanted: string): TemplateButton[] {
  const components = world.get('WhatsAppBusinessHSM', templateId)?.components ?? []
  const all = [...components, ...components.flatMap(({ cards = [] }) => cards.flatMap((card) => card.components))]
  return all.flatMap(({ buttons = [] }) => buttons).filter(({ type }) => type === wanted)
}

/** The buttons of an interactive message, those of its cards last. */
export function replyButtonsOf({ content }: Message): Choice[] {
  const { buttons, cards } = (content?.action ?? {}) as Params
  const inCards = listOf(cards).flatMap((card) => listOf((card.action as Params | undefined)?.buttons))
  return [...listOf(buttons), ...inCards].flatMap(({ reply, quick_reply }) => (reply ?? quick_reply ?? []) as Choice)
}

/** The rows of a list. */
export function rowsOf({ content }: Message): Choice[] {
  const { sections } = (content?.action ?? {}) as Params
  return listOf(sections).flatMap(({ rows }) => listOf(rows) as unknown as Choice[])
}

/** One of several by its place (from 0), its title or its id. */
export function choose(choices: readonly Choice[], said: string | number, refuse: (why: string) => never): Choice {
  const found = choices.find(({ id, title }, at) => at === said || title === said || id === said)
  const known = choices.map(({ title }, at) => `${at} ${title}`).join(', ')
  return found ?? refuse(known ? `there is no '${said}'; those are ${known}` : 'the message has nothing to choose from')
}

function repliesIn(components: readonly TemplateComponent[], sent: readonly Params[]): Choice[] {
  const buttons: readonly TemplateButton[] = components.flatMap((component) => component.buttons ?? [])
  return buttons.flatMap(({ type, text: title = '' }, index) =>
    type === 'QUICK_REPLY' ? [{ id: payloadOf(sent, index) ?? title, title }] : [],
  )
}

function payloadOf(sent: readonly Params[], index: number): string | undefined {
  const component = sent.find((one) => String(one.type).toLowerCase() === 'button' && Number(one.index) === index)
  const [parameter] = listOf(component?.parameters)
  return typeof parameter?.payload === 'string' ? parameter.payload : undefined
}

function listOf(value: unknown): Params[] {
  return Array.isArray(value) ? value : []
}
