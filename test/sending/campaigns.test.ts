import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkWebhook } from '../../contracts/check-webhook.ts'
import { type HabitName, habits } from '../../contracts/habits.ts'
import type { World } from '../../emulator/world/world.ts'
import { Place } from '../place.ts'
import { rightTemplates, sendWorld } from '../send-world.ts'
import '../seed.ts'

/** How many campaigns each invariant sees: more by `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_CAMPAIGNS ?? 50)

/** One step of a campaign. */
type Step =
  | { readonly does: 'sends'; readonly edge: string; readonly template: object; readonly to: string }
  | { readonly does: 'writes'; readonly to: string }
  | { readonly does: 'waits'; readonly advance: string }
  | { readonly does: 'breaks'; readonly error: string }
  | { readonly does: 'happens'; readonly name: string; readonly with: object }
  | { readonly does: 'answers'; readonly status: number }

/** People of every habit. */
const person = fc.constantFrom(...(Object.keys(habits) as HabitName[])).map((name) => `+1416555${habits[name].number}`)

/** Errors that a webhook tells, and some that end the call. */
const FAULTS = [
  'unknown_delivery_error',
  'message_undeliverable',
  'payment_missing',
  'ecosystem_limit_reached',
  'identity_changed',
  'media_upload_failed',
  'service_temporarily_unavailable',
  'throughput_reached',
  'template_policy_violated',
]

const happening: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom(
      ['customer_sends_message', 'from'],
      ['customer_stops_marketing', 'from'],
      ['customer_resumes_marketing', 'from'],
      ['business_blocks_customer', 'customer'],
      ['business_unblocks_customer', 'customer'],
      ['customer_blocks_business', 'customer'],
      ['customer_unblocks_business', 'customer'],
    ),
    person,
  )
  .map(([[name = '', key = ''], who]) => {
    const text = name === 'customer_sends_message' && { text: { body: 'Hi' } }
    return { does: 'happens', name, with: { phone: 'phone', [key]: who, ...text } }
  })

const quality: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom('template', 'is_paced', 'with_cards'), fc.constantFrom('GREEN', 'RED'))
  .map(([template, score]) => ({ does: 'happens', name: 'template_quality_changes', with: { template, score } }))

const pacing: fc.Arbitrary<Step> = fc.constantFrom('GOOD', 'BAD').map((says) => ({
  does: 'happens',
  name: 'template_pacing_is_decided',
  with: { template: 'is_paced', quality: says },
}))

const send: fc.Arbitrary<Step> = fc.record({
  does: fc.constant('sends'),
  edge: fc.constantFrom('marketing_messages', 'marketing_messages', 'messages'),
  template: fc.oneof(
    fc.constantFrom(...rightTemplates),
    fc.constant({ name: 'is_paced', language: { code: 'en_US' } }),
  ),
  to: person,
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: send },
  { weight: 2, arbitrary: person.map((to): Step => ({ does: 'writes', to })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('100ms', '300ms', '700ms', '2s', '1m', '13h', '3d', '31d')
      .map((advance): Step => ({ does: 'waits', advance })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...FAULTS).map((error): Step => ({ does: 'breaks', error })) },
  { weight: 3, arbitrary: happening },
  { weight: 1, arbitrary: quality },
  { weight: 1, arbitrary: pacing },
  { weight: 1, arbitrary: fc.constantFrom(200, 200, 500, 301).map((status): Step => ({ does: 'answers', status })) },
)

/** A status of a message, as it was told. */
interface Told {
  readonly id: string
  readonly status: string
  readonly timestamp: string
  readonly pricing?: { readonly category: string }
  readonly errors?: readonly { readonly code: number }[]
  readonly biz_opaque_callback_data?: string
}

/** A campaign, played in this process. */
class Campaign {
  readonly place: Place
  /** What was accepted: the message, and the mark that it was sent with. */
  readonly accepted = new Map<string, string>()

  constructor(statusOrder = 'as-they-happen') {
    const file = sendWorld()
    const rulings = { ...file.rulings, 'status-order': statusOrder }
    this.place = new Place({ ...file, rulings, retention: { deliveries: 100_000 } }, {})
  }

  async play(steps: readonly Step[]): Promise<void> {
    await this.place.subscribe()
    for (const one of steps) await this.take(one)
    this.place.receiver = 200
    await this.place.control('clock', { advance: '60d' })
  }

  async take(one: Step): Promise<void> {
    if (one.does === 'sends') await this.send(one.edge, { type: 'template', to: one.to, template: one.template })
    else if (one.does === 'writes') await this.send('messages', { type: 'text', to: one.to, text: { body: 'Hi' } })
    else if (one.does === 'waits') await this.place.control('clock', { advance: one.advance })
    else if (one.does === 'breaks') await this.place.control('faults', { error: one.error })
    else if (one.does === 'answers') this.place.receiver = one.status
    else await this.place.control('happenings', { name: one.name, with: one.with })
  }

  async send(edge: string, message: object): Promise<void> {
    const mark = `n-${this.accepted.size}`
    const body = { messaging_product: 'whatsapp', biz_opaque_callback_data: mark, ...message }
    const { status, reply } = await this.place.graph(`/{phone}/${edge}`, body)
    if (status === 200) this.accepted.set(reply.messages[0].id, mark)
  }

  /** What was told of each message, in the order of telling; what was told anew as nobody took it counts once. */
  told(): Map<string, Told[]> {
    const told = new Map<string, Told[]>()
    for (const value of this.values()) {
      for (const one of value.statuses ?? []) told.set(one.id, [...(told.get(one.id) ?? []), one])
    }
    return told
  }

  values(): { statuses?: Told[] }[] {
    const first = this.world.deliveries.list().filter(({ field, attempt }) => field === 'messages' && attempt === 1)
    return first.map(({ body }) => JSON.parse(body).entry[0].changes[0].value)
  }

  get world(): World {
    return this.place.world
  }
}

/** Plays random campaigns, and looks at each when all is over. */
async function campaigns(look: (campaign: Campaign) => void, statusOrder?: string): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      const campaign = new Campaign(statusOrder)
      await campaign.play(steps)
      look(campaign)
    }),
    { numRuns: RUNS },
  )
}

