import type { Rulings } from '../../contracts/rulings.ts'
import { mediaOf } from '../model/media.ts'
import { dispatch } from './dispatch.ts'
import { fateOf, isOpen } from './fate.ts'
import { checkFreeForm, type FreeForm } from './free-form.ts'
import type { FailFreeForm } from './free-form-setting.ts'
import { isUnreachable } from './links.ts'
import { countPair } from './rate.ts'
import { addresseeOf, checkAddressee } from './recipient.ts'
import { checkRestrictions } from './sender.ts'
import { noteSilence, replyTo, type Sending, type SendReply } from './template-message.ts'

type Params = Readonly<Record<string, unknown>>

/**
 * Sends a message that is no template. Outside of the customer service window it is accepted, and fails later.
 * @throws Failure what the checks throw
 */
export function sendFreeForm(sending: Sending & { readonly fail: FailFreeForm }): SendReply {
  const { world, phone, account, params, fault, fail } = sending
  const addressee = addresseeOf(params, phone, account, world, fail)
  const chat = world.traffic.chat(phone.id, addressee.person.waId)
  checkRestrictions(account, { isTemplate: false, windowOpen: isOpen(chat, world.now) }, world, fail)
  const message = checkFreeForm(params, fail, settingOf(world.rulings, sending))
  checkAddressee(addressee, phone, account, fail)
  countPair(phone.id, addressee.person.waId, world, fail)
  const hasMedia = !isUnreachable((message.content ?? {}) as { link?: string })
  const accepted = {
    world,
    phone,
    account,
    addressee,
    chat,
    category: 'service',
    isTemplate: false,
    hasMedia,
    keyHash: params.recipient_identity_key_hash,
  } as const
  const kept = dispatch(world, {
    phone,
    account,
    addressee,
    chat,
    type: message.type,
    category: 'service',
    free: 'free_customer_service',
    opaque: params.biz_opaque_callback_data,
    sharesActivity: false,
    unoptimised: false,
    isHeld: false,
    maxPrice: undefined,
    fails: fault ?? fateOf(accepted),
    content: contentOf(message),
  })
  noteSilence(sending)
  return replyTo(world, addressee, kept)
}

function settingOf(rulings: Rulings, { world, phone }: Sending): Parameters<typeof checkFreeForm>[2] {
  return { rulings, hasMedia: (id) => mediaOf(world, id)?.phoneId === phone.id }
}

/** What customers can act on: choose from, or play. */
function contentOf({ type, content }: FreeForm): Params | undefined {
  return type === 'interactive' || type === 'audio' ? (content as Params) : undefined
}
