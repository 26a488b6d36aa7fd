import type { ApiModel, ApiOperation } from './model.ts'
import { partDifferences } from './part-differences.ts'

/** Whether what changed breaks those who call today, lets them do more, or is a matter of documents. */
export type Judgement = 'breaks clients' | 'new' | 'docs only'

/** Who has it: `theirs` alone, `mine` alone, or both in another way. */
export type Group = 'theirs' | 'mine' | 'differs'

/** One thing in which two descriptions of an API differ. */
export interface Drift {
  /** The same for the same difference, on any day: `param POST Business/x name`. */
  readonly id: string
  /** The operation: `GET WhatsAppBusinessAccount/phone_numbers`. */
  readonly key: string
  readonly group: Group
  readonly judgement: Judgement
  readonly says: string
}

/** What a comparison is of. `contracts`: what Meta leaves out may still be there. `versions`: what is left out is gone. */
export type Mode = 'contracts' | 'versions'

/** How an API drifts from mine to theirs. */
export function driftOf(mine: ApiModel, theirs: ApiModel, mode: Mode): Drift[] {
  const both = [...theirs.operations].flatMap(([key, other]) => {
    const own = mine.operations.get(key)
    return own ? operationDrift(own, other, mine, theirs, mode) : [onlyThere(other)]
  })
  // Specs of some types of nodes say nothing of the others.
  const types = new Set([...theirs.operations.keys()].map(typeIn))
  const gone = [...mine.operations.values()].filter(({ key }) => !theirs.operations.has(key) && types.has(typeIn(key)))
  return [...both, ...gone.map((own) => onlyHere(own, mode))]
}

const typeIn = (key: string): string => key.replace(/^\w+ /, '').replace(/\/.*/, '')

const onlyThere = ({ key, name }: ApiOperation): Drift => ({
  id: `operation ${key}`,
  key,
  group: 'theirs',
  judgement: 'new',
  says: `the operation ${name} is there`,
})

const onlyHere = ({ key, name }: ApiOperation, mode: Mode): Drift => ({
  id: `operation ${key}`,
  key,
  group: 'mine',
  judgement: mode === 'versions' ? 'breaks clients' : 'docs only',
  says: `the operation ${name} is not there`,
})

function operationDrift(own: ApiOperation, other: ApiOperation, mine: ApiModel, theirs: ApiModel, mode: Mode): Drift[] {
  const { tells } = theirs
  const at = { key: own.key, mode }
  return [
    ...partDifferences(own.params, other.params, {
      ...at,
      kind: 'param',
      complete: tells.params,
      required: tells.required,
    }),
    ...partDifferences(own.reply, other.reply, {
      ...at,
      kind: 'field',
      complete: tells.reply,
      required: tells.required && mode === 'versions',
    }),
    ...(tells.errors && mine.tells.errors ? errorDrift(own, other, mode) : []),
  ]
}

function errorDrift({ key, errors: own }: ApiOperation, { errors: there }: ApiOperation, mode: Mode): Drift[] {
  const row = (code: string, group: Group, judgement: Judgement, says: string): Drift => ({
    id: `error ${key} ${code}`,
    key,
    group,
    judgement,
    says,
  })
  const added = there.filter((code) => !own.includes(code))
  const gone = mode === 'versions' ? own.filter((code) => !there.includes(code)) : []
  return [
    ...added.map((code) => row(code, 'theirs', 'new', `the error ${code} is there`)),
    ...gone.map((code) => row(code, 'mine', 'docs only', `the error ${code} is not there`)),
  ]
}
