import request from 'supertest'
import { appsecretProof } from '../../emulator/session.ts'
import { type Kit, need } from '../kit.ts'
import { birthday, row } from '../sends.ts'
import type { Cases } from './cases.ts'
import { all, exchange, fault, get, market, post, real } from './real.ts'

const TEMPLATE = {
  name: 'autumn',
  language: 'en_US',
  category: 'MARKETING',
  components: [{ type: 'BODY', text: 'Plums are in.' }],
}
const autumn = { name: 'autumn', language: { code: 'en_US' } }
const SPRING = {
  messaging_product: 'whatsapp',
  to: '+14165550100',
  type: 'template',
  template: { name: 'spring_sale', language: { code: 'en_US' } },
}
const CLOSED = { disable_marketing_messages_on_cloud_api: true }
const TOTALS = { start: '2026-02-01', end: '2026-02-02', granularity: 'DAILY', template_ids: '[1]' }
const approve = (wait: string) => (kit: Kit) => kit.advance(wait)
const remove = (kit: Kit) =>
  kit.graph('DELETE', '/{waba}/message_templates', {
    as: 'client_business',
    version: 'v25.0',
    query: { name: 'autumn' },
  })
const part = { method: 'GET', relative_url: 'me' }
const batch = (count: number) => post('/', { batch: Array.from({ length: count }, () => part) })
const invite = (id: string) => post(`/{${id}}/onboard_partners_to_mm_lite`, {}, { as: 'partner_system_user' })
/** A report run is made, and its rows are read, when a time has passed. */
const report = (wait?: string) => async (kit: Kit) => {
  const { body } = await post('/{ad_account}/insights', { date_preset: 'last_7d' })(kit)
  if (wait) await kit.advance(wait)
  await get(`/${body.report_run_id}/insights`)(kit)
}

/** The first page is read with the token in a header, and the next as its link says. */
const pages = async (kit: Kit) => {
  const { body } = await get('/{waba}/message_templates', { query: { limit: '1' } })(kit)
  const { pathname, search } = new URL(body.paging.next)
  await request(kit.server).get(`${pathname}${search}`)
}

