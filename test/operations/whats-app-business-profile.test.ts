import supertest from 'supertest'
import { expect } from 'vitest'
import {
  getWhatsAppBusinessProfile,
  updateWhatsAppBusinessProfileInformation,
} from '../../contracts/operations/whats-app-business-profile.ts'
import type { Kit } from '../kit.ts'
import { PNG } from '../media.ts'
import { withNumber } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{phone}/whatsapp_business_profile'
const read = (kit: Kit, fields?: string) => kit.graph('GET', EDGE, { query: fields ? { fields } : {} })
const set = (kit: Kit, body: object) => kit.graph('POST', EDGE, { body: { messaging_product: 'whatsapp', ...body } })

const PROFILE = {
  about: 'Bread since 1987',
  email: 'hello@juniper.example',
  vertical: 'GROCERY',
  websites: ['https://juniper.example/'],
}

proves(
  getWhatsAppBusinessProfile,
  {
    'has what was asked for, and nothing that nobody set': async () => {
      const kit = withNumber()
      expect((await read(kit)).body).toEqual({ data: [{ messaging_product: 'whatsapp' }] })
      await set(kit, PROFILE)
      expect((await read(kit)).body).toEqual({ data: [{ ...PROFILE, messaging_product: 'whatsapp' }] })
      expect((await read(kit, 'about,address')).body).toEqual({
        data: [{ about: PROFILE.about, messaging_product: 'whatsapp' }],
      })
    },
    "ruling business-profile-shape: flat, or wrapped as 'openapi' has it": async () => {
      const kit = withNumber({}, (file) => {
        file.rulings = { ...file.rulings, 'business-profile-shape': 'openapi' }
      })
      expect((await read(kit)).body).toEqual({ data: [{ business_profile: { messaging_product: 'whatsapp' } }] })
    },
  },
  { field_unknown: () => read(withNumber(), 'about,favourite_bread') },
)

proves(
  updateWhatsAppBusinessProfileInformation,
  {
    'changes what is given and keeps the rest': async () => {
      const kit = withNumber()
      await set(kit, PROFILE)
      expect((await set(kit, { about: 'Bread' })).body).toEqual({ success: true })
      expect((await read(kit)).body.data[0]).toMatchObject({ ...PROFILE, about: 'Bread' })
    },
    'holds texts to their length, and there are two websites at most': async () => {
      expectError(await set(withNumber(), { about: 'x'.repeat(140) }), 'parameter_too_long')
      expectError(await set(withNumber(), { vertical: 'BAKERY' }), 'parameter_value')
      const websites = ['https://a.example/', 'https://b.example/', 'https://c.example/']
      expectError(await set(withNumber(), { websites }), 'parameter_out_of_range')
    },
    'a picture is what an upload gave a handle for': async () => {
      const kit = withNumber()
      const begun = await kit.graph('POST', '/{app}/uploads', { body: { file_length: 8, file_type: 'image/png' } })
      const headers = { authorization: `OAuth ${kit.tokens.partner_system_user}`, file_offset: '0' }
      const sent = await supertest(kit.server).post(`/v24.0/${begun.body.id}`).set(headers).type('image/png').send(PNG)
      expect((await set(kit, { profile_picture_handle: sent.body.h })).body).toEqual({ success: true })
      expect((await read(kit, 'profile_picture_url')).body.data[0].profile_picture_url).toMatch(
        /^https:\/\/pps\.whatsapp\.net\/v\/\w{40}$/,
      )
      expectError(await set(kit, { profile_picture_handle: '4::x' }), 'parameter_invalid')
    },
  },
  {
    parameter_invalid: async () => {
      expect((await set(withNumber(), { websites: ['http://juniper.example'] })).status).toBe(200)
      expectError(await set(withNumber(), { websites: ['see https://juniper.example'] }), 'parameter_invalid')
      return set(withNumber(), { websites: ['juniper.example'] })
    },
    profile_email_invalid: async () => {
      for (const email of ['write to hello@juniper.example', 'hello@juniper.example today']) {
        expectError(await set(withNumber(), { email }), 'profile_email_invalid')
      }
      return set(withNumber(), { email: 'juniper' })
    },
  },
)
