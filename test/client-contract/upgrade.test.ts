import { describe, expect, test } from 'vitest'
import { checkWebhook } from '../../contracts/check-webhook.ts'
import { judgeUpgrade } from '../../contracts/client/upgrade.ts'
import type { Finding } from '../../contracts/finding.ts'
import { defaultRulings, type RulingName, rulings } from '../../contracts/rulings.ts'
import type { Version } from '../../contracts/versions.ts'
import { need } from '../kit.ts'
import { type Played, playSample, SAMPLE, type SampleSetting } from './sample.ts'

const DAY = '2026-03-02'
const LATE = '2026-08-01'
const played = new Map<string, Promise<Played>>()

/** The sample under a setting: played once, as the same setting gives the same. */
function play(setting: SampleSetting): Promise<Played> {
  const key = JSON.stringify(setting)
  const found = played.get(key) ?? playSample(setting)
  played.set(key, found)
  return found
}

/** What really became of one call: nothing where it is as before. */
interface Truth {
  readonly operation: string
  readonly kind: 'refused' | 'answered' | 'error' | 'gone'
  readonly part?: string
}

/** Compares what two plays got, call by call, in what the client read. */
function truthsOf(before: Played, after: Played): Truth[] {
  return Object.keys(SAMPLE).flatMap((name) => truthsOfCall(need(before.replies[name]), need(after.replies[name])))
}

function truthsOfCall({ response: old, parts }: Replied, { response: now }: Replied): Truth[] {
  const operation = operationOf(old.headers)
  const isRefused = now.status !== 200
  if (old.status === 200 && isRefused) return [{ operation, kind: 'refused' }]
  if (old.status === 200) {
    const lost = parts.filter((part) => has(old.body, part) && !has(now.body, part))
    return lost.map((part) => ({ operation, kind: 'gone', part }))
  }
  if (!isRefused) return [{ operation, kind: 'answered' }]
  return codesOf(old) === codesOf(now)
    ? []
    : [{ operation, kind: 'error', part: String(old.headers['x-mmgraph-error']) }]
}

type Replied = Played['replies'][string]

const codesOf = ({ body }: Replied['response']): string => `${body.error?.code} ${body.error?.error_subcode}`

const operationOf = (headers: Record<string, string>): string => need(headers['x-mmgraph-contract']?.split(';')[0])

/** Whether a part is anywhere in a body. */
function has(body: unknown, pointer: string): boolean {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown[]>((values, key) => values.flatMap((value) => inside(value, key)), [body])
  return found.length > 0
}

function inside(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (key === '*') return Object.values(value)
  return key in value ? [(value as Record<string, unknown>)[key]] : []
}

const KINDS: Readonly<Record<string, Truth['kind']>> = {
  'upgrade-call-refused': 'refused',
  'upgrade-call-answered': 'answered',
  'upgrade-error-differs': 'error',
  'upgrade-part-gone': 'gone',
}

/** Whether a finding says what came true. */
function tells(finding: Finding, { operation, kind, part = '' }: Truth): boolean {
  if (finding.contract !== operation) return false
  // What is done otherwise may find nothing.
  if (kind === 'gone' && finding.rule === 'upgrade-call-differs') return true
  if (KINDS[finding.rule] !== kind) return false
  if (kind === 'error') return finding.where.endsWith(`: error ${part}`)
  const named = finding.where.split(': reply ')[1] ?? ''
  return kind !== 'gone' || `${part}/`.includes(`${named}/`)
}

/** What is said comes true, and what comes true is said. */
async function holdToTruth(from: SampleSetting, to: SampleSetting): Promise<void> {
  const [before, after] = [await play(from), await play(to)]
  const rulings = { ...defaultRulings, 'ad-account-linked': 'reference', ...to.rulings } as typeof defaultRulings
  const { findings } = judgeUpgrade(before.contract, { to: to.version as Version, day: to.day, rulings })
  const truths = truthsOf(before, after)
  const ofCalls = findings.filter(({ side }) => side === 'caller')
  const lies = ofCalls
    .filter(({ severity }) => severity === 'error')
    .filter((one) => !truths.some((truth) => tells(one, truth)))
  expect(lies).toEqual([])
  expect(truths.filter((truth) => !findings.some((finding) => tells(finding, truth)))).toEqual([])
  holdWebhooksToTruth(before, after, findings)
}

/** The same of the parts of webhooks that were read. */
function holdWebhooksToTruth(before: Played, after: Played, findings: readonly Finding[]): void {
  const lost = before.contract.webhooks.flatMap(({ field, event, reads }) => {
    const [was, is] = [valuesOf(before, field, event), valuesOf(after, field, event)]
    const gone = Object.keys(reads.parts).filter(
      (part) => was.some((one) => has(one, part)) && !is.some((one) => has(one, part)),
    )
    return gone.map((part) => ({ place: `webhook ${field} ${event} (`, part }))
  })
  const said = findings.filter(({ where, rule }) => rule === 'upgrade-part-gone' && where.startsWith('webhook '))
  const isSaid = ({ where }: Finding, { place, part }: (typeof lost)[number]) =>
    where.startsWith(place) && `${part}/`.startsWith(`${where.split(': value ')[1]}/`)
  expect(lost.filter((one) => !said.some((finding) => isSaid(finding, one)))).toEqual([])
  const errors = said.filter(({ severity }) => severity === 'error')
  expect(errors.filter((finding) => !lost.some((one) => isSaid(finding, one)))).toEqual([])
}

function valuesOf({ posts }: Played, field: string, event: string): unknown[] {
  const changes = posts.flatMap(({ json }) => json.entry.flatMap((entry) => entry.changes))
  const values = changes.filter((change) => change.field === field).map(({ value }) => value)
  return values.filter((value) => checkWebhook(field, value)?.event === event)
}

const VERSIONS = ['v19.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0'] as const
const dayOf = (version: string): string => (version === 'v26.0' ? LATE : DAY)

describe('what is said of an upgrade is what the emulator then does', () => {
  const pairs = VERSIONS.flatMap((from) => VERSIONS.map((to) => [from, to] as const))

  test.each(pairs)('%s to %s', async (from, to) => {
    const day = [dayOf(from), dayOf(to)].sort().at(-1) ?? DAY
    await holdToTruth({ version: from, day: dayOf(from) }, { version: to, day })
  })

  test.each(['2026-03-31', '2026-10-07', '2026-11-01', '2027-06-01'])('from v24.0 to the day %s', async (day) => {
    await holdToTruth({ version: 'v24.0', day: DAY }, { version: 'v24.0', day })
  })

  const sides = Object.entries(rulings).flatMap(([name, ruling]) =>
    Object.keys(ruling.sides).map((side) => [name as RulingName, side] as const),
  )

  test.each(sides)('the ruling %s takes the side %s, and back', async (name, side) => {
    const otherwise = { version: 'v24.0', day: DAY, rulings: { [name]: side } }
    const plain = { version: 'v24.0', day: DAY }
    await holdToTruth(plain, otherwise)
    const usual = { ...plain, rulings: { [name]: name === 'ad-account-linked' ? 'reference' : rulings[name].chosen } }
    await holdToTruth(otherwise, usual)
  })
})