const statusesOf = (told: readonly Told[]): string => told.map(({ status }) => status).join(' ')

/** What can be told of a message in all. */
const FATES = ['failed', 'sent', 'sent delivered', 'sent delivered read', 'sent read']

describe('whatever a campaign does', { timeout: 600_000 }, () => {
  test('each message gets one of the fates, told in order, each status once', async () => {
    const met = new Map<string, number>()
    await campaigns((campaign) => {
      for (const told of campaign.told().values()) {
        const fate = statusesOf(told)
        expect(FATES).toContain(fate)
        met.set(fate, (met.get(fate) ?? 0) + 1)
        const times = told.map(({ timestamp }) => Number(timestamp))
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      }
    })
    expect([...met.keys()].sort()).toEqual(FATES.toSorted())
  })

  test('pricing stands on sent and on what comes first of delivered and read, and never on failed', async () => {
    await campaigns((campaign) => {
      for (const told of campaign.told().values()) {
        const arrived = told.filter(({ status }) => status !== 'failed')
        expect(told.filter(({ pricing }) => pricing)).toEqual(arrived.slice(0, 2))
        expect(new Set(arrived.slice(0, 2).map(({ pricing }) => pricing?.category)).size).toBe(arrived.length && 1)
        expect(told.filter(({ errors }) => errors?.length === 1)).toEqual(told.filter((one) => !arrived.includes(one)))
      }
    })
  })

  test('nothing is told of what was refused, something of all that was accepted, and nothing stays on its way', async () => {
    await campaigns((campaign) => {
      const told = campaign.told()
      for (const [id, all] of told) {
        for (const one of all) expect(one.biz_opaque_callback_data).toBe(campaign.accepted.get(id))
      }
      for (const { id, done } of campaign.world.traffic.messages.list())
        expect([done, told.has(id)]).toEqual([true, true])
    })
  })

  test('each webhook keeps its contract, and is taken once', async () => {
    await campaigns((campaign) => {
      for (const value of campaign.values()) expect(checkWebhook('messages', value)).toMatchObject({ problems: [] })
      const taken = campaign.world.deliveries.list().filter(({ status }) => status === 200)
      expect(new Set(taken.map(({ event }) => event)).size).toBe(taken.length)
    })
  })

  test("under status-order 'repeated' each status comes twice, and no other", async () => {
    const twice = FATES.map((fate) => fate.replaceAll(/\w+/g, '$& $&'))
    await campaigns((campaign) => {
      for (const told of campaign.told().values()) expect(twice).toContain(statusesOf(told))
    }, 'repeated')
  })

  test("under status-order 'disordered' the fates are the same, in whatever order", async () => {
    const sets = FATES.map((fate) => fate.split(' ').sort().join(' '))
    await campaigns((campaign) => {
      for (const told of campaign.told().values())
        expect(sets).toContain(
          told
            .map(({ status }) => status)
            .sort()
            .join(' '),
        )
    }, 'disordered')
  })

  test('the same inputs give the same world, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
        const states: string[] = []
        for (const campaign of [new Campaign(), new Campaign()]) {
          await campaign.play(steps)
          states.push(JSON.stringify(campaign.world.state()))
        }
        expect(states[0]).toBe(states[1])
      }),
      { numRuns: RUNS / 2 },
    )
  })
})
