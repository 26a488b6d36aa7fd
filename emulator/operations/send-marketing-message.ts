import { sendMarketingMessage as contract } from '../../contracts/operations/send-marketing-message.ts'
import { type Context, implement } from '../implement.ts'
import { woken } from '../model/ad-sync.ts'
import { isUnoptimisedBetween, productFor } from '../sending/product.ts'
import { countThroughput } from '../sending/rate.ts'
import type { Addressee } from '../sending/recipient.ts'
import { checkRestrictions, checkSender } from '../sending/sender.ts'
import { type Carried, sendTemplate } from '../sending/template-message.ts'
import type { MessageTemplate } from '../world/template.ts'

export const sendMarketingMessage = implement(contract, (context) => {
  const { node: phone, params, world, fail, fault, note } = context
  const account = world.need('WhatsAppBusinessAccount', phone.accountId)
  checkSender(phone, account, world, fail)
  countThroughput(phone, world, fail)
  if (params.type.toLowerCase() !== 'template') {
    fail('message_type_not_template', `type is '${params.type}'; /marketing_messages sends templates only`)
  }
  checkRestrictions(account, { isTemplate: true }, world, fail)
  return sendTemplate({ world, phone, account, params, fault, note, fail }, (template, addressee) =>
    carry(context, template, addressee),
  )
})

function carry(context: Context<typeof contract>, template: MessageTemplate, addressee: Addressee): Carried {
  const { node: phone, params, world, version, fail, now } = context
  const account = world.need('WhatsAppBusinessAccount', phone.accountId)
  const strict = params.product_policy === 'STRICT'
  const product = productFor({ account, template, strict, version, world, fail })
  if (template.optimization_spec && product.category === 'marketing_lite') checkMaxPrice(context, account, addressee)
  const unoptimised =
    product.unoptimised || addressee.isUserId || isUnoptimisedBetween(world, account, addressee.country)
  return { category: product.category, unoptimised, template: product.wakes ? woken(template, now) : template }
}

function checkMaxPrice(
  { fail }: Context<typeof contract>,
  { maxPriceAgreementSigned }: { readonly maxPriceAgreementSigned?: boolean },
  { isUserId }: Addressee,
): void {
  if (maxPriceAgreementSigned === false) {
    fail('testing_agreement_unsigned', 'the template has a max price, and the account has not signed for the beta')
  }
  if (isUserId)
    fail('max_price_to_bsuid', 'the template has a max price, which does not go to a business-scoped user id')
}
