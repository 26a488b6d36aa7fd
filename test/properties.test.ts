import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../emulator/emulator.ts'
import { readWorld } from '../emulator/world/load.ts'
import type { World } from '../emulator/world/world.ts'
import { need } from './kit.ts'
import './seed.ts'

/** One step of a tester: a call, a happening, or time that passes. */
type Step =
  | { readonly call: 'partner' | 'other' }
  | { readonly happens: string }
  | { readonly advance: string }
  | { readonly receiver: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ call: 'partner' }, { call: 'other' }),
  fc.constantFrom<Step>(
    { happens: 'client_accepts_mm_terms' },
    { happens: 'client_rejects_mm_invitation' },
    { happens: 'client_rejects_mm_invitation' },
    { happens: 'business_onboards_in_whatsapp_manager' },
  ),
  fc.constantFrom<Step>({ advance: '1h' }, { advance: '4d' }, { advance: '10d' }),
  fc.constantFrom<Step>({ receiver: 200 }, { receiver: 500 }),
)

/** A world of two partners, each with a receiver, played in this process: no port, no socket. */
class Play {
  readonly posts: { url: string; body: string; status: number }[] = []
  readonly #emulator: Emulator
  #receiver = 200

  constructor() {
    this.#emulator = createEmulator({
      transport: async ({ url, method, body = '' }) => {
        if (method === 'GET')
          return { status: 200, statusText: 'OK', body: new URL(url).searchParams.get('hub.challenge') ?? '' }
        this.posts.push({ url, body, status: this.#receiver })
        return { status: this.#receiver, statusText: '', body: '' }
      },
    })
    const file = structuredClone(readWorld('second-partner-was-first').file)
    const obo = { name: 'Held', owner: 'partner', onBehalfOf: 'client', country: 'BR' }
    const accounts = { ...file.accounts, obo_account: obo }
    this.#emulator.worlds.create('two-partners', { ...file, accounts, requests: {} })
  }

  get world(): World {
    return need(this.#emulator.worlds.get('two-partners')).world
  }

  async begin(): Promise<void> {
    for (const [app, port] of [
      ['app', 1],
      ['other_app', 2],
    ] as const) {
      const subscription = { object: 'whatsapp_business_account', fields: 'account_update', verify_token: 'x' }
      const callback_url = `http://127.0.0.1:${port}/`
      await this.post(`/v24.0/${this.world.names[app]}/subscriptions`, app, { ...subscription, callback_url })
    }
  }

  async run(one: Step): Promise<number> {
    if ('receiver' in one) {
      this.#receiver = one.receiver
      return 200
    }
    if ('advance' in one) return this.post('/_mmgraph/worlds/two-partners/clock', undefined, one)
    if ('happens' in one) {
      const body = { name: one.happens, with: { business: 'client' } }
      return this.post('/_mmgraph/worlds/two-partners/happenings', undefined, body)
    }
    const as = one.call === 'partner' ? 'partner_system_user' : 'other_system_user'
    return this.post(`/v24.0/${this.world.names.client}/onboard_partners_to_mm_lite`, as, {})
  }

  async post(path: string, as: string | undefined, body: object): Promise<number> {
    const token = as && this.world.tokenNames[as]
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const request = new Request(`http://127.0.0.1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await this.#emulator.fetch(request)).status
  }
}

const requests = (world: World) => world.list('BusinessAgreement')
const mailsOf = (world: World, request: string) =>
  world.mailbox.list().filter((mail) => mail.request === request).length

describe('no sequence of calls and happenings breaks an invariant', () => {
  const invariants: Record<string, (play: Play, ended: Map<string, number>) => void> = {
    'one pending request per client': ({ world }) => {
      const pending = requests(world).filter(({ request_status }) => request_status === 'PENDING')
      expect(pending.length).toBeLessThanOrEqual(1)
    },
    'an ended request never sends mail': ({ world }, ended) => {
      for (const { id, request_status } of requests(world)) {
        if (request_status === 'PENDING') continue
        expect(mailsOf(world, id)).toBe(ended.get(id) ?? mailsOf(world, id))
        ended.set(id, mailsOf(world, id))
      }
    },
    'one webhook per account and receiver, retries aside': ({ posts }) => {
      const taken = posts.filter(({ status }) => status === 200).map(({ url, body }) => url + body)
      const firsts = new Set(
        posts.map(({ url, body }) => url + JSON.parse(body).entry[0].changes[0].value.waba_info.waba_id),
      )
      expect(new Set(posts.map(({ url, body }) => url + body)).size).toBe(firsts.size)
      expect(new Set(taken).size).toBeLessThanOrEqual(firsts.size)
    },
    'the terms once signed stay signed, and every account of the client then has its ad account': ({ world }) => {
      const client = world.need('Business', need(world.names.client))
      const owned = world.list('WhatsAppBusinessAccount').filter(({ ownerId }) => ownerId === client.id)
      if (client.termsSignedAt) expect(owned.every(({ adAccountId }) => adAccountId)).toBe(true)
      else expect(owned.some(({ adAccountId }) => adAccountId)).toBe(false)
    },
  }

  test.each(Object.entries(invariants))('%s', async (_, holds) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const play = new Play()
        await play.begin()
        const ended = new Map<string, number>()
        for (const one of steps) {
          expect(await play.run(one)).toBeLessThan(500)
          holds(play, ended)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('an id is never given twice', async () => {
    await fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 500 }), (seed, count) => {
        const world = createEmulator().worlds.create(seed, readWorld('tech-provider').file).world
        const ids = Array.from({ length: count }, () => world.ids.next())
        const before = Object.values(world.names)
        expect(new Set([...ids, ...before]).size).toBe(count + before.length)
        expect(ids.every((id) => /^\d{16}$/.test(id) && Number.isSafeInteger(Number(id)))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('the same inputs give the same world, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const states: string[] = []
        for (const play of [new Play(), new Play()]) {
          await play.begin()
          for (const one of steps) await play.run(one)
          states.push(JSON.stringify(play.world.state()))
        }
        expect(states[0]).toBe(states[1])
      }),
      { numRuns: 30 },
    )
  })
})
