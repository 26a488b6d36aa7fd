import type { Method, OperationContract } from '../../contracts/operation.ts'
import { cited } from '../../contracts/report/cited.ts'
import { responsesOf } from './answers.ts'
import { bodyHeaders, queryParameters, requestBody, type Schema } from './inputs.ts'
import { type Place, places } from './places.ts'

/** Every path with its methods. */
export function paths(): Schema {
  return Object.fromEntries(places().map((place) => [place.path, pathItem(place)]))
}

function pathItem({ parameter, types, methods }: Place): Schema {
  const description = `The id of a node: ${types.join(', ')}.`
  const parameters = parameter
    ? [{ name: parameter, in: 'path', required: true, description, schema: { type: 'string' } }]
    : []
  const operations = [...methods].map(([method, contracts]) => [method.toLowerCase(), operation(method, contracts)])
  return { ...(parameters.length > 0 && { parameters }), ...Object.fromEntries(operations) }
}

function operation(method: Method, contracts: readonly OperationContract[]): Schema {
  const hasBody = method === 'POST'
  const parameters = hasBody ? bodyHeaders(contracts) : queryParameters(contracts)
  const names = contracts.map(({ name }) => name)
  const url = contracts.flatMap(({ sources }) => sources.map((citation) => cited(citation).url)).find(Boolean)
  return {
    operationId: idOf(method, contracts),
    summary: names.length > 1 ? `By the type of the node: ${names.join(', ')}` : words(names[0] ?? ''),
    tags: [...new Set(contracts.map(({ on }) => on))],
    ...(url && { externalDocs: { url } }),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && { requestBody: requestBody(contracts) }),
    responses: responsesOf(contracts),
    security: securityOf(contracts),
    'x-mmgraph-operations': contracts.map(extension),
  }
}

/** Meta's own name, or where several stand on one path what they have in common: `get-insights`. */
function idOf(method: Method, contracts: readonly OperationContract[]): string {
  const [first] = contracts
  if (contracts.length === 1 && first) return first.name
  return `${method.toLowerCase()}-${first?.edge ?? 'node'}`
}

/** `sendMarketingMessage` -> `Send marketing message` */
function words(name: string): string {
  const spaced = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
  const lower = spaced.replaceAll(/\b[A-Z][a-z]+/g, (word) => word.toLowerCase())
  return lower.slice(0, 1).toUpperCase() + lower.slice(1)
}

/** A token in the header or in the query, whose scopes are the permissions: those that all of the operations ask for. */
function securityOf(contracts: readonly OperationContract[]): Schema[] {
  if (contracts.some(({ auth }) => auth.anonymous)) return [{}]
  const [first, ...rest] = contracts.map(({ auth }) => auth.permissions)
  const common = (first ?? []).filter((permission) => rest.every((others) => others.includes(permission)))
  return [{ accessToken: common }, { accessTokenInQuery: common }]
}

/** What OpenAPI has no word for. */
function extension({ name, on, since, until, auth, basis, live, rulings, errors, sources }: OperationContract): Schema {
  return {
    name,
    on,
    ...(since && { since }),
    ...(until && { until }),
    ...(auth.tokens && { tokens: auth.tokens }),
    permissions: auth.permissions,
    basis,
    ...(live && { live }),
    ...(rulings && { rulings }),
    errors,
    sources,
  }
}