/** What is refused, or could be better, in a single call: all of it made against a world. */
export const callCases: Cases = {
  'parameter-refused': { breaks: real(market({ to: undefined })), keeps: real(market()) },
  'field-unknown': {
    breaks: real(get('/{waba}', { query: { fields: 'id,nmae' } })),
    keeps: real(get('/{waba}', { query: { fields: 'id,name' } })),
  },
  'permission-missing': {
    breaks: real(get('/{waba}/message_templates'), 'ready-to-send', (file) => {
      for (const token of Object.values(file.tokens ?? {})) token.scopes = ['whatsapp_business_messaging']
    }),
    keeps: real(get('/{waba}/message_templates')),
  },
  'path-unknown': { breaks: real(get('/{waba}/message_template')), keeps: real(get('/{waba}/message_templates')) },
  'object-out-of-reach': { breaks: real(get('/999999999999999')), keeps: real(get('/{waba}')) },
  'body-unreadable': {
    breaks: real((kit) =>
      kit.graph('POST', '/{phone}/messages', {
        as: 'client_business',
        body: '{"to":',
        headers: { 'content-type': 'application/json' },
      }),
    ),
    keeps: real(market()),
  },
  'token-missing': { breaks: real(get('/{waba}', { as: '' })), keeps: real(get('/{waba}')) },
  'proof-wrong': {
    breaks: real(get('/{waba}', { query: { appsecret_proof: 'ab' } })),
    keeps: real((kit) => {
      const proof = appsecretProof(need(kit.tokens.client_business), need(kit.secrets.app))
      return get('/{waba}', { query: { appsecret_proof: proof } })(kit)
    }),
  },
  'batch-refused': { breaks: real(batch(51)), keeps: real(batch(50)) },
  'code-exchanged-twice': { breaks: real(exchange(2)), keeps: real(exchange(1)) },
  'code-exchanged-late': { breaks: real(exchange(1, '31s')), keeps: real(exchange(1, '29s')) },
  'calls-over-limit': {
    breaks: real(all(get('/{waba}'), get('/{waba}')), 'ready-to-send', (file) => {
      file.limits = { activeWabaCalls: 1 }
    }),
    keeps: real(all(fault('waba_limit_reached'), get('/{waba}'))),
  },
  'insights-not-enabled': {
    breaks: real(get('/{waba}/template_analytics', { query: TOTALS })),
    keeps: real(
      all(post('/{waba}', { is_enabled_for_insights: true }), get('/{waba}/template_analytics', { query: TOTALS })),
    ),
  },
  'report-read-too-early': {
    breaks: real(report()),
    keeps: real(report('1h')),
  },
  'sent-before-sync': {
    breaks: real(all(post('/{waba}/message_templates', TEMPLATE), approve('1m'), market({ template: autumn }))),
    keeps: real(all(post('/{waba}/message_templates', TEMPLATE), approve('1d'), market({ template: autumn }))),
  },
  'wrong-message-for-marketing': {
    breaks: real(market({ type: 'text', template: undefined, text: { body: 'Rye?' } })),
    keeps: real(
      post('/{phone}/messages', {
        messaging_product: 'whatsapp',
        to: '+14165550100',
        type: 'text',
        text: { body: 'Rye?' },
      }),
    ),
  },
  'sent-without-onboarding': {
    breaks: real(
      market({ product_policy: 'STRICT' }),
      'ready-to-send',
      row('businesses', 'client', { termsSigned: undefined }),
    ),
    keeps: real(market({ product_policy: 'STRICT' })),
  },
  'marketing-on-closed-cloud-api': {
    breaks: real(all(post('/{waba}', CLOSED), market({}), post('/{phone}/messages', SPRING))),
    keeps: real(all(post('/{waba}', CLOSED), market({}))),
  },
  'send-does-not-fit-template': {
    breaks: real(market({ template: { ...birthday, language: { code: 'en_US' }, components: [] } })),
    keeps: real(market({ template: { ...birthday, language: { code: 'en_US' } } })),
  },
  'template-not-sendable': {
    breaks: real(market({ template: { name: 'spring_sale', language: { code: 'fr' } } })),
    keeps: real(market()),
  },
  'template-name-taken': {
    breaks: real(all(post('/{waba}/message_templates', TEMPLATE), post('/{waba}/message_templates', TEMPLATE))),
    keeps: real(
      all(
        post('/{waba}/message_templates', TEMPLATE),
        post('/{waba}/message_templates', { ...TEMPLATE, language: 'en_GB' }),
      ),
    ),
  },
  'template-name-in-deletion': {
    breaks: real(all(post('/{waba}/message_templates', TEMPLATE), remove, post('/{waba}/message_templates', TEMPLATE))),
    keeps: real(
      all(
        post('/{waba}/message_templates', TEMPLATE),
        remove,
        post('/{waba}/message_templates', { ...TEMPLATE, name: 'winter' }),
      ),
    ),
  },
  'messages-over-rate': {
    breaks: real(all(market(), market()), 'ready-to-send', (file) => {
      file.limits = { pairBurst: 1 }
    }),
    keeps: real(all(fault('pair_rate_reached'), market())),
  },
  'invitation-refused': {
    breaks: real(
      invite('client'),
      'partner-with-obo-client',
      row('businesses', 'client', { termsSigned: '2026-01-15' }),
    ),
    keeps: real(invite('client'), 'partner-with-obo-client'),
  },
  'parameter-unknown': {
    breaks: real(market({ product_polic: 'STRICT' })),
    keeps: real(market({ id: '1', recipient_type: 'individual' })),
  },
  'number-as-text': {
    breaks: real(market({ message_activity_sharing: 'true' })),
    keeps: real(get('/{waba}/message_templates', { query: { limit: '1' } })),
  },
  'text-as-number': { breaks: real(market({ to: 14165550100 })), keeps: real(market({ to: '14165550100' })) },
  'number-unsafe': {
    breaks: real(market({ biz_opaque_callback_data: 2 ** 60 })),
    keeps: real(market({ biz_opaque_callback_data: String(2 ** 60) })),
  },
  'version-missing': { breaks: real(get('/{waba}', { version: '' })), keeps: real(get('/{waba}')) },
  'version-ended': {
    breaks: real(get('/{waba}', { version: 'v18.0' })),
    keeps: real(get('/{waba}', { version: 'v19.0' })),
  },
  'version-ends-soon': {
    breaks: real(get('/{waba}', { version: 'v19.0' })),
    keeps: real(get('/{waba}', { version: 'v20.0' })),
  },
  'field-gone': {
    breaks: real(get('/{waba}', { version: 'v23.0', query: { fields: 'id,marketing_messages_lite_api_status' } })),
    keeps: real(get('/{waba}', { version: 'v23.0', query: { fields: 'id,marketing_messages_onboarding_status' } })),
  },
  'token-in-url': {
    breaks: real((kit) => get('/{waba}', { as: '', query: { access_token: need(kit.tokens.client_business) } })(kit)),
    keeps: real(pages),
  },
  'number-without-country-code': {
    breaks: real(market({ to: '416 555 0100' })),
    keeps: real(market({ to: '+1 416 555 0100' })),
  },
  'number-without-plus': { breaks: real(market({ to: '14165550100' })), keeps: real(market({ to: '+14165550100' })) },
}
