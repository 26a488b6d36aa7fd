import type { OperationContract } from '../../contracts/operation.ts'
import type { Trial } from '../../contracts/verify/trial.ts'
import { filled, UnknownWord } from '../../scenarios/words.ts'
import { leadsAway, tokenOf } from './call.ts'
import type { TrialPlace } from './place.ts'

/** What may be done on a real Graph. */
export interface Allowed {
  readonly writes: boolean
  /** The id of the account that is there for tests. */
  readonly testAccount?: string | undefined
  /** The ids that were read of that account or made in it: nothing else is written to. */
  readonly testIds: ReadonlySet<string>
}

/** Why a trial is not made, in a few words; undefined where it is made. */
export function whyNotTried(
  trial: Trial,
  contract: OperationContract,
  place: TrialPlace,
  allowed: Allowed,
): string | undefined {
  if (place.kind === 'real') {
    const why = whyNotReal(trial, contract, allowed)
    if (why) return why
  }
  return whyNoToken(trial, contract, place) ?? whyNoWord(trial, place) ?? whyNotThere(trial, contract, place, allowed)
}

function whyNotReal({ after = [] }: Trial, contract: OperationContract, { writes, testAccount }: Allowed) {
  if (contract.live === undefined) return 'its contract does not say that it may be tried on a real Graph'
  if (after.some((step) => !('wait' in step))) return 'only an emulator can do what must happen first'
  if (isRead(contract)) return undefined
  if (!writes) return 'it changes data; --allow-writes with --test-account lets it'
  return testAccount === undefined
    ? 'it changes data; --test-account names the account that is there for it'
    : undefined
}

/** Whether calling it changes nothing. */
export const isRead = ({ method, live }: OperationContract): boolean => method === 'GET' && live === 'safe'

function whyNoToken(trial: Trial, { auth }: OperationContract, place: TrialPlace): string | undefined {
  if (auth.anonymous || trial.as === 'nobody') return undefined
  if (tokenOf(trial, place)) return undefined
  const [name] = typeof trial.as === 'string' ? [trial.as] : (trial.as ?? [])
  return `there is no token ${name}; --token ${name}=… or --env gives it`
}

function whyNoWord(trial: Trial, { words, tokens }: TrialPlace): string | undefined {
  const known = new Map([...words, ['shown_token', Object.values(tokens)[0]], ['sms_code', '']])
  for (const { finds = {} } of (trial.after ?? []).filter((step) => 'happens' in step)) {
    for (const name of Object.keys(finds)) known.set(name, '')
  }
  try {
    filled([trial.path, trial.query, trial.body, trial.form, trial.headers], known)
    return undefined
  } catch (error) {
    if (!(error instanceof UnknownWord)) throw error
    return `{${error.word}} is not known; --set ${error.word}=… names it`
  }
}

function whyNotThere(trial: Trial, contract: OperationContract, place: TrialPlace, allowed: Allowed) {
  if (leadsAway(trial, place)) return 'its address leads to another host, which gets no token'
  if (place.kind === 'emulator' || isRead(contract)) return undefined
  const [id = ''] = String(filled(trial.path, place.words)).split('/').slice(1)
  return allowed.testIds.has(id) ? undefined : `${trial.path} was not found in the account that is there for tests`
}
