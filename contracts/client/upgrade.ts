import type { Finding } from '../finding.ts'
import { instead } from '../nearest.ts'
import { operations } from '../operations.ts'
import type { Checked, Report, Unchecked } from '../report/report.ts'
import { defaultRulings, type Rulings } from '../rulings.ts'
import { servingVersion, UNVERSIONED, type Version, versions } from '../versions.ts'
import { webhooks } from '../webhooks.ts'
import type { AskedVersion, ClientCall, ClientContract, ClientWebhook } from './format.ts'
import { judgeErrors, judgeNewErrors } from './judge-errors.ts'
import { judgeFields } from './judge-fields.ts'
import { judgeOperation, judgeServing } from './judge-operation.ts'
import { judgeVariations } from './judge-variation.ts'
import { judgeWebhook } from './judge-webhook.ts'
import { ANY_CALL } from './keep.ts'
import { type Asked, type CallStep, findingOf, type Problem, type Step } from './step.ts'

/** Where a client goes. */
export interface Upgrade {
  /** Where absent every call keeps its version: only the day and the rulings are others. */
  readonly to?: Version | undefined
  /** Only what asks for this version goes; all that asks for one where absent. */
  readonly from?: Version | undefined
  /** The day (UTC) of the Graph that it goes to. Where absent that of the contract, or the release of the version. */
  readonly day?: string | undefined
  readonly rulings?: Partial<Rulings> | undefined
}

/** A wish that cannot be judged; the message says why. */
export class CannotUpgrade extends Error {}

/**
 * What of a client breaks (severity `error`), what changes (`warning`), and how much stays as it is (`checked`).
 * @throws CannotUpgrade
 */
export function judgeUpgrade(client: ClientContract, upgrade: Upgrade): Report {
  const day = dayOf(client, upgrade)
  checkFrom(client, upgrade)
  const calls = client.calls.map((call) => judgeCall(call, stepOf(call.version, client, { ...upgrade, day })))
  const events = client.webhooks.map((webhook) =>
    judgeEvent(webhook, stepOf(webhook.version, client, { ...upgrade, day })),
  )
  const judged = [...calls, ...events]
  return {
    title: `${client.client}: ${[upgrade.from, 'to', upgrade.to ?? 'the same version'].filter(Boolean).join(' ')} on ${day}`,
    findings: judged.flatMap(({ findings }) => findings),
    suppressed: [],
    checked: judged.flatMap(({ checked }) => checked ?? []),
    unchecked: [...uncheckedOf(client), UNTOLD],
  }
}

const UNTOLD: Unchecked = {
  what: 'changes of Graph that no source here tells of',
  why: 'only contracts, versions and rulings are compared',
}

/** @throws CannotUpgrade */
function dayOf({ graph }: ClientContract, { to, day }: Upgrade): string {
  if (to === undefined) return day ?? graph.day
  const { released } = versions[to] ?? { released: '' }
  const found = day ?? (released > graph.day ? released : graph.day)
  if (servingVersion(to, Date.parse(found))) return found
  throw new CannotUpgrade(`${to} is not released on ${found}; it was on ${released}`)
}

/** @throws CannotUpgrade */
function checkFrom({ calls, webhooks }: ClientContract, { from }: Upgrade): void {
  const asked = new Set([...calls, ...webhooks].map(({ version }) => version))
  if (from === undefined || asked.has(from)) return
  throw new CannotUpgrade(`nothing asks for ${from}; asked for are ${[...asked].sort().join(', ')}`)
}

function stepOf(version: AskedVersion, client: ClientContract, upgrade: Upgrade & { readonly day: string }): Step {
  const { to, from, day } = upgrade
  const goes = to !== undefined && version !== 'none' && (from === undefined || from === version)
  const sides: Rulings = { ...defaultRulings, ...client.graph.rulings }
  return {
    client,
    before: askedAt(version, client.graph.day, sides),
    after: askedAt(goes ? to : version, day, { ...sides, ...upgrade.rulings }),
  }
}

function askedAt(version: AskedVersion, day: string, rulings: Rulings): Asked {
  const asked = version === 'none' ? undefined : version
  const wanted = asked ?? UNVERSIONED
  return { asked, version: servingVersion(wanted, Date.parse(day)) ?? wanted, day, rulings }
}

interface Judged {
  readonly findings: readonly Finding[]
  readonly checked?: Checked
}

function judgeCall(call: ClientCall, step: Step): Judged {
  const contract = operations.find(({ name }) => name === call.operation)
  const one: CallStep = { ...step, call }
  if (!contract && call.operation !== ANY_CALL) return { findings: [] }
  const first = contract ? judgeOperation(one, contract) : []
  // What is refused as a whole has nothing more to tell.
  const isRefused = first.some(({ rule }) => rule === 'upgrade-call-refused')
  const rest = isRefused
    ? []
    : [
        ...judgeServing(step.before, step.after),
        ...(contract ? judgeFields(one, contract) : []),
        ...judgeVariations(one, contract),
        ...judgeErrors(one),
        ...judgeNewErrors(one),
      ]
  const where = `${call.call} (${versionsOf(step)})`
  const findings = [...first, ...rest].map((problem) => findingOf(problem, 'caller', where, call.operation))
  const { params, fields, headers, reads, errors } = call
  const things = [params, fields, headers, reads.parts, errors].map((part) => Object.keys(part).length)
  const count = 1 + things.reduce((sum, length) => sum + length, 0)
  return { findings, checked: { what: where, count } }
}

function judgeEvent(webhook: ClientWebhook, step: Step): Judged {
  const { field, event, reads } = webhook
  const where = `webhook ${field} ${event} (${versionsOf(step)})`
  if (!webhooks.some((known) => known.field === field)) return { findings: [] }
  const problems: readonly Problem[] = judgeWebhook({ ...step, webhook })
  const findings = problems.map((problem) => findingOf(problem, 'receiver', where, field))
  return { findings, checked: { what: where, count: 1 + Object.keys(reads.parts).length } }
}

function versionsOf({ before, after }: Step): string {
  const [was, is] = [before.asked ?? 'no version', after.asked ?? 'no version']
  return was === is ? was : `${was} to ${is}`
}

/** What cannot be told of this client. */
function uncheckedOf({ calls, webhooks: events }: ClientContract): Unchecked[] {
  return [
    ...calls.flatMap((call) => uncheckedCall(call)),
    ...events
      .filter(({ field }) => !webhooks.some((known) => known.field === field))
      .map(({ field }) => ({ what: `webhook ${field}`, why: 'there is no contract of it' })),
    ...events
      .filter(({ reads }) => reads.seen !== 'all')
      .map(({ field, event }) => ({ what: `webhook ${field} ${event}`, why: UNSEEN })),
  ]
}

const UNSEEN = 'it could not be seen which parts are read: it is said what may break'

function uncheckedCall({ operation, version, call, reads }: ClientCall): Unchecked[] {
  const names = operations.map(({ name }) => name)
  const isKnown = operation === ANY_CALL || names.includes(operation)
  if (!isKnown) return [{ what: call, why: `no contract is called ${operation}; ${instead(operation, names)}` }]
  const unversioned = { what: `${call} without a version`, why: 'Graph takes the version of the settings of the app' }
  return [
    ...(version === 'none' ? [unversioned] : []),
    ...(operation === ANY_CALL
      ? [{ what: call, why: 'it is no call of one operation; of a batch the parts are judged' }]
      : []),
    ...(reads.seen !== 'all' ? [{ what: call, why: UNSEEN }] : []),
  ]
}
