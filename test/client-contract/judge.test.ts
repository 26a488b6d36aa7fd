import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClientCall, ClientContract, ClientWebhook, Reads } from '../../contracts/client/format.ts'
import { readClient } from '../../contracts/client/read.ts'
import { readingOf } from '../../contracts/client/reads.ts'
import { schemasAt } from '../../contracts/client/schema-at.ts'
import { clientText } from '../../contracts/client/text.ts'
import { judgeUpgrade } from '../../contracts/client/upgrade.ts'
import type { Place } from '../../contracts/client/variation.ts'
import { variations } from '../../contracts/client/variations.ts'
import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { errors } from '../../contracts/errors.ts'
import { nodes } from '../../contracts/nodes.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { operations } from '../../contracts/operations.ts'
import { type RulingName, rulings } from '../../contracts/rulings.ts'
import { addressOf } from '../../contracts/sources.ts'
import { liveVersions, type Version, versions } from '../../contracts/versions.ts'
import { webhooks } from '../../contracts/webhooks.ts'

const allVersions = Object.keys(versions) as Version[]
const seen = fc.constantFrom('all', 'some', 'none')
const readings = fc.constantFrom('read', 'copied')
const parts = variations.flatMap(({ place }) => ('parts' in place && place.parts ? place.parts : []))
const pointers = fc.constantFrom('', '/data/*/id', ...parts.map((part) => part.replace('**', '/data/*')))
const reads = fc.record({ seen, parts: fc.dictionary(pointers, readings) }) as fc.Arbitrary<Reads>
const params = variations.flatMap(({ place }) => (place.kind === 'param' ? [place.param] : []))
const sent = fc.constantFrom('every', 'some', 'refused')
const param = fc.record({ sent, types: fc.constant(['string']) })
const fields = [...new Set(Object.values(nodes).flatMap((node) => Object.keys(node.fields)))]

const calls: fc.Arbitrary<ClientCall> = fc
  .record({
    operation: fc.constantFrom('graph', ...operations.map(({ name }) => name)),
    version: fc.constantFrom('none', ...allVersions),
    call: fc.constantFrom('GET /', 'GET /{Business}'),
    params: fc.dictionary(fc.constantFrom(...params), param),
    fields: fc.dictionary(fc.constantFrom('insights', ...fields), sent),
    headers: fc.subarray(['if-none-match', 'transfer-encoding']),
    answered: fc.boolean(),
    reads,
    errors: fc.dictionary(fc.constantFrom(...Object.keys(errors)), reads),
  })
  .map((call) => call as ClientCall)

const events = webhooks.flatMap(({ field, events }) => Object.keys(events).map((event) => ({ field, event })))
const webhook: fc.Arbitrary<ClientWebhook> = fc
  .record({
    of: fc.constantFrom(...events),
    version: fc.constantFrom(...allVersions),
    answers: fc.subarray([0, 200, 202, 500]),
    reads,
  })
  .map(({ of, ...rest }) => ({ ...of, ...rest }))

