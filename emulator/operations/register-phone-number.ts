import {
  deregisterPhoneNumber as deregistering,
  registerWhatsAppBusinessPhoneNumber as registering,
} from '../../contracts/operations/register-phone-number.ts'
import { type Context, done, implement } from '../implement.ts'
import { endMove } from '../model/move-number.ts'
import { countAttempt, isBeingDeleted, putNumber } from '../model/phone-number.ts'
import { checkPin, checkPinFormat } from '../model/pin.ts'

// A number that is registered already may be registered again, as after a new display name; its storage stays as it is.
export const registerWhatsAppBusinessPhoneNumber = implement(registering, (call) => {
  const { node, params, world, fail } = call
  const { pin, data_localization_region: region } = params
  checkPinFormat(pin, fail)
  countAttempt(world, 'register', node, fail, 'registration_limit_reached')
  checkNumber(call)
  checkPin(world, node, pin, fail)
  const isNew = node.status !== 'CONNECTED'
  putNumber(world, {
    ...node,
    status: 'CONNECTED',
    platform_type: 'CLOUD_API',
    throughput: node.throughput.level === 'HIGH' ? node.throughput : { level: 'STANDARD' },
    pin,
    ...(isNew && region && { settings: { ...node.settings, storageRegion: region } }),
  })
  endMove(world, node)
  return done
})

function checkNumber({ node, world, fail }: Context<typeof registering>): void {
  const account = world.need('WhatsAppBusinessAccount', node.accountId)
  const { status, name_status, is_on_biz_app: isOnApp, code_verification_status: verified } = node
  if (isBeingDeleted(world, node)) fail('number_recently_deleted', 'the number was deleted less than 5 minutes ago')
  if (status === 'DELETED') fail('phone_number_deleted', `${node.display_phone_number} was deleted`)
  if (account.status !== 'ACTIVE') fail('account_locked', `the account ${account.id} is ${account.status}`)
  if (status === 'BANNED' || status === 'RESTRICTED') fail('account_locked', `the number is ${status}`)
  if (isOnApp) fail('register_coexistence', 'the number is used in the WhatsApp Business app, which registered it')
  // A verification that has expired does not take a registration away.
  if (verified === 'NOT_VERIFIED') fail('number_unverified', 'POST /{phone}/request_code and /verify_code come first')
  if (name_status === 'NONE' || name_status === 'EXPIRED') {
    fail('display_name_unprocessed', `name_status is ${name_status}: there is no certificate to register with`)
  }
}

export const deregisterPhoneNumber = implement(deregistering, ({ node, world, fail }) => {
  countAttempt(world, 'deregister', node, fail, 'registration_limit_reached')
  if (node.is_on_biz_app) fail('deregister_coexistence', 'the number is used in the WhatsApp Business app as well')
  if (node.status !== 'CONNECTED') fail('deregister_unregistered', `the number is ${node.status}, not CONNECTED`)
  const { storageRegion: _, ...settings } = node.settings ?? {}
  putNumber(world, { ...node, status: 'DISCONNECTED', settings })
  return done
})
