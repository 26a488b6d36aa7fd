import type { Drift, Group, Judgement, Mode } from './differences.ts'
import type { Part, Parts } from './model.ts'

/** What is compared of an operation. */
export interface Of {
  readonly kind: 'param' | 'field'
  readonly key: string
  readonly mode: Mode
  /** What theirs does not have is not there. */
  readonly complete: boolean
  /** Theirs says what must be there. */
  readonly required: boolean
}

/** Parameters of every call of Graph, which no description repeats. */
const EVERYWHERE = new Set(['fields', 'limit', 'after', 'before', 'summary', 'metadata'])

export function partDifferences(mine: Parts, theirs: Parts, of: Of): Drift[] {
  if (of.kind === 'field' && theirs.size === 0) return []
  const there = [...theirs].flatMap(([path, part]) => {
    const own = mine.get(path)
    if (own) return changed(path, own, part, of)
    return isTold(path, mine) ? [added(path, part, of)] : []
  })
  const gone = of.complete ? [...mine.keys()].filter((path) => path !== '' && isGone(path, theirs, of)) : []
  return [...there, ...gone.map((path) => removed(path, of))]
}

/** Whether the other side would have it if it were there: what it leaves open it does not tell. */
function isTold(path: string, parts: Parts): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  if (parent === '') return !parts.has('')
  const part = parts.get(parent)
  return part !== undefined && !part.open
}

function isGone(path: string, theirs: Parts, { kind, mode }: Of): boolean {
  if (theirs.has(path) || !isTold(path, theirs)) return false
  if (kind === 'param' && EVERYWHERE.has(path)) return false
  // Lists show the fields that come without being asked for; the node has more.
  return !(kind === 'field' && mode === 'contracts' && path.startsWith('data/*/'))
}

const added = (path: string, { required }: Part, of: Of): Drift => {
  const isMust = of.kind === 'param' && required && of.required && !path.includes('/')
  const judgement = isMust ? 'breaks clients' : 'new'
  return row(of, path, 'theirs', judgement, `${word(of)} ${path} is there${isMust ? ', and must be sent' : ''}`)
}

const removed = (path: string, of: Of): Drift =>
  row(of, path, 'mine', of.mode === 'versions' ? 'breaks clients' : 'docs only', `${word(of)} ${path} is not there`)

const word = ({ kind }: Of): string => (kind === 'param' ? 'the parameter' : 'the field')

function row({ kind, key }: Of, path: string, group: Group, judgement: Judgement, says: string, more = ''): Drift {
  return { id: `${kind} ${key} ${path}${more}`, key, group, judgement, says }
}

function changed(path: string, own: Part, there: Part, of: Of): Drift[] {
  return [
    ...typeChange(path, own, there, of),
    ...requiredChange(path, own, there, of),
    ...valueChanges(path, own, there, of),
  ]
}

function typeChange(path: string, own: Part, there: Part, of: Of): Drift[] {
  if (own.types.length === 0 || there.types.length === 0) return []
  if (own.types.some((type) => there.types.some((other) => isAlike(type, other)))) return []
  const [here, now] = [own.types.join(' or '), there.types.join(' or ')]
  return [
    row(of, path, 'differs', 'breaks clients', `${word(of)} ${path} is ${now}; it is ${here} here`, ` type ${now}`),
  ]
}

const isAlike = (one: string, other: string): boolean => numeric(one) === numeric(other)
const numeric = (type: string): string => (type === 'integer' ? 'number' : type)

function requiredChange(path: string, own: Part, there: Part, of: Of): Drift[] {
  if (!of.required || own.required === there.required || (of.mode === 'contracts' && path.includes('/'))) return []
  const breaks = of.kind === 'param' ? there.required : own.required
  const judgement = breaks ? 'breaks clients' : of.mode === 'contracts' ? 'docs only' : 'new'
  const says = there.required ? 'must be there; it need not here' : 'need not be there; it must here'
  return [
    row(of, path, 'differs', judgement, `${word(of)} ${path} ${says}`, ` ${there.required ? 'required' : 'optional'}`),
  ]
}

function valueChanges(path: string, own: Part, there: Part, of: Of): Drift[] {
  if (own.values.length === 0 || there.values.length === 0) return []
  // Graph takes the values of parameters in any case.
  const same = (value: string): string => (of.kind === 'param' ? value.toUpperCase() : value)
  const known = new Set(own.values.map(same))
  const now = new Set(there.values.map(same))
  const more = there.values.filter((value) => !known.has(same(value))).sort()
  const less = of.complete ? own.values.filter((value) => !now.has(same(value))).sort() : []
  const gone = of.mode === 'versions' && of.kind === 'param' ? 'breaks clients' : 'docs only'
  return [
    ...changeOf(more, 'theirs', 'new', `${word(of)} ${path} may be ${more.join(', ')}, too`, '+'),
    ...changeOf(less, 'mine', gone, `${word(of)} ${path} may not be ${less.join(', ')}`, '-'),
  ]

  function changeOf(
    values: readonly string[],
    group: Group,
    judgement: Judgement,
    says: string,
    sign: string,
  ): Drift[] {
    return values.length > 0 ? [row(of, path, group, judgement, says, ` ${sign}${values.join(',')}`)] : []
  }
}
