import { expect, test } from 'vitest'
import { emulate, hmac, need, receive, subscribe } from './kit.ts'

test('a partner onboards a client, end to end, over HTTP only', async () => {
  const kit = emulate()
  const { names, tokens, secrets } = kit
  const receiver = await receive()

  await subscribe(kit, receiver)
  expect(receiver.handshakes).toEqual([
    { 'hub.mode': 'subscribe', 'hub.challenge': expect.stringMatching(/^\d+$/), 'hub.verify_token': 'let-me-in' },
  ])
  expect((await kit.graph('POST', '/{shared_account}/subscribed_apps')).body).toEqual({ success: true })

  const before = await kit.graph('GET', '/{obo_account}', {
    query: { fields: 'ownership_type,marketing_messages_onboarding_status' },
  })
  expect(before.body).toEqual({
    ownership_type: 'ON_BEHALF_OF',
    marketing_messages_onboarding_status: 'INELIGIBLE_ON_BEHALF_OF_WABA',
    id: names.obo_account,
  })

  const intent = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  expect(intent.status).toBe(200)
  expect(intent.body).toEqual({ request_id: expect.stringMatching(/^\d{16}$/) })

  const { body: mailbox } = await kit.control('get', `worlds/${kit.id}/mailbox`)
  expect(mailbox.data).toMatchObject([{ kind: 'invitation', to: ['admin@juniper.example'] }])

  const accepted = await kit.happens('client_accepts_mm_terms', { business: 'client' })
  expect(accepted.status).toBe(200)
  expect(receiver.posts.map(({ json }) => json)).toEqual(
    [names.shared_account, names.obo_account].map((waba_id) => ({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: names.partner,
          time: kit.now / 1000,
          changes: [
            {
              value: { event: 'MM_LITE_TERMS_SIGNED', waba_info: { owner_business_id: names.client, waba_id } },
              field: 'account_update',
            },
          ],
        },
      ],
    })),
  )
  for (const { headers, raw } of receiver.posts) {
    expect(headers['x-hub-signature-256']).toBe(`sha256=${hmac(need(secrets.app), raw)}`)
    expect(headers['x-hub-signature']).toBe(`sha1=${hmac(need(secrets.app), raw, 'sha1')}`)
    expect(headers['content-length']).toBe(String(raw.length))
  }

  const after = await kit.graph('GET', '/{obo_account}', {
    query: { fields: 'ownership_type,marketing_messages_onboarding_status,owner_business_info' },
  })
  expect(after.body).toEqual({
    ownership_type: 'CLIENT_OWNED',
    marketing_messages_onboarding_status: 'ONBOARDED',
    owner_business_info: {
      name: 'Juniper Bakery',
      id: names.client,
      marketing_messages_onboarding_status: { status: 'TERM_OF_SERVICE_SIGNED', time: '2026-03-02' },
    },
    id: names.obo_account,
  })

  const token = await kit.graph('POST', '/{client}/system_user_access_tokens', {
    query: { fetch_only: 'true', appsecret_proof: hmac(need(secrets.app), need(tokens.partner_system_user)) },
  })
  expect(token.body).toEqual({ access_token: expect.stringMatching(/^EAAMMGRAPH/) })

  const read = await kit.graph('GET', '/{shared_account}', { as: token.body.access_token })
  expect(read.body).toMatchObject({ id: names.shared_account, name: 'Juniper shop', currency: 'BRL' })
})
