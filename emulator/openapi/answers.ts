import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { coreErrors, type ErrorName, errors } from '../../contracts/errors.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { replyName } from '../../contracts/schema-names.ts'
import { envelope } from '../failure.ts'
import { oneOf, reference, type Schema } from './inputs.ts'

const definitionOf = (name: ErrorName): ErrorDefinition => errors[name]

/** What a call is answered: its reply, its own errors by status, and by default those that any call can meet. */
export function responsesOf(contracts: readonly OperationContract[]): Schema {
  const own = [...new Set(contracts.flatMap((contract) => contract.errors))].filter((name) => !isWebhookError(name))
  const statuses = [...new Set(own.map((name) => definitionOf(name).status))].sort((a, b) => a - b)
  const any = reference('responses', 'AnyError')
  const byStatus = statuses.map((status) => {
    const names = own.filter((name) => definitionOf(name).status === status)
    const description = `Refused: ${names.join(', ')}, or an error that any call can meet.`
    return [status, { description, content: errorContent(names) }]
  })
  const refusals = Object.fromEntries(byStatus.filter(([status]) => status !== 200))
  return { 200: okResponse(contracts), ...refusals, '4XX': any, default: any }
}

/** One that is told by a webhook, after a call that was answered with 200. */
const isWebhookError = (name: ErrorName): boolean =>
  definitionOf(name).webhook !== undefined && definitionOf(name).status === 200

function okResponse(contracts: readonly OperationContract[]): Schema {
  const files = contracts.filter(({ answers }) => answers === 'file')
  const json = contracts.filter(({ answers }) => answers !== 'file')
  const schema = oneOf(json.map(({ name }) => reference('schemas', replyName(name))))
  return {
    description: 'It was done.',
    content: {
      ...(json.length > 0 && { 'application/json': { schema } }),
      ...(files.length > 0 && { 'application/octet-stream': { schema: { description: 'The bytes of the file.' } } }),
    },
  }
}

function errorContent(names: readonly ErrorName[]): Schema {
  const examples = Object.fromEntries(names.map((name) => [name, reference('examples', name)]))
  return { 'application/json': { schema: reference('schemas', 'GraphError'), examples } }
}

/** The errors of the catalogue that one of the contracts names, as they stand on the wire. */
export function errorExamples(contracts: readonly OperationContract[]): Schema {
  const own = new Set<ErrorName>([...contracts.flatMap((contract) => contract.errors), ...coreErrors])
  const named = [...own]
    .filter((name) => !isWebhookError(name))
    .sort()
    .map((name) => {
      const error = definitionOf(name)
      const summary = `HTTP ${error.status}, ${error.basis}`
      return [name, { summary, value: envelope(error, 'AbCdEfGhIjKlMnOpQrStUvW') }]
    })
  return Object.fromEntries(named)
}

/** What any call can meet. */
export const anyError: Schema = {
  description: 'What any call can meet, whatever its operation.',
  content: errorContent(coreErrors),
}

/** An error of Graph, or of its upload API. */
export const graphError: Schema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        message: { type: 'string' },
        type: { type: 'string' },
        code: { type: 'integer' },
        error_subcode: { type: 'integer' },
        error_data: {},
        error_user_title: { type: 'string' },
        error_user_msg: { type: 'string' },
        is_transient: { type: 'boolean' },
        fbtrace_id: { type: 'string' },
      },
      required: ['message', 'type', 'fbtrace_id'],
    },
    debug_info: {
      type: 'object',
      properties: { type: { type: 'string' }, message: { type: 'string' }, retriable: { type: 'boolean' } },
      required: ['type', 'message', 'retriable'],
    },
  },
  anyOf: [{ required: ['error'] }, { required: ['debug_info'] }],
}
