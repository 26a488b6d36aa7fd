import { sendMessage as contract } from '../../contracts/operations/send-message.ts'
import { type Context, implement } from '../implement.ts'
import { statusOfAccount } from '../model/onboarding-status.ts'
import { sendFreeForm } from '../sending/free-form-message.ts'
import { markRead } from '../sending/mark-read.ts'
import { countThroughput } from '../sending/rate.ts'
import { checkRestrictions, checkSender } from '../sending/sender.ts'
import { type Carried, sendTemplate } from '../sending/template-message.ts'
import type { MessageTemplate } from '../world/template.ts'

export const sendMessage = implement(contract, (context) => {
  const { node: phone, params, world, fail, fault, note } = context
  const account = world.need('WhatsAppBusinessAccount', phone.accountId)
  checkSender(phone, account, world, fail)
  countThroughput(phone, world, fail)
  if (params.status === 'read') {
    const { message_id = '', typing_indicator } = params
    return markRead(world, phone, { message_id, ...(typing_indicator && { typing_indicator }) }, fail)
  }
  const sending = { world, phone, account, params, fault, note, fail }
  if (params.type?.toLowerCase() !== 'template') return sendFreeForm(sending)
  checkRestrictions(account, { isTemplate: true }, world, fail)
  return sendTemplate(sending, (template) => carry(context, template))
})

function carry({ node: phone, world, fail }: Context<typeof contract>, template: MessageTemplate): Carried {
  const account = world.need('WhatsAppBusinessAccount', phone.accountId)
  if (template.optimization_spec) {
    fail('max_price_on_cloud_api', `the template ${template.name} has a max price: send it on /marketing_messages`)
  }
  const isOff = account.disable_marketing_messages_on_cloud_api && statusOfAccount(world, account) === 'ONBOARDED'
  if (template.category === 'MARKETING' && isOff) {
    const why =
      'disable_marketing_messages_on_cloud_api is on and the account is onboarded: send it on /marketing_messages'
    fail('marketing_disabled_on_cloud_api', why)
  }
  const category = template.category.toLowerCase() as Lowercase<MessageTemplate['category']>
  return { category, unoptimised: false, template }
}
