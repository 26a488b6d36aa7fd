import { describe, expect, test } from 'vitest'
import { type Kit, need, told } from '../kit.ts'
import { hear, market, message, readyToSend, send, statuses } from '../sends.ts'

const CHANGES = '+14165550115'
const text = { messaging_product: 'whatsapp', to: '+14165550100', type: 'text', text: { body: 'Your statement' } }

async function checking(isOn = true) {
  const kit = readyToSend()
  const body = { user_identity_change: { enable_identity_key_check: isOn } }
  expect((await kit.graph('POST', '/{phone}/settings', { body })).status).toBe(200)
  return { kit, receiver: await hear(kit) }
}

const writes = (kit: Kit, from = 'recipient') =>
  kit.happens('customer_sends_message', { phone: 'phone', from, text: { body: 'Hi' } })
const changes = (kit: Kit, customer = 'recipient') => kit.happens('customer_changes_identity', { customer })

/** What became of a message to somebody, sent with a hash or without. */
async function fate({ kit, receiver }: Awaited<ReturnType<typeof checking>>, body: object, by = market) {
  const before = receiver.posts.length
  expect((await by(kit, body)).status).toBe(200)
  await kit.advance('1m')
  const after = statuses({ ...receiver, posts: receiver.posts.slice(before) })
  const hash = after.at(-1)?.recipient_identity_key_hash as string | undefined
  const errors = after.flatMap((one) => (one.errors as { code: number }[] | undefined) ?? []).map(({ code }) => code)
  return { hash, says: [...after.map(({ status }) => status), ...errors].join(' ') }
}

describe('with the identity check on', () => {
  test('statuses and what customers write tell one hash', async () => {
    const check = await checking()
    const { hash } = await fate(check, message())
    expect(hash).toMatch(/^[A-Za-z0-9+/]{11}=$/)
    expect(statuses(check.receiver).map((one) => one.recipient_identity_key_hash)).toEqual([hash, hash, hash])
    await writes(check.kit)
    const [contact] = need(told<{ contacts: Record<string, unknown>[] }>(check.receiver).at(-1)).contacts
    expect(contact).toMatchObject({ wa_id: '14165550100', identity_key_hash: hash })
  })

  test.each([
    ['/marketing_messages', market, message],
    ['/messages', send, message],
    ['/messages, free-form', send, (more: object) => ({ ...text, ...more })],
  ] as const)('%s with the right hash arrives; with another fails, and only then', async (_, by, bodyOf) => {
    const check = await checking()
    await writes(check.kit)
    const { hash } = await fate(check, bodyOf({}), by)
    const withHash = bodyOf({ recipient_identity_key_hash: hash })
    expect((await fate(check, withHash, by)).says).toBe('sent delivered read')
    const { identity_key_hash } = (await changes(check.kit)).body.result
    expect(identity_key_hash).not.toBe(hash)
    expect(await fate(check, withHash, by)).toEqual({ hash: undefined, says: 'failed 137000' })
    const without = await fate(check, bodyOf({}), by)
    expect(without).toEqual({ hash: identity_key_hash, says: 'sent delivered read' })
    const anew = bodyOf({ recipient_identity_key_hash: without.hash })
    expect((await fate(check, anew, by)).says).toBe('sent delivered read')
  })

  test('also of a message to a business-scoped user id', async () => {
    const check = await checking()
    await writes(check.kit)
    const [contact] = need(told<{ contacts: Record<string, string>[] }>(check.receiver).at(-1)).contacts
    const body = (recipient_identity_key_hash?: string) =>
      message({ to: undefined, recipient: contact?.user_id, recipient_identity_key_hash })
    expect((await fate(check, body(contact?.identity_key_hash))).says).toBe('sent delivered read')
    await changes(check.kit)
    expect((await fate(check, body(contact?.identity_key_hash))).says).toBe('failed 137000')
  })

  test('5550115 has another key each time: no hash fits, and without one all arrives', async () => {
    const check = await checking()
    const first = await fate(check, message({ to: CHANGES }))
    expect(first.says).toBe('sent delivered read')
    const withHash = message({ to: CHANGES, recipient_identity_key_hash: first.hash })
    expect((await fate(check, withHash)).says).toBe('failed 137000')
    expect((await fate(check, message({ to: CHANGES }))).hash).not.toBe(first.hash)
    expect((await changes(check.kit, CHANGES)).body.error.message).toMatch(/has a new identity key for every message/)
  })
})

describe('with the identity check off', () => {
  test('no hash is told, and none is looked at', async () => {
    const check = await checking(false)
    const wrong = { recipient_identity_key_hash: 'DF2lS5v2W6x=' }
    expect(await fate(check, message(wrong))).toEqual({ hash: undefined, says: 'sent delivered read' })
    expect((await fate(check, message({ ...wrong, to: CHANGES }))).says).toBe('sent delivered read')
    await writes(check.kit)
    const [contact] = need(told<{ contacts: object[] }>(check.receiver).at(-1)).contacts
    expect(contact).not.toHaveProperty('identity_key_hash')
  })
})

test('the hash is the same in every world of the seed, and another for each person', async () => {
  const hashOf = async (to: string) => (await fate(await checking(), message({ to }))).hash
  const robin = await hashOf('+14165550100')
  expect(await hashOf('+14165550100')).toBe(robin)
  expect(await hashOf('+14165550177')).not.toBe(robin)
})
