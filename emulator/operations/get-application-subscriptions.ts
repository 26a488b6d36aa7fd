import { getApplicationSubscriptions as contract } from '../../contracts/operations/get-application-subscriptions.ts'
import { implement } from '../implement.ts'

export const getApplicationSubscriptions = implement(contract, ({ node: { subscription } }) => {
  if (!subscription) return { data: [] }
  const { callbackUrl, version } = subscription
  const fields = subscription.fields.map((name) => ({ name, version }))
  return { data: [{ object: 'whatsapp_business_account', callback_url: callbackUrl, active: true, fields }] }
})
