import type { OperationContract } from '../../contracts/operation.ts'
import type { ProbeName } from '../../contracts/verify/probes.ts'
import type { Wanted } from './call.ts'
import { at } from './pointer.ts'

/** A call that is plainly wrong. */
export interface Probe extends Wanted {
  readonly probe: ProbeName
}

/** No id has so many digits. */
const NOTHING = '9999999999999999'
/** Shaped like a token, and given to nobody. */
const NO_TOKEN = 'EAAverifyThatNobodyHasThisToken'
const NO_FIELD = 'mmgraph_no_such_field'

/**
 * The errors that a read can be asked for.
 * @param reply what the right call answered: of an empty list nobody looks at the fields
 * @param seen what was asked already; it is added to
 */
export function probesOf({ trial, contract }: Wanted, reply: unknown, seen: Set<string>): Probe[] {
  const { method, on, edge, auth, answers } = contract
  if (method !== 'GET' || auth.anonymous || answers || trial.unversioned) return []
  const isNode = trial.path.startsWith('/{')
  const make = (probe: ProbeName, change: Partial<Probe>): Probe => ({
    what: `${contract.name}: ${probe}`,
    probe,
    trial,
    contract,
    ...change,
  })
  const all = [
    ...(once(seen, `token ${on}`) ? [make('token that is none', { token: NO_TOKEN })] : []),
    ...(isNode && once(seen, `id ${on} ${edge}`)
      ? [make('id that is none', { trial: { ...trial, path: trial.path.replace(/^\/\{\w+\}/, `/${NOTHING}`) } })]
      : []),
    ...(takesFields(contract, reply) && once(seen, `field ${contract.name}`)
      ? [make('field that is none', { trial: { ...trial, query: { ...trial.query, fields: NO_FIELD } } })]
      : []),
  ]
  return once(seen, `parameters ${contract.name}`)
    ? [...all, ...required(contract).map((name) => make('parameter left out', without({ trial, contract }, name)))]
    : all
}

/** Says whether this is the first time. */
function once(seen: Set<string>, key: string): boolean {
  const isNew = !seen.has(key)
  seen.add(key)
  return isNew
}

/** Reads of nodes and of lists of nodes; others have fields of their own, and errors in words of their own. */
function takesFields({ edge, on, lists }: OperationContract, reply: unknown): boolean {
  if (lists) return at(reply, '/data/0') !== undefined
  return edge === undefined && on !== 'Graph' && on !== 'UploadSession'
}

const required = ({ params }: OperationContract): readonly string[] => params.required ?? []

function without({ trial, contract }: Omit<Wanted, 'what'>, name: string): Partial<Probe> {
  const query = Object.fromEntries(Object.entries(trial.query ?? {}).filter(([key]) => key !== name))
  return { what: `${contract.name}: ${name} left out`, trial: { ...trial, query } }
}
