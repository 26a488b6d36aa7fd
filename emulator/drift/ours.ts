import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { coreErrors, type ErrorName, errors, faultErrors } from '../../contracts/errors.ts'
import { nodes } from '../../contracts/nodes.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { operations } from '../../contracts/operations.ts'
import { flatten } from './flatten.ts'
import { type ApiModel, type ApiOperation, keyOf, type Parts } from './model.ts'

/** Whatever is sent is refused. */
const ANYTHING: Parts = new Map([['', { types: [], values: [], required: false, open: true }]])

const inOurs = (): undefined => undefined

/** The catalogue of contracts, as documents of Meta are read. */
export function ourModel(): ApiModel {
  const tells = { params: true, reply: true, required: true, errors: true }
  return {
    title: 'the contracts',
    operations: new Map(operations.map((one) => [keyFor(one), operationOf(one)])),
    tells,
  }
}

export const keyFor = ({ method, on, edge }: OperationContract): string => keyOf(method, on, edge)

function operationOf(contract: OperationContract): ApiOperation {
  const names: readonly ErrorName[] = [...contract.errors, ...coreErrors, ...faultErrors]
  return {
    key: keyFor(contract),
    name: contract.name,
    // What nobody may send is not looked at.
    params: contract.reply.not ? ANYTHING : flatten(contract.params, inOurs),
    reply: replyOf(contract),
    errors: [...new Set(names.flatMap(codesOf))],
  }
}

/** Of a list the fields of its nodes stand in their contract. */
function replyOf({ reply, lists }: OperationContract): Parts {
  const own = flatten(reply, inOurs)
  if (!lists) return own
  const properties = Object.fromEntries(Object.entries(nodes[lists].fields).map(([name, { schema }]) => [name, schema]))
  const items = flatten({ type: 'object', properties }, inOurs)
  return new Map([...own, ...[...items].map(([path, part]) => [`data/*/${path}`, part] as const)])
}

/** With the code alone, as a document may leave the subcode out. */
function codesOf(name: ErrorName): string[] {
  const { code, subcode, under = {} }: ErrorDefinition = errors[name]
  const sides = Object.values(under).flatMap((variants) => Object.values(variants ?? {}))
  return [{ code, subcode }, ...sides.map((side) => ({ code, subcode, ...side }))].flatMap((one) =>
    one.code === undefined
      ? []
      : [String(one.code), ...(one.subcode === undefined ? [] : [`${one.code}/${one.subcode}`])],
  )
}
