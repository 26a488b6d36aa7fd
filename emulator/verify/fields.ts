import type { Finding } from '../../contracts/finding.ts'
import type { NodeContract } from '../../contracts/node.ts'
import { nodes } from '../../contracts/nodes.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { isIn, type Version } from '../../contracts/versions.ts'
import type { Tried, Wanted } from './call.ts'
import { errorOf, finding } from './judge.ts'

/** What came of reading the fields of a node. */
export interface FieldsRead {
  readonly tries: readonly Tried[]
  readonly findings: readonly Finding[]
  /** `Ad.name: string`. */
  readonly checked: readonly string[]
  readonly unchecked: readonly { readonly what: string; readonly why: string }[]
}

type Call = (wanted: Wanted) => Promise<Tried>

/** The node that an operation reads; undefined: it does something else. */
export function nodeRead({ method, edge, on, name }: OperationContract): NodeContract | undefined {
  if (method !== 'GET' || edge !== undefined || on === 'Graph') return undefined
  return nodes[on].read === name ? nodes[on] : undefined
}

/** Reads all fields that a node has in a version; where Graph refuses them together, by halves, to find the one. */
export async function readFields(wanted: Wanted, version: Version, call: Call): Promise<FieldsRead | undefined> {
  const node = nodeRead(wanted.contract)
  if (!node) return undefined
  const { askable, untold } = fieldsOf(node, version)
  const read = await readSome(wanted, node, askable, call, 'all fields')
  return { ...read, unchecked: [...read.unchecked, ...untold] }
}

function fieldsOf(node: NodeContract, version: Version) {
  const all = Object.entries(node.fields)
  const whyNot = (field: (typeof all)[number][1]): string | undefined => {
    if (!isIn(field, version)) return `${version} does not have it`
    if (field.notBuilt) return 'its contract is not written yet'
    return field.edge ? 'it takes parameters: it is read as an edge' : undefined
  }
  return {
    askable: all.filter(([, field]) => whyNot(field) === undefined).map(([name]) => name),
    untold: grouped(
      node,
      all.map(([name, field]) => [name, whyNot(field)]),
    ),
  }
}

/** One row for each reason: nodes have dozens of fields. */
function grouped({ type }: Pick<NodeContract, 'type'>, all: readonly (readonly [string, string | undefined])[]) {
  const reasons = new Set(all.flatMap(([, why]) => why ?? []))
  return [...reasons].map((why) => {
    const names = all.filter(([, reason]) => reason === why).map(([name]) => name)
    return { what: `${names.length === 1 ? 'field' : 'fields'} of ${type}: ${names.join(', ')}`, why }
  })
}

async function readSome(
  wanted: Wanted,
  node: NodeContract,
  names: readonly string[],
  call: Call,
  called = `fields ${names[0]} to ${names.at(-1)}`,
): Promise<FieldsRead> {
  const trial = { ...wanted.trial, query: { ...wanted.trial.query, fields: names.join(',') } }
  const isAll = names.length > 1
  const what = `${wanted.contract.name}: ${isAll ? called : `field ${names[0]}`}`
  const tried = await call({ ...wanted, trial, what })
  if (tried.status === 200) return whatCame(tried, node, names)
  if (!isAll) return refused(tried, node, names[0] ?? '')
  const half = Math.ceil(names.length / 2)
  const parts = [
    await readSome(wanted, node, names.slice(0, half), call),
    await readSome(wanted, node, names.slice(half), call),
  ]
  return {
    tries: parts.flatMap(({ tries }) => tries),
    findings: parts.flatMap(({ findings }) => findings),
    checked: parts.flatMap(({ checked }) => checked),
    unchecked: parts.flatMap(({ unchecked }) => unchecked),
  }
}

/** One field alone is refused: Graph does not know it, or this token may not have it. */
function refused(tried: Tried, { type }: NodeContract, name: string): FieldsRead {
  const { code, message = `HTTP ${tried.status}` } = errorOf(tried)
  const isUnknown = code === 100
  const problem = `it cannot be read: ${message}`
  return {
    tries: [],
    checked: [],
    findings: isUnknown ? [finding(tried, 'field-is-there', `/reply/${name}`, problem)] : [],
    unchecked: isUnknown ? [] : [{ what: `field of ${type}: ${name}`, why: message }],
  }
}

function whatCame(tried: Tried, { type, fields }: NodeContract, asked: readonly string[]): FieldsRead {
  const reply = (tried.reply ?? {}) as Readonly<Record<string, unknown>>
  const strangers = Object.keys(reply).filter((key) => key !== 'id' && !asked.includes(key))
  const came = asked.filter((name) => Object.hasOwn(reply, name))
  const wrong = came.filter((name) => problemsWith(fields[name]?.schema ?? {}, reply[name]).length > 0)
  const unknown = strangers.map((key) =>
    finding(tried, 'field-is-known', `/reply/${key}`, `'${key}' came, which was not asked for`),
  )
  return {
    tries: [tried],
    findings: unknown,
    checked: came
      .filter((name) => !wrong.includes(name))
      .map((name) => `field ${type}.${name}: ${typeOf(reply[name])}`),
    unchecked: grouped(
      { type },
      asked.map((name) => [name, Object.hasOwn(reply, name) ? undefined : 'the node that was read has none']),
    ),
  }
}

export function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return Number.isInteger(value) ? 'integer' : typeof value
}
