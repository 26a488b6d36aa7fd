import { expect } from 'vitest'
import { requestVerificationCode, verifyPhoneNumberCode } from '../../contracts/operations/verify-phone-number.ts'
import type { Kit } from '../kit.ts'
import { readNumber, withNumber } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'

const fresh = () => withNumber({ status: 'PENDING', code_verification_status: 'NOT_VERIFIED' })
const request = (kit: Kit, code_method = 'SMS') =>
  kit.graph('POST', '/{phone}/request_code', { query: { code_method, language: 'en_US' } })
const verify = (kit: Kit, code: string) => kit.graph('POST', '/{phone}/verify_code', { query: { code } })

const mails = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/mailbox`)).body.data
const codeIn = async (kit: Kit): Promise<string> => (await mails(kit)).at(-1).subject.slice(-6)
const another = (code: string) => (code === '000000' ? '111111' : '000000')

proves(
  requestVerificationCode,
  {
    'sends a code to the number, by SMS or call': async () => {
      const kit = fresh()
      expect((await request(kit)).body).toEqual({ success: true })
      await request(kit, 'VOICE')
      expect(await mails(kit)).toMatchObject([
        { kind: 'sms', to: ['+1 416-555-0190'], phone: kit.names.phone, subject: expect.stringMatching(/: \d{6}$/) },
        { kind: 'call' },
      ])
    },
    'is refused for a method that there is not': async () => {
      expectError(await request(fresh(), 'PIGEON'), 'parameter_value')
    },
  },
  {
    code_limit_reached: async () => {
      const kit = fresh()
      for (let at = 0; at < 10; at += 1) expect((await request(kit)).status).toBe(200)
      return request(kit)
    },
    number_verified_already: () => request(withNumber()),
  },
)

proves(
  verifyPhoneNumberCode,
  {
    'verifies the number, which can then be registered': async () => {
      const kit = fresh()
      await request(kit)
      expect((await verify(kit, await codeIn(kit))).body).toEqual({ success: true })
      expect(await readNumber(kit, 'code_verification_status')).toMatchObject({ code_verification_status: 'VERIFIED' })
      const body = { messaging_product: 'whatsapp', pin: '212834' }
      expect((await kit.graph('POST', '/{phone}/register', { body })).status).toBe(200)
    },
    'takes a code with the hyphen with which it is shown': async () => {
      const kit = fresh()
      await request(kit)
      const code = await codeIn(kit)
      expect((await verify(kit, `${code.slice(0, 3)}-${code.slice(3)}`)).body).toEqual({ success: true })
    },
    'takes a code once, only the last that was sent, and for ten minutes': async () => {
      const kit = fresh()
      await request(kit)
      const first = await codeIn(kit)
      await request(kit)
      const second = await codeIn(kit)
      expect(second).not.toBe(first)
      expectError(await verify(kit, first), 'verification_code_wrong')
      await kit.advance('10m')
      expectError(await verify(kit, second), 'verification_code_wrong')
      await request(kit)
      const third = await codeIn(kit)
      expect((await verify(kit, third)).status).toBe(200)
      expectError(await verify(kit, third), 'verification_code_wrong')
    },
    'the code does not stand in the log of calls': async () => {
      const kit = fresh()
      await request(kit)
      const code = await codeIn(kit)
      await verify(kit, code)
      expect(JSON.stringify(kit.world().exchanges.list())).not.toContain(code)
    },
    'ruling openapi-status: 136025, or 422 with code 100': async () => {
      const kit = withNumber({ code_verification_status: 'NOT_VERIFIED' }, (file) => {
        file.rulings = { ...file.rulings, 'openapi-status': 'openapi' }
      })
      const { status, body } = await verify(kit, '000000')
      expect({ status, code: body.error.code }).toEqual({ status: 422, code: 100 })
    },
  },
  {
    verification_code_malformed: async () => {
      for (const code of ['1234567', 'x123456']) {
        expectError(await verify(fresh(), code), 'verification_code_malformed')
      }
      return verify(fresh(), '12345')
    },
    verification_code_wrong: async () => {
      const kit = fresh()
      await request(kit)
      return verify(kit, another(await codeIn(kit)))
    },
  },
)
