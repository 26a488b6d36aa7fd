import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../contracts/check.ts'
import { appCounters, messagingEvents, websiteCounters } from '../contracts/conversion-events.ts'
import { createDatasetEvents } from '../contracts/operations/create-dataset-events.ts'
import { readWorld } from '../emulator/world/load.ts'
import { hashed, ROBIN } from './conversions.ts'
import { mutated, mutationOf } from './mutations.ts'
import { Place } from './place.ts'
import { valuesOf } from './schema-values.ts'
import { message } from './sends.ts'
import './seed.ts'

/** How many calls are made: 3000 here, more by `npm run fuzz`. */
const CALLS = Math.ceil(Number(process.env.FUZZ_BODIES ?? 10_000) * 0.3)

test(`${CALLS} calls with mutated events: each fits the contract, and sums stay numbers`, async () => {
  const place = new Place(readWorld('ready-to-send').file)
  const { reply } = await place.graph('/{phone}/marketing_messages', message(), 'client_business')
  await place.control('clock', { advance: '1m' })
  const click = { name: 'customer_clicks_link', with: { message: reply.messages[0].id } }
  const { result } = await place.control('happenings', click)
  const referral = { source_url: 'https://fb.me/x', source_id: '1', source_type: 'ad', ctwa_clid: 'ARAk' }
  const written = { phone: 'phone', from: 'recipient', text: { body: 'Rye?' }, referral }
  await place.control('happenings', { name: 'customer_sends_message', with: written })
  const own = (await place.graph('/{waba}/dataset', {})).reply.id
  const { names, now } = place.world
  const words = {
    event_name: [...Object.keys(websiteCounters), ...Object.keys(appCounters), ...messagingEvents],
    event_id: ['order-1'],
    ph: [hashed(ROBIN)],
    em: [hashed('robin@juniper.example')],
    fbc: [`fb.1.${now}.${result.fbclid}`],
    currency: ['USD', 'EUR', 'cad', 'BREAD'],
    whatsapp_business_account_id: [names.waba ?? ''],
    ctwa_clid: ['ARAk'],
  }
  const event = valuesOf(createDatasetEvents.params.properties.data.items, words)
  const second = Math.floor(now / 1000)
  const recent = fc.tuple(event, fc.integer({ min: -700_000, max: 60 })).map(([one, by]) => ({
    ...(one as object),
    event_time: second + by,
  }))
  // By somebody who has tapped, just now: what is right until it is changed.
  const right = fc.record({
    event_name: fc.constantFrom(...words.event_name),
    event_time: fc.constant(second),
    action_source: fc.constantFrom('website', 'app'),
    user_data: fc.constantFrom({ ph: words.ph }, { fbc: words.fbc[0] }),
    custom_data: fc.record({ currency: fc.constantFrom('USD', 'eur', 'JPY'), value: fc.double({ noNaN: true }) }),
  })
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(event, recent, right), { minLength: 1, maxLength: 3 }),
      fc.array(mutationOf(['event_time', 'user_data', 'custom_data', 'contents', 'value', 'app_data']), {
        maxLength: 2,
      }),
      fc.constantFrom(own, names.pixel, names.pixel),
      fc.boolean(),
      async (data, mutations, dataset, isForm) => {
        const body = mutated({ data }, mutations) as { data?: unknown }
        const path = `/v24.0/${dataset}/events`
        const response = isForm
          ? await place.post(path, pairsOf(body), 'application/x-www-form-urlencoded')
          : await place.post(path, JSON.stringify(body), 'application/json')
        const status = response.status
        const answer = await response.json()
        const [finding] = check(
          { at: now, method: 'POST', path, params: {}, status, reply: answer },
          createDatasetEvents,
        )
        if (finding) throw new Error(`${finding.where} ${finding.problem}: ${status} ${JSON.stringify(answer)}`)
        seen.add(response.headers.get('x-mmgraph-error') ?? 'received')
      },
    ),
    { numRuns: CALLS },
  )
  // What is received is worth nothing where all is refused for one reason.
  expect(seen).toContain('received')
  expect(seen.size).toBeGreaterThan(8)
  const tallies = [...place.world.metrics.daysOf(names.template ?? '', 'mm').utc.values()]
  const counts = tallies.flatMap((tally) => Object.entries(tally))
  expect(counts.filter(([, value]) => !Number.isFinite(value))).toEqual([])
  expect(counts.filter(([name]) => name.startsWith('website_')).length).toBeGreaterThan(3)
}, 120_000)

const pairsOf = (body: object): string =>
  new URLSearchParams(
    Object.entries(body).map(([key, value]): [string, string] => [key, JSON.stringify(value) ?? '']),
  ).toString()
