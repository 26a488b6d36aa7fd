import type { ErrorName } from '../../contracts/errors.ts'
import type { Static } from '../../contracts/schema.ts'
import type { sendParams, sendReply } from '../../contracts/send-shapes.ts'
import { hours, minutes } from '../model/time.ts'
import type { PhoneNumber, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Message } from '../world/message.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { dispatch } from './dispatch.ts'
import { fateOf, isOpen } from './fate.ts'
import { findTemplate } from './find-template.ts'
import { checkMediaIds, isUnreachable, mediaIn, type SentMedium } from './links.ts'
import { matchTemplate } from './match-template.ts'
import { checkPortfolio } from './portfolio-limit.ts'
import { countPair } from './rate.ts'
import { type Addressee, addresseeOf, checkAddressee } from './recipient.ts'
import type { RefuseSend } from './refusals.ts'
import { planOf } from './template-plan.ts'

export type SendReply = Static<typeof sendReply>
export type SendParams = Static<{ readonly type: 'object'; readonly properties: typeof sendParams }>

/** A send on its way through the checks. */
export interface Sending {
  readonly world: World
  readonly phone: PhoneNumber
  readonly account: WhatsAppBusinessAccount
  readonly params: SendParams
  readonly fault: ErrorName | undefined
  readonly note: (text: string) => void
  readonly fail: RefuseSend
}

/** What the way of sending says of a template: its category, and more where it is the Marketing Messages API. */
export interface Carried {
  readonly category: Message['category']
  readonly unoptimised: boolean
  /** The template as it is after the send. */
  readonly template: MessageTemplate
}

/**
 * Sends a template: the template, what carries it, its parameters, the recipient, in the order of a ruling.
 * @throws Failure what the checks throw
 * @see ruling order-of-send-checks
 */
export function sendTemplate(
  sending: Sending,
  carry: (template: MessageTemplate, addressee: Addressee) => Carried,
): SendReply {
  const { world, phone, account, params, fail } = sending
  const addressee = addresseeOf(params, phone, account, world, fail)
  const isRecipientFirst = world.rulings['order-of-send-checks'] === 'recipient-first'
  if (isRecipientFirst) checkAddressee(addressee, phone, account, fail)
  const sent =
    params.template ??
    fail('parameter_required', 'a message of type template needs the parameter template', { param: 'template' })
  const template = findTemplate(sent.name, sent.language.code, account, world, fail)
  const carried = carry(template, addressee)
  const media = mediaIn(sent.components ?? [])
  matchTemplate(sent.components ?? [], planOf(template), fail)
  checkMediaIds(media, phone.id, world, fail)
  if (!isRecipientFirst) checkAddressee(addressee, phone, account, fail)
  checkPortfolio(account, phone.id, addressee.person.waId, world, fail)
  return accept(sending, addressee, carried, media)
}

function accept(sending: Sending, addressee: Addressee, carried: Carried, media: readonly SentMedium[]): SendReply {
  const { world, phone, account, params, fault, fail } = sending
  const { category } = carried
  const chat = world.traffic.chat(phone.id, addressee.person.waId)
  const hasMedia = !media.some(({ medium }) => isUnreachable(medium))
  const keyHash = params.recipient_identity_key_hash
  const accepted = { world, phone, account, addressee, chat, category, isTemplate: true, hasMedia, keyHash }
  const fails = fault ?? fateOf(accepted)
  if (fails === 'ecosystem_limit_reached' && world.rulings['ecosystem-limit-timing'] === 'call') {
    fail('ecosystem_limit_reached', 'the recipient gets no more marketing messages for now')
  }
  countPair(phone.id, addressee.person.waId, world, fail)
  const template = used(carried.template, world)
  const isHeld = template.pacing?.heldSince !== undefined
  const message = dispatch(world, {
    phone,
    account,
    addressee,
    chat,
    type: 'template',
    template,
    category,
    ...(category === 'utility' && isOpen(chat, world.now) && { free: 'free_customer_service' as const }),
    opaque: params.biz_opaque_callback_data,
    sharesActivity: params.message_activity_sharing ?? true,
    unoptimised: carried.unoptimised,
    maxPrice: category === 'marketing_lite' ? maxPriceOf(template, params) : undefined,
    isHeld,
    fails,
    content: actionable(params.template),
  })
  noteSilence(sending)
  return replyTo(world, addressee, message)
}

/** A template as it was sent, where its quick replies have payloads that come back. */
function actionable(sent: SendParams['template']): Message['content'] {
  const has = sent?.components?.some(({ sub_type, cards }) => cards || sub_type?.toLowerCase() === 'quick_reply')
  return has ? (sent as unknown as Message['content']) : undefined
}

/** The max price is for 1,000 messages, in hundredths of the currency. @see sources mm-pricing */
function maxPriceOf({ optimization_spec }: MessageTemplate, { bid_spec }: SendParams): number | undefined {
  if (!optimization_spec) return undefined
  return (optimization_spec.bid_amount / 100_000) * (bid_spec?.per_message_bid_multiplier ?? 1)
}

/** How exactly the last use of a template is known: it matters by the week. */
const EXACT = minutes(1)

/** The template after a send from it. */
function used(before: MessageTemplate, world: World): MessageTemplate {
  const paced = paceOf(before, world)
  const isRecent = paced.lastSentAt !== undefined && world.now - paced.lastSentAt < EXACT
  if (isRecent && world.get('WhatsAppBusinessHSM', paced.id) === paced) return paced
  return world.put({ ...paced, lastSentAt: isRecent ? (paced.lastSentAt ?? world.now) : world.now })
}

/** Until when Meta has decided in nearly all cases. @see sources template-pacing */
const PACING_DEADLINE = hours(1)

/** A paced template counts what is sent from it, and from some number on it is held. @see sources template-pacing */
function paceOf(template: MessageTemplate, world: World): MessageTemplate {
  const { pacing } = template
  if (!pacing || pacing.heldSince !== undefined) return template
  if (pacing.sent < pacing.after) return { ...template, pacing: { ...pacing, sent: pacing.sent + 1 } }
  const params = { template: template.id }
  world.schedule({ at: world.now + PACING_DEADLINE, kind: 'happening', name: 'template_pacing_is_overdue', params })
  return { ...template, pacing: { ...pacing, heldSince: world.now } }
}

/** A newcomer who waits for webhooks learns here why none comes. */
export function noteSilence({ world, account, note }: Sending): void {
  const apps = account.subscribedApps.map(({ appId }) => world.need('Application', appId))
  if (apps.some(({ subscription }) => subscription?.fields.includes('messages'))) return
  const missing =
    apps.length === 0 ? `POST /${account.id}/subscribed_apps` : 'POST /{app}/subscriptions with the field messages'
  note(`nobody hears what becomes of this message: ${missing}`)
}

/** @see sources send-marketing-messages: response; ruling message-status-presence */
export function replyTo(world: World, { input, to, isUserId }: Addressee, { id, type, status }: Message): SendReply {
  const isHeld = status === 'held'
  const tells = type === 'template' && (isHeld || world.rulings['message-status-presence'] === 'always')
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input, ...(isUserId ? { user_id: to } : { wa_id: to }) }],
    messages: [{ id, ...(tells && { message_status: isHeld ? 'held_for_quality_assessment' : 'accepted' }) }],
  }
}
