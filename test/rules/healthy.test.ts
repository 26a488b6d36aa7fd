import request from 'supertest'
import { expect, test } from 'vitest'
import type { Finding } from '../../contracts/finding.ts'
import { judge } from '../../contracts/judge.ts'
import { historyOf } from '../../emulator/history.ts'
import { appsecretProof } from '../../emulator/session.ts'
import { emulate, type Kit, need, receive, subscribe } from '../kit.ts'
import { birthday, market, message, readyToSend, send } from '../sends.ts'

const found = (kit: Kit): readonly Finding[] => judge(historyOf(kit.world(), 'running'))

test('a partner that onboards a client as the guide says breaks no rule', async () => {
  const kit = emulate()
  const receiver = await receive()
  await subscribe(kit, receiver)
  await kit.graph('GET', '/{shared_account}', { query: { fields: 'id,marketing_messages_onboarding_status' } })
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  await kit.advance('2d')
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  await kit.advance('1m')
  const appsecret_proof = appsecretProof(need(kit.tokens.partner_system_user), need(kit.secrets.app))
  const { status } = await kit.graph('POST', '/{client}/system_user_access_tokens', {
    body: { fetch_only: true, appsecret_proof },
  })
  expect({ status, posts: receiver.posts.length }).toEqual({ status: 200, posts: 2 })
  expect(found(kit)).toEqual([])
})

test('a sender that listens, follows pages and reads metrics now and then breaks no rule', async () => {
  const kit = readyToSend()
  const receiver = await receive()
  const as = { as: 'client_business', version: 'v25.0' }
  await subscribe(kit, receiver, 'app', ['messages', 'user_preferences'], 'v25.0')
  await kit.graph('POST', '/{waba}/subscribed_apps', as)
  await listTemplates(kit)
  for (let at = 0; at < 20; at += 1) {
    await market(kit, message({ to: `+1416555${1000 + at}`, biz_opaque_callback_data: `spring-${at}` }))
    await kit.advance('1s')
  }
  await market(kit, message({ to: '+14165550111' }))
  await market(kit, message({ to: '+14165550110', template: { ...birthday, language: { code: 'en_US' } } }))
  await kit.advance('1d')
  await market(kit, message({ to: '+14165550111' }))
  await kit.graph('GET', '/{ad_account}/insights', { ...as, query: { date_preset: 'last_7d' } })
  await kit.happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } })
  const reply = { messaging_product: 'whatsapp', to: '+14165550100', type: 'text', text: { body: 'Yes.' } }
  expect((await send(kit, reply)).status).toBe(200)
  expect(receiver.posts.length).toBeGreaterThan(40)
  expect(found(kit)).toEqual([])
})

/** The first page and all that follow, the token in the header. */
async function listTemplates(kit: Kit): Promise<void> {
  const first = await kit.graph('GET', '/{waba}/message_templates', {
    as: 'client_business',
    version: 'v25.0',
    query: { limit: '1' },
  })
  let next: string | undefined = first.body.paging.next
  while (next) {
    const { pathname, search } = new URL(next)
    next = (await request(kit.server).get(`${pathname}${search}`)).body.paging?.next
  }
}

test('the README puts tokens where the guide has them, and that is all that is said of it', async () => {
  const kit = emulate()
  await kit.graph('POST', '/{app}/subscriptions', {
    as: 'app',
    body: {
      object: 'whatsapp_business_account',
      callback_url: (await receive()).url,
      verify_token: 'let-me-in',
      fields: 'account_update',
    },
  })
  const query = { access_token: need(kit.tokens.partner_system_user) }
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { as: '', query })
  expect(found(kit).map(({ rule, severity, where }) => `${severity} ${rule} ${where}`)).toEqual([
    'note token-in-url POST /{business}/onboard_partners_to_mm_lite',
  ])
})