const sides = fc.record(
  Object.fromEntries(
    Object.entries(rulings).map(([name, { sides }]) => [name, fc.constantFrom(...Object.keys(sides))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, string>>

const day = fc.constantFrom('2026-03-02', '2026-07-29', '2026-08-01', '2026-11-01')

const clients: fc.Arbitrary<ClientContract> = fc.record({
  contract: fc.constant(1 as const),
  client: fc.constant('npm test'),
  graph: fc.record({ day, rulings: sides }),
  calls: fc.array(calls, { maxLength: 5 }),
  webhooks: fc.array(webhook, { maxLength: 3 }),
})

const alive = (at: string) => liveVersions(Date.parse(at))

test('to the same version, under the same rulings and on the same day, nothing is found', () => {
  fc.assert(
    fc.property(clients, (client) => {
      const { day } = client.graph
      for (const to of alive(day)) {
        const same = {
          ...client,
          calls: client.calls.map((call) => ({ ...call, version: to })),
          webhooks: client.webhooks.map((event) => ({ ...event, version: to })),
        }
        expect(judgeUpgrade(same, { to }).findings).toEqual([])
      }
      expect(judgeUpgrade(client, {}).findings).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('every pair of versions can be judged, and each finding has a source and is of one client', () => {
  fc.assert(
    fc.property(clients, fc.constantFrom(...allVersions), sides, (client, to, rulings) => {
      const { findings, checked } = judgeUpgrade(client, { to, rulings })
      for (const { source, problem, where } of findings) {
        expect(addressOf(source)).toMatch(/\w/)
        expect(problem).toMatch(/^\S.*\S$/s)
        expect(where).toMatch(/^(webhook \w|GET |POST |DELETE )/)
      }
      expect(checked.every(({ count }) => count > 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a file that was written is read as the same, and written again as the same text', () => {
  fc.assert(
    fc.property(clients, (client) => {
      const text = clientText(client)
      const read = readClient('client.json', text)
      expect(read).toEqual(client)
      expect(clientText(read)).toBe(text)
    }),
    { numRuns: 60 },
  )
})

const segments = (pointer: string) => pointer.slice(1).split('/')
const ofOperations = new Map(operations.map((contract) => [contract.name, contract]))
const values = webhooks.flatMap(({ field, events }) =>
  Object.entries(events).map(([event, { value }]) => ({ field, event, value })),
)

/** What a variation names and no contract has. */
function strangersIn(place: Place): unknown[] {
  const named = (('operations' in place && place.operations) || []).filter((name) => name !== 'graph')
  const unknown = named.filter((name) => !ofOperations.has(name))
  const contracts = named.flatMap((name) => ofOperations.get(name) ?? [])
  return [...unknown, ...contracts.flatMap((contract) => lostInCall(place, contract)), ...lostInWebhook(place)]
}

function lostInCall(place: Place, { params, reply, name }: OperationContract): unknown[] {
  // What is sent in a message is not all in the schema: its object is.
  if (place.kind === 'param')
    return schemasAt(params, segments(place.param).slice(0, 1)).length > 0 ? [] : [name, place]
  const parts = place.kind === 'reply' ? place.parts : []
  return parts.filter((part) => schemasAt(reply, segments(part)).length === 0).map((part) => [name, part])
}

/** A part may be of some of the fields and events only. */
function lostInWebhook(place: Place): unknown[] {
  if (place.kind !== 'webhook') return []
  const { field, events = [''], parts = [] } = place
  const isThere = values.some((of) => of.field === field && events.some((event) => of.event.startsWith(event)))
  const lost = parts.filter((part) => !values.some(({ value }) => schemasAt(value, segments(part)).length > 0))
  return isThere ? lost : [field, events]
}

describe('what differs between versions and rulings', () => {
  test('has every ruling, of which errors may say it themselves', () => {
    const definitions: readonly ErrorDefinition[] = Object.values(errors)
    const known = new Set<string>([
      ...variations.flatMap(({ ruling, cases }) => [
        ...(ruling ? [ruling] : []),
        ...cases.flatMap(({ when }) => Object.keys(when?.rulings ?? {})),
      ]),
      ...definitions.flatMap(({ under = {} }) => Object.keys(under)),
    ])
    expect((Object.keys(rulings) as RulingName[]).filter((name) => !known.has(name))).toEqual([])
  })

  test('has a case for the rest, and something that says so', () => {
    const open = variations.filter(({ cases, ruling, source }) => cases.at(-1)?.when || !(ruling ?? source))
    expect(open).toEqual([])
  })

  test('is about operations, parameters, replies and webhooks that there are', () => {
    expect(variations.flatMap(({ place }) => strangersIn(place))).toEqual([])
  })

  test('needs nothing of fields that come unasked: none of them begins or ends with a version', () => {
    const unasked = Object.values(nodes).flatMap(({ fields }) => Object.values(fields).filter((field) => field.default))
    expect(unasked.filter(({ since, until }) => since ?? until)).toEqual([])
  })
})

describe('a part', () => {
  const of = (parts: Reads['parts'], seen: Reads['seen'] = 'all'): Reads => ({ seen, parts })

  test.each([
    ['is read itself', of({ '/a/b': 'read' }), '/a/b', 'read'],
    ['is read further in', of({ '/a/b/c': 'read' }), '/a/b', 'read'],
    ['is not what only begins like it', of({ '/a/bc': 'read' }), '/a/b', undefined],
    ['is in a copy', of({ '/a': 'copied' }), '/a/b', 'copied'],
    ['is in a copy of all', of({ '': 'copied' }), '/a/b', 'copied'],
    ['is read beside a copy', of({ '': 'copied', '/a/b': 'read' }), '/a/b', 'read'],
    ['is not touched', of({ '/x': 'read' }), '/a/b', undefined],
    ['may be read where it was not seen', of({ '/x': 'read' }, 'some'), '/a/b', 'unseen'],
    ['is found by its end', of({ '/data/*/owner/time': 'read' }), '**/owner/time', 'read'],
    ['is not found by another end', of({ '/data/*/owner/times': 'read' }), '**/owner/time', undefined],
  ] as const)('%s', (_, reads, part, reading) => {
    expect(readingOf(reads, part)).toBe(reading)
  })
})
