import { expect } from 'vitest'
import { editTemplate } from '../../contracts/operations/edit-template.ts'
import type { Kit } from '../kit.ts'
import { hear } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'
import { BODY, buttons, contentCases, create, templates } from '../template-cases.ts'

const edit = (kit: Kit, body: object, id = '{template}') => kit.graph('POST', `/${id}`, { body })
const read = async (kit: Kit, fields: string, id = '{template}') =>
  (await kit.graph('GET', `/${id}`, { query: { fields } })).body

type Row = { status?: string; category?: string; optimization_spec?: object; edited?: string[] }
const withTemplate = (row: Row, more: object = {}) =>
  templates((file) => {
    Object.assign(file.templates?.template ?? {}, row)
    Object.assign(file, more)
  })
const rejected = () => withTemplate({ status: 'REJECTED' })
const SPEC = { bid_amount: 5000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' }

proves(
  editTemplate,
  {
    'replaces all components, and the template is reviewed again': async () => {
      const kit = templates()
      expect((await edit(kit, { components: [BODY] })).body).toEqual({ success: true })
      expect(await read(kit, 'components,status')).toMatchObject({ components: [BODY], status: 'PENDING' })
      await kit.advance('1m')
      expect((await read(kit, 'status')).status).toBe('APPROVED')
    },
    'changes the category of a rejected template, once it passed its review': async () => {
      const kit = rejected()
      await edit(kit, { category: 'utility' })
      expect(await read(kit, 'category,status')).toMatchObject({ category: 'UTILITY', status: 'PENDING' })
      await kit.advance('1m')
      expect((await read(kit, 'status')).status).toBe('APPROVED')
    },
    'changes settings without a review': async () => {
      const kit = templates()
      const settings = { message_send_ttl_seconds: 50_000, cta_url_link_tracking_opted_out: true }
      expect((await edit(kit, settings)).body).toEqual({ success: true })
      const fields = 'message_send_ttl_seconds,cta_url_link_tracking_opted_out,status'
      expect(await read(kit, fields)).toMatchObject({ ...settings, status: 'APPROVED' })
    },
    'an approved template is edited once a day and ten times in 30 days': async () => {
      const kit = templates()
      const times = async (ttl: number) => (await edit(kit, { message_send_ttl_seconds: 50_000 + ttl })).status
      expect([await times(0), await times(1)]).toEqual([200, 400])
      for (let day = 1; day < 10; day += 1) {
        await kit.advance('1d')
        expect(await times(day)).toBe(200)
      }
      await kit.advance('1d')
      expect(await times(10)).toBe(400)
      await kit.advance('20d')
      expect(await times(11)).toBe(200)
    },
    'a rejected or paused one as often as one likes': async () => {
      const kit = withTemplate({ status: 'PAUSED' })
      for (const ttl of [50_000, 50_001]) expect((await edit(kit, { message_send_ttl_seconds: ttl })).status).toBe(200)
    },
    'edits of a max price have limits of their own': async () => {
      const kit = withTemplate({ optimization_spec: SPEC })
      for (let n = 0; n < 100; n += 1) {
        expect((await edit(kit, { optimization_spec: { ...SPEC, bid_amount: 6000 + n } })).status).toBe(200)
      }
      expectError(await edit(kit, { optimization_spec: SPEC }), 'template_status_fixed')
      expect((await edit(kit, { message_send_ttl_seconds: 50_000 })).status).toBe(200)
      await kit.advance('1h')
      expect((await edit(kit, { optimization_spec: SPEC })).status).toBe(200)
    },
    'a max price can be added since the end of August 2026': async () => {
      expectError(await edit(templates(), { optimization_spec: SPEC }), 'template_setting_invalid')
      const status = async (clock: string) =>
        (await edit(withTemplate({}, { clock }), { optimization_spec: SPEC })).status
      expect(await Promise.all(['2026-08-30', '2026-08-31', '2026-09-01'].map(status))).toEqual([400, 200, 200])
    },
    'ruling template-max-price-later: under never it cannot be added': async () => {
      const kit = withTemplate({}, { clock: '2026-09-01', rulings: { 'template-max-price-later': 'never' } })
      expectError(await edit(kit, { optimization_spec: SPEC }), 'template_setting_invalid')
    },
    'ruling template-disabled-edit: under allowed a disabled template is edited back into its review': async () => {
      const body = { components: [BODY] }
      expectError(await edit(withTemplate({ status: 'DISABLED' }), body), 'template_status_fixed')
      const kit = withTemplate({ status: 'DISABLED' }, { rulings: { 'template-disabled-edit': 'allowed' } })
      expect((await edit(kit, body)).status).toBe(200)
      expect((await read(kit, 'status')).status).toBe('PENDING')
    },
    'one that is under review cannot be edited, nor the category of an approved one': async () => {
      const kit = templates()
      const { id } = (await create(kit)).body
      expectError(await edit(kit, { components: [BODY] }, id), 'template_status_fixed')
      expectError(await edit(kit, { category: 'UTILITY' }), 'template_status_fixed')
    },
    'a template of authentication is made of other components, and another category has another TTL': async () => {
      expectError(await edit(rejected(), { category: 'AUTHENTICATION' }), 'template_buttons_of_authentication')
      const kit = withTemplate({ status: 'REJECTED', message_send_ttl_seconds: 50_000 } as Row)
      await edit(kit, { category: 'UTILITY' })
      expect(await read(kit, 'message_send_ttl_seconds')).toEqual({ id: kit.names.template })
    },
    'a template keeps its TTL when something else is edited': async () => {
      const kit = withTemplate({ status: 'REJECTED', message_send_ttl_seconds: 50_000 } as Row)
      await edit(kit, { components: [BODY] })
      expect(await read(kit, 'message_send_ttl_seconds')).toMatchObject({ message_send_ttl_seconds: 50_000 })
    },
    'ruling template-disabled-edit: under allowed one under review still cannot be edited': async () => {
      const kit = withTemplate({ status: 'PENDING' }, { rulings: { 'template-disabled-edit': 'allowed' } })
      expectError(await edit(kit, { components: [BODY] }), 'template_status_fixed')
    },
    'components that come along are those of the new category': async () => {
      const components = [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })]
      const kit = rejected()
      expect((await edit(kit, { category: 'AUTHENTICATION', components })).body).toEqual({ success: true })
      expect(await read(kit, 'category')).toMatchObject({ category: 'AUTHENTICATION' })
    },
    'new components count as an edit as well': async () => {
      const kit = templates()
      expect((await edit(kit, { components: [BODY] })).status).toBe(200)
      await kit.advance('1m')
      expectError(await edit(kit, { components: [BODY] }), 'template_status_fixed')
    },
    'webhooks tell of new components, and not of a new category alone': async () => {
      const told = async (body: object) => {
        const kit = rejected()
        const receiver = await hear(kit, ['message_template_components_update'])
        expect((await edit(kit, body)).status).toBe(200)
        await kit.advance('0ms')
        return receiver.posts.length
      }
      expect(await told({ components: [BODY] })).toBe(1)
      expect(await told({ category: 'UTILITY' })).toBe(0)
    },
    'an edit of nothing is no edit': async () => {
      const kit = templates()
      expect((await edit(kit, { id: kit.names.template })).body).toEqual({ success: true })
      expect((await read(kit, 'status')).status).toBe('APPROVED')
    },
  },
  {
    ...contentCases((more) => edit(rejected(), more)),
    template_status_fixed: () => edit(withTemplate({ status: 'PENDING' }), { components: [BODY] }),
  },
)
