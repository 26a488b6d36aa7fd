import { createHmac } from 'node:crypto'
import type { OperationContract } from '../../contracts/operation.ts'
import type { Trial } from '../../contracts/verify/trial.ts'
import { type BodyParts, bodyOf, encoded } from '../../scenarios/body.ts'
import { cameOf } from '../../scenarios/came.ts'
import { isAddress } from '../../scenarios/stage.ts'
import { filled } from '../../scenarios/words.ts'
import type { TrialPlace } from './place.ts'
import { at } from './pointer.ts'

/** A trial that was made, and what was answered. */
export interface Tried {
  /** What is told apart by it: `getAd`, `getAd: all fields`. */
  readonly what: string
  readonly trial: Trial
  readonly contract: OperationContract
  /** HTTP status; 0: the connection broke. */
  readonly status: number
  readonly headers: Headers
  /** JSON where it is JSON, else the text. */
  readonly reply: unknown
  readonly isJson: boolean
}

/** A token by its name, or that of an app by the name of the app. */
export function tokenOf({ as }: Trial, { tokens, secrets, words }: TrialPlace): string | undefined {
  const wanted = typeof as === 'string' ? [as] : (as ?? [])
  const found = wanted.map((name) => tokens[name] ?? (secrets[name] && `${words.get(name)}|${secrets[name]}`))
  return found.find((token) => token !== undefined && token !== '')
}

/** @throws UnknownWord */
export async function makeCall(
  { trial, contract, what, ...wanted }: Wanted,
  place: TrialPlace,
  version: string,
): Promise<Tried> {
  const token = wanted.token ?? tokenOf(trial, place)
  if (token) place.words.set('shown_token', token)
  const { path, init } = wireOf(trial, contract, place, token, version)
  const came = await cameOf(() => place.graph(path, init))
  if (came.answer !== 'whole') {
    return { what, trial, contract, status: 0, headers: new Headers(), reply: came.why, isJson: false }
  }
  const { status, headers } = came.response
  const { reply, isJson } = parsed(came.body)
  if (status === 200 && what === contract.name) remember(trial, reply, place)
  return { what, trial, contract, status, headers, reply, isJson }
}

/** A call that is to be made. */
export interface Wanted {
  readonly what: string
  readonly trial: Trial
  readonly contract: OperationContract
  /** Another token than that of the trial. */
  readonly token?: string
}

function wireOf(
  trial: Trial,
  { method }: OperationContract,
  place: TrialPlace,
  token: string | undefined,
  version: string,
): { path: string; init: RequestInit } {
  const { words } = place
  const query = { ...(filled(trial.query ?? {}, words) as object), ...proofOf(trial, token, place) }
  const whole = String(filled(trial.path, words))
  const path = trial.unversioned ? whole : `/${version}${whole}`
  const sep = path.includes('?') ? '&' : '?'
  const body = bodyOf(trial as BodyParts, words)
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(body.type && { 'content-type': body.type }),
    ...(filled(trial.headers ?? {}, words) as Record<string, string>),
  }
  return {
    path: Object.keys(query).length > 0 ? `${path}${sep}${encoded(query)}` : path,
    init: { method, headers, ...(body.bytes !== undefined && { body: body.bytes }) },
  }
}

/** @see sources secure-requests */
function proofOf({ proof }: Trial, token = '', { secrets }: TrialPlace): { appsecret_proof?: string } {
  const secret = proof === undefined ? undefined : secrets[proof]
  return secret ? { appsecret_proof: createHmac('sha256', secret).update(token).digest('hex') } : {}
}

function parsed(text: string): { reply: unknown; isJson: boolean } {
  try {
    return { reply: JSON.parse(text), isJson: true }
  } catch {
    return { reply: text, isJson: false }
  }
}

/** What is known already stays: a list may begin with another account than the one that is meant. */
function remember({ finds = {} }: Trial, reply: unknown, { words }: TrialPlace): void {
  for (const [name, pointer] of Object.entries(finds)) {
    const value = at(reply, pointer)
    if (value !== undefined && !words.has(name)) words.set(name, value)
  }
}

/** Whether an address that an answer gave leads to another host than the one that is verified: no token goes there. */
export function leadsAway({ path }: Trial, { url, words }: TrialPlace): boolean {
  const whole = String(filled(path, words))
  return isAddress(whole) && new URL(whole).origin !== new URL(url).origin
}
