import { syncAppData as contract } from '../../contracts/operations/sync-app-data.ts'
import { implement } from '../implement.ts'
import { hours } from '../model/time.ts'
import { tellOfChats, tellOfContacts, tellThatChatsAreNotShared } from '../sending/app-data.ts'

/** @see sources coexistence */
const WINDOW = hours(24)

// The reply says that the request was taken, and not whether the owner shares the chats.
export const syncAppData = implement(contract, ({ node, params, world, now, later, notify, fail }) => {
  const { businessApp: app } = node
  const type = params.sync_type
  if (!node.is_on_biz_app || node.status !== 'CONNECTED' || !app) {
    return fail('sync_number_not_in_app', `${node.id} is not both in the WhatsApp Business app and on the Cloud API`)
  }
  if (app.synced.includes(type)) {
    fail('sync_limit_exceeded', `${type} was asked for already; the client leaves and onboards anew before it is again`)
  }
  if (now - app.onboardedAt > WINDOW) {
    fail('sync_window_closed', 'the number came to the Cloud API more than 24 hours ago')
  }
  const phone = world.put({ ...node, businessApp: { ...app, synced: [...app.synced, type] } })
  const telling = { world, phone, later, notify }
  if (type === 'smb_app_state_sync') tellOfContacts(telling, app.contacts, 'add')
  else if (app.sharesHistory) tellOfChats(telling, app)
  else tellThatChatsAreNotShared(telling)
  return { messaging_product: 'whatsapp' as const, request_id: world.ids.next() }
})
