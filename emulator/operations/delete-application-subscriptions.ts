import { deleteApplicationSubscriptions as contract } from '../../contracts/operations/delete-application-subscriptions.ts'
import { done, implement } from '../implement.ts'

export const deleteApplicationSubscriptions = implement(contract, ({ node, params, world }) => {
  const { subscription, ...app } = node
  const concerned = params.object === undefined || params.object === 'whatsapp_business_account'
  if (!subscription || !concerned) return done
  const fields = subscription.fields.filter((field) => params.fields && !params.fields.includes(field))
  world.put(fields.length ? { ...app, subscription: { ...subscription, fields } } : app)
  return done
})
