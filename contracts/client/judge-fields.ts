import type { FieldContract, NodeType } from '../node.ts'
import { nodes } from '../nodes.ts'
import type { OperationContract } from '../operation.ts'
import { edgeOperations } from '../operations.ts'
import { isIn } from '../versions.ts'
import { type Refusal, refusalOfOperation } from './judge-operation.ts'
import type { Asked, CallStep, Problem } from './step.ts'

/** The fields that refuse a call afterwards, of which one is enough; and those that refused it, and do so no longer. */
export function judgeFields({ call, before, after }: CallStep, contract: OperationContract): Problem[] {
  const type = typeRead(contract)
  if (!type) return []
  return Object.entries(call.fields).flatMap(([path, sent]): Problem[] => {
    const was = refusalOfField(type, path.split('/'), before)
    const is = refusalOfField(type, path.split('/'), after)
    const part = `fields ${path}`
    if (was && !is && call.errors[was.error]) {
      const problem = `${was.error} was met for the field ${path}, and now it is there`
      return [{ rule: 'upgrade-call-answered', severity: 'warning', part, problem, source: was.source }]
    }
    if (was && is && was.error !== is.error && call.errors[was.error]) {
      const problem = `${was.error} was met for the field ${path}, and now it is ${is.error}`
      return [
        { rule: 'upgrade-error-differs', severity: 'warning', part: `error ${was.error}`, problem, source: is.source },
      ]
    }
    if (was || !is || sent === 'refused') return []
    const problem = `the field ${path} is asked for, ${is.why}: the whole call is refused with ${is.error}`
    return [{ rule: 'upgrade-call-refused', severity: 'error', part, problem, source: is.source }]
  })
}

/** The type of node whose fields the reply has. */
export function typeRead({ method, on, edge, lists }: OperationContract): NodeType | undefined {
  if (lists) return lists
  return method === 'GET' && on !== 'Graph' && edge === undefined ? on : undefined
}

/** Why a version refuses a field, or the last of a path of fields. */
function refusalOfField(type: NodeType, [name = '', ...rest]: readonly string[], asked: Asked): Refusal | undefined {
  const { fields } = nodes[type]
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  const edge = edgeOperations.find((of) => of.on === type && of.edge === name && of.method === 'GET')
  if (rest.length > 0) {
    const inner = field?.node ?? edge?.lists
    return inner && refusalOfField(inner, rest, asked)
  }
  if (field && !field.edge) return isThere(field, asked) ? undefined : outOfRange(type, field, asked)
  return edge ? refusalOfOperation(edge, asked) : outOfRange(type, {}, asked)
}

/** A field that a version has, or that a ruling leaves where it was. */
function isThere(field: FieldContract, { version, rulings }: Asked): boolean {
  return isIn(field, version) || (field.afterwards !== undefined && rulings[field.afterwards] === 'answered')
}

function outOfRange(
  type: NodeType,
  { since, until, afterwards, sources = [] }: Partial<FieldContract>,
  { rulings }: Asked,
): Refusal {
  const range = until ? `ended with ${until}` : `comes with ${since ?? 'no version'}`
  const isDeprecated = until !== undefined && afterwards !== undefined && rulings[afterwards] === 'deprecated'
  const error = isDeprecated ? 'field_deprecated' : 'field_unknown'
  return { error, why: `and ${range}`, source: sources[0] ?? nodes[type].sources[0] }
}
