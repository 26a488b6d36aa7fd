import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { errors } from '../../contracts/errors.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { citedText } from '../../contracts/report/cited.ts'
import type { JsonSchema } from '../../contracts/schema.ts'
import type { Trial, TrialPlan } from '../../contracts/verify/trial.ts'
import { bodyOf } from '../../scenarios/body.ts'
import { filled } from '../../scenarios/words.ts'
import { bearer, eventsOf, type Item, noAuth, rawJson } from './item.ts'
import { braced, bracedWords, jsonWith } from './names.ts'
import { sampleOf } from './sample.ts'
import { expectStatus, keepFound, makeProof } from './scripts.ts'

/** A call of a plan, and who makes it. */
interface Wanted {
  readonly plan: TrialPlan
  readonly trial: Trial
  readonly contract: OperationContract
  /** The name of the token that it shows; undefined where it shows none. */
  readonly token: string | undefined
}

/** One call of Graph. @param tokens the names of the tokens that the world of the plan has */
export function callItem(plan: TrialPlan, trial: Trial, contract: OperationContract, tokens: readonly string[]): Item {
  const token = [trial.as ?? []].flat().find((name) => tokens.includes(name))
  const wanted: Wanted = { plan, trial, contract, token }
  const { status, code } = expectedOf(trial)
  const proves = trial.proof !== undefined && token !== undefined
  const events = eventsOf({
    ...(proves && { before: makeProof(plan.name, `${token}_token`, trial.proof ?? '') }),
    after: [...expectStatus(status, code), ...keepFound(plan.name, trial.finds ?? {})],
  })
  return { name: contract.name, event: events, request: requestOf(wanted), response: [] }
}

function expectedOf({ fails }: Trial): { readonly status: number; readonly code?: number | undefined } {
  if (fails === undefined) return { status: 200 }
  const { status, code }: ErrorDefinition = errors[fails]
  return { status, code }
}

function requestOf(wanted: Wanted): Item {
  const { plan, trial, contract, token } = wanted
  const { body, headers } = bodyIn(wanted)
  const own = Object.entries(fill(wanted, trial.headers ?? {}) as Record<string, string>)
  const authorized = own.some(([name]) => name === 'authorization')
  // Without a token nothing else says which world is meant.
  const world = token === undefined ? [['x-mmgraph-world', braced(plan.name, 'world')] as const] : []
  const refused = contract.errors.length > 0 ? [`Refused with: ${contract.errors.join(', ')}.`] : []
  return {
    method: contract.method,
    header: [...headers, ...own, ...world].map(([key, value]) => ({ key, value })),
    auth: token === undefined || authorized ? noAuth : bearer(braced(plan.name, `${token}_token`)),
    ...(body && { body }),
    url: urlOf(wanted),
    description: [...refused, ...contract.sources.map(citedText)].join('\n'),
  }
}

/** A value of a trial with variables of Postman in the place of its names. */
function fill({ plan, token }: Wanted, value: unknown): unknown {
  const words = new Map(bracedWords(plan.name, value))
  if (token !== undefined) words.set('shown_token', braced(plan.name, `${token}_token`))
  return filled(value, words)
}

interface Pair {
  readonly key: string
  readonly value: string
  readonly disabled?: true
}

function urlOf(wanted: Wanted): Item | string {
  const { trial } = wanted
  const query = queryOf(wanted)
  const set = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`)
  const search = set.length > 0 ? `?${set.join('&')}` : ''
  const path = String(fill(wanted, trial.path))
  // The address that an answer gave is whole: in parts it would get a slash at its end.
  if (!path.startsWith('/')) return `${path}${search}`
  const [, ...parts] = `${trial.unversioned ? '' : '/{{version}}'}${path}`.split('/')
  const raw = `{{server}}/${parts.join('/')}${search}`
  return { raw, host: ['{{server}}'], path: parts, ...(query.length > 0 && { query }) }
}

/** What the trial says is set; what else a call without a body takes stands ready. */
function queryOf(wanted: Wanted): Pair[] {
  const { trial, contract } = wanted
  const said = fill(wanted, { ...trial.query, ...(trial.proof && { appsecret_proof: '{proof}' }) })
  const set = Object.entries(said as object).map(([key, value]) => ({ key, value: textOf(value) }))
  if (contract.method === 'POST') return set
  const properties = (contract.params.properties ?? {}) as Readonly<Record<string, JsonSchema>>
  const more = Object.entries(properties).filter(([key]) => !set.some((pair) => pair.key === key))
  return [...set, ...more.map(([key, schema]) => ({ key, value: textOf(sampleOf(schema)), disabled: true as const }))]
}

interface BodyOfItem {
  readonly body?: Item
  readonly headers: readonly (readonly [string, string])[]
}

/** Postman cannot hold the bytes of a file: a body with files is written out, as it goes over the wire. */
function bodyIn(wanted: Wanted): BodyOfItem {
  const { trial, plan } = wanted
  if (trial.body) {
    const raw = jsonWith(plan.name, fill(wanted, trial.body))
    return { body: rawJson(raw), headers: [['Content-Type', 'application/json']] }
  }
  if (!trial.form && !trial.files && !trial.raw) return { headers: [] }
  const { type = '', bytes = '' } = bodyOf(trial, bracedWords(plan.name, [trial.form, trial.files, trial.raw]))
  const raw = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)
  return { body: { mode: 'raw', raw }, headers: [['Content-Type', type]] }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
