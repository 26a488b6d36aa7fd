import type { HistoryCall } from '../history.ts'
import type { NodeType } from '../node.ts'
import type { OperationContract } from '../operation.ts'
import { operations } from '../operations.ts'
import type { Hit } from '../rule.ts'
import { isVersion, type Version } from '../versions.ts'

const byName = new Map(operations.map((operation) => [operation.name, operation]))

/** The contract that a call was about. */
export function contractOf({ operation }: HistoryCall): OperationContract | undefined {
  return operation === undefined ? undefined : byName.get(operation)
}

/** What the id in a path is called, where the type of the node is a long word. */
const LABELS: Partial<Record<NodeType, string>> = {
  Application: 'app',
  BusinessMessagingTemplateGroup: 'template_group',
  WhatsAppBusinessAccount: 'waba',
  WhatsAppBusinessAccountToNumberCurrentStatus: 'phone',
  WhatsAppBusinessHSM: 'template',
  WhatsAppBusinessMedia: 'media',
  WhatsAppBusinessSolution: 'solution',
}

/** `POST /{phone}/messages`; where no contract is known the path without its version, ids and long words. */
export function whereOf(call: HistoryCall): string {
  const contract = contractOf(call)
  if (!contract) {
    const path = pathOf(call).map((segment) => (/^(?:act_)?\d+$/.test(segment) ? '{id}' : segment.slice(0, 40)))
    return `${call.method} /${path.join('/')}`
  }
  const { on, edge } = contract
  const node = on === 'Graph' ? [] : [`{${LABELS[on] ?? on.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()}}`]
  return `${call.method} /${[...node, ...(edge ? [edge] : [])].join('/')}`
}

interface Path {
  readonly version: Version | undefined
  /** The segments without the version. */
  readonly segments: readonly string[]
}

/** Paths that were read: every rule asks for them, and a client calls few. */
const known = new Map<string, Path>()
const MOST_KNOWN = 10_000

function pathIn({ path }: HistoryCall): Path {
  const found = known.get(path)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const read = readPath(path)
  known.set(path, read)
  return read
}

function readPath(path: string): Path {
  const segments = path.split('/').filter(Boolean)
  const [first = ''] = segments
  return isVersion(first) ? { version: first, segments: segments.slice(1) } : { version: undefined, segments }
}

/** The version in the path of a call. */
export function versionOf(call: HistoryCall): Version | undefined {
  return pathIn(call).version
}

/** The segments of the path without the version. */
export function pathOf(call: HistoryCall): readonly string[] {
  return pathIn(call).segments
}

/** The id in the path. */
export function nodeOf(call: HistoryCall): string {
  return pathOf(call)[0] ?? ''
}

/** Calls that break a rule together, and how. Without calls it is none. */
export interface Offence {
  readonly calls: readonly HistoryCall[]
  readonly problem: string
}

/** So many calls are named: whoever mends one mends all. */
const MOST_NAMED = 20

/** One hit a place: what is done wrong a thousand times is told once, with its first sentence and how often. */
export function hitsOf(offences: readonly Offence[]): readonly Hit[] {
  const groups = new Map<string, Offence[]>()
  for (const offence of offences) {
    const [call] = offence.calls
    if (!call) continue
    const where = whereOf(call)
    const known = groups.get(where)
    if (known) known.push(offence)
    else groups.set(where, [offence])
  }
  return [...groups].map(([where, group]) => hitOf(where, group))
}

function hitOf(where: string, group: readonly Offence[]): Hit {
  const numbers = new Set(group.flatMap(({ calls }) => calls.map(({ n }) => n)))
  const [first] = group
  const times = group.length > 1 ? ` (${group.length} times)` : ''
  return {
    where,
    problem: `${first?.problem}${times}`,
    contract: first?.calls[0]?.operation ?? 'graph',
    exchanges: [...numbers].sort((a, b) => a - b).slice(0, MOST_NAMED),
  }
}

/** The offences of single calls. `find` says what is wrong with one; undefined: nothing. */
export function hitsOfCalls(
  calls: readonly HistoryCall[],
  find: (call: HistoryCall) => string | undefined,
): readonly Hit[] {
  const offences: Offence[] = []
  for (const call of calls) {
    const problem = find(call)
    if (problem !== undefined) offences.push({ calls: [call], problem })
  }
  return hitsOf(offences)
}
