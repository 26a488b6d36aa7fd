import {
  requestVerificationCode as requesting,
  verifyPhoneNumberCode as verifying,
} from '../../contracts/operations/verify-phone-number.ts'
import { done, implement } from '../implement.ts'
import { countAttempt } from '../model/phone-number.ts'
import { minutes } from '../model/time.ts'

/** @see sources openapi */
const CODE_LIFE = minutes(10)

// Ten codes in 72 hours, as for registrations; the code lands in the mailbox of the world.
export const requestVerificationCode = implement(requesting, ({ node, params, world, now, fail, mail }) => {
  if (node.code_verification_status === 'VERIFIED') {
    fail('number_verified_already', `${node.display_phone_number} is verified`)
  }
  countAttempt(world, 'code', node, fail, 'code_limit_reached')
  const code = world.ids.digits()
  world.put({ ...node, verification: { code, sentAt: now } })
  mail({
    to: [node.display_phone_number],
    business: world.need('WhatsAppBusinessAccount', node.accountId).ownerId,
    kind: params.code_method === 'SMS' ? 'sms' : 'call',
    subject: `Your WhatsApp code: ${code}`,
    phone: node.id,
  })
  return done
})

export const verifyPhoneNumberCode = implement(verifying, ({ node, params, world, now, fail }) => {
  const code = params.code.replaceAll('-', '')
  if (!/^\d{6}$/.test(code)) fail('verification_code_malformed', 'a code has six digits')
  const { verification: sent, ...rest } = node
  if (!sent) return fail('verification_code_wrong', 'no code waits: POST /{phone}/request_code sends one')
  if (sent.code !== code) fail('verification_code_wrong', 'another code was sent last')
  if (now - sent.sentAt >= CODE_LIFE) fail('verification_code_wrong', 'the code is older than 10 minutes')
  world.put({ ...rest, code_verification_status: 'VERIFIED' })
  return done
})
