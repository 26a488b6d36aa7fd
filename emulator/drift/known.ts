import { knownDrifts } from '../../contracts/drift/known.ts'
import { notBuilt, notBuiltTypes } from '../../contracts/not-built.ts'
import { operations } from '../../contracts/operations.ts'
import type { Drift } from './differences.ts'

const judged = new Map<string, string>(
  knownDrifts.flatMap(({ reason, of }) =>
    Object.entries(of).flatMap(([place, what]) => what.split('; ').map((one) => [`${place} ${one}`, reason] as const)),
  ),
)

/** Why a difference is none that needs a look; undefined: nobody has judged it. */
export function whyKnown(drift: Drift): string | undefined {
  return judged.get(drift.id) ?? gap(drift) ?? edgeAsField(drift)
}

/** The registries say themselves what is not answered. */
function gap({ id, key, group }: Drift): string | undefined {
  if (group !== 'theirs' || !id.startsWith('operation ')) return undefined
  const [method = '', place = ''] = key.split(' ')
  const [on = '', ...edge] = place.split('/')
  const edges = notBuilt[on as keyof typeof notBuilt]
  const known: readonly string[] = edges?.[edge.join('/')] ?? []
  const isGap = known.includes(method) || notBuiltTypes[on]?.includes(edge.join('/'))
  return isGap ? 'not answered yet; COVERAGE.md lists it' : undefined
}

/** `fields` may name any edge: descriptions list those that they like to among the fields. */
function edgeAsField({ id, key, group }: Drift): string | undefined {
  const [, name] = /^field GET \S+ (?:data\/\*\/)?(\w+)$/.exec(id) ?? []
  if (group !== 'theirs' || name === undefined) return undefined
  const own = operations.find((one) => `${one.method} ${one.on}${one.edge ? `/${one.edge}` : ''}` === key)
  const type = own?.lists ?? own?.on
  if (type === undefined || type === 'Graph') return undefined
  const isEdge =
    operations.some(({ on, edge }) => on === type && edge === name) || Object.hasOwn(notBuilt[type] ?? {}, name)
  return isEdge ? `an edge of ${type}, which fields may name` : undefined
}
