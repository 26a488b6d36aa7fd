import type { OperationTarget } from '../../contracts/operation.ts'
import { operations } from '../../contracts/operations.ts'
import { operationSchemas, webhookSchemas } from '../../contracts/schema-bundle.ts'
import { paramsName, replyName } from '../../contracts/schema-names.ts'
import { versions } from '../../contracts/versions.ts'
import { version } from '../version.ts'
import { anyError, errorExamples, graphError } from './answers.ts'
import type { Schema } from './inputs.ts'
import { paths } from './paths.ts'
import { webhookPaths } from './webhooks.ts'

/** Where an emulator listens when nobody says otherwise. */
const SERVER = 'http://127.0.0.1:4020'

/**
 * What the emulator answers, as OpenAPI 3.1.
 * @param server where it listens, without a version
 */
export function openApi(server = SERVER): Schema {
  const types = [...new Set(operations.map(({ on }) => on))]
  return {
    openapi: '3.1.1',
    info: {
      title: 'Graph API: Marketing Messages API for WhatsApp, as mmgraph answers it',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description: DESCRIPTION,
    },
    servers: [{ url: `${server}/{version}`, variables: { version: versionVariable() } }],
    tags: [...types.map(tag), { name: 'Webhooks', description: 'What Graph asks and posts to a callback.' }],
    paths: paths(),
    webhooks: webhookPaths(),
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer' },
        accessTokenInQuery: { type: 'apiKey', in: 'query', name: 'access_token' },
      },
      schemas: { GraphError: graphError, ...schemas() },
      responses: { AnyError: anyError },
      examples: errorExamples(operations),
    },
  }
}

const tag = (on: OperationTarget): Schema => ({
  name: on,
  description: on === 'Graph' ? 'What stands on no node.' : `What stands on a node of the type ${on}.`,
})

const DESCRIPTION = [
  'Made by mmgraph of its contracts, which were compared with documents of Meta and with published captures, never with a live Graph.',
  'What a path means depends on what its id names: where several types of nodes have the same edge, one path stands for all,',
  'and `x-mmgraph-operations` tells the operations apart. Parameters of a query may stand in the body, and the other way round.',
  'Messages of examples have `<name>` where Graph fills something in. Batches (`POST /`) are not described.',
].join('\n')

function versionVariable(): Schema {
  const known = Object.keys(versions)
  return { default: 'v24.0', enum: known }
}

/** Parameters of calls without a body are told one by one where they are used. */
function schemas(): Schema {
  const all: Schema = { ...operationSchemas(), ...webhookSchemas() }
  const used = new Set(
    operations.flatMap(({ name, method, on, answers }) => [
      ...(method === 'POST' && on !== 'UploadSession' ? [paramsName(name)] : []),
      ...(answers === 'file' ? [] : [replyName(name)]),
    ]),
  )
  const isOperation = new Set(operations.flatMap(({ name }) => [paramsName(name), replyName(name)]))
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name) || !isOperation.has(name)))
}
