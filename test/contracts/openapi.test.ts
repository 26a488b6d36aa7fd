import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test, vi } from 'vitest'
import { catalogue } from '../../contracts/catalogue.ts'
import { type ErrorName, errors } from '../../contracts/errors.ts'
import { operations } from '../../contracts/operations.ts'
import { schemaBundle } from '../../contracts/schema-bundle.ts'
import { paramsName, replyName, webhookName } from '../../contracts/schema-names.ts'
import { webhooks } from '../../contracts/webhooks.ts'
import { openApi } from '../../emulator/openapi/document.ts'
import { need } from '../kit.ts'

// A linter and a compiler of schemas go through all of it, and a machine may be busy.
vi.setConfig({ testTimeout: 30_000 })

interface Sample {
  readonly field: string
  readonly event: string
  readonly value: object
}

const file = new URL('../../fixtures/published/webhooks.json', import.meta.url)
const published: readonly Sample[] = JSON.parse(readFileSync(file, 'utf8'))

interface Described {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: object }
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
  readonly security: readonly object[]
  readonly 'x-mmgraph-operations': readonly { readonly name: string }[]
}

const document = openApi() as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly webhooks: Readonly<Record<string, object>>
  readonly components: { readonly examples: object; readonly schemas: object }
}

async function lint(what: object): Promise<string[]> {
  // A property may be asked for without being described: what a node answers beside its `id` is open.
  const rules = { 'no-required-schema-properties-undefined': 'off' } as const
  const config = await createConfig({ extends: ['recommended'], rules })
  const problems = await lintFromString({ source: JSON.stringify(what), config, absoluteRef: '/openapi.json' })
  return problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)
}

describe('OpenAPI', () => {
  test('a linter finds nothing wrong', async () => {
    expect(await lint(document)).toEqual([])
  })

  test('and would find a reference to nothing, and two paths that are the same', async () => {
    const { '/{node_id}': node } = document.paths
    const paths = { ...document.paths, '/{other_id}': node }
    expect((await lint({ ...document, paths })).join()).toMatch(/no-identical-paths/)
    const { schemas, ...components } = document.components
    expect((await lint({ ...document, components: { ...components, schemas: {} } })).join()).toMatch(
      /no-unresolved-refs/,
    )
    expect(Object.keys(schemas).length).toBeGreaterThan(100)
  })

  const described = Object.values(document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, one]) => (method === 'parameters' ? [] : [one])),
  )

  test('has every operation once, and every field of webhooks', () => {
    const told = described.flatMap((one) => one['x-mmgraph-operations'].map(({ name }) => name))
    expect(told.sort()).toEqual(operations.map(({ name }) => name).sort())
    expect(Object.keys(document.webhooks).sort()).toEqual(['handshake', ...webhooks.map(({ field }) => field)].sort())
    expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length)
  })

  test('tells of a send its path, body, answers by status and permissions', () => {
    const send = need(document.paths['/{phone_number_id}/marketing_messages']?.post)
    expect(send).toMatchObject({
      operationId: 'sendMarketingMessage',
      summary: 'Send marketing message',
      security: [
        { accessToken: ['whatsapp_business_messaging'] },
        { accessTokenInQuery: ['whatsapp_business_messaging'] },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/SendMarketingMessageParams' } } },
      },
    })
    const { template_not_found } = errors
    const refused = need(send.responses[template_not_found.status])
    expect(refused.content).toMatchObject({
      'application/json': { examples: { template_not_found: { $ref: '#/components/examples/template_not_found' } } },
    })
    expect(document.components.examples).toMatchObject({
      template_not_found: { value: { error: { code: 132001, message: template_not_found.message } } },
    })
  })

  test('has one path for what only the type of the node tells apart', () => {
    const insights = need(document.paths['/{node_id}/insights'])
    expect(insights.get?.['x-mmgraph-operations'].map(({ name }) => name)).toContain('getReportRunInsights')
    expect(insights.get?.operationId).toBe('get-insights')
    expect(insights.get?.parameters?.map(({ name }) => name)).toContain('date_preset')
    expect(new Set(insights.get?.parameters?.map(({ name }) => name)).size).toBe(insights.get?.parameters?.length)
  })

  test('files are bytes, and media a form', () => {
    expect(Object.keys(need(document.paths['/{phone_number_id}/media']?.post?.requestBody).content)).toEqual([
      'multipart/form-data',
    ])
    expect(Object.keys(need(document.paths['/{node_id}']?.post?.requestBody).content)).toContain(
      'application/octet-stream',
    )
    expect(Object.keys(document.paths['/whatsapp_business/attachments']?.get?.responses[200]?.content ?? {})).toEqual([
      'application/octet-stream',
    ])
  })

  test('every error that an operation names is answered under its own status', () => {
    const lost = operations.flatMap(({ name, errors: own }) => {
      const one = need(described.find((each) => each['x-mmgraph-operations'].some((known) => known.name === name)))
      const absent = (error: ErrorName): boolean =>
        errors[error].status !== 200 &&
        !JSON.stringify(one.responses[errors[error].status] ?? '').includes(`#/components/examples/${error}"`)
      return own.filter(absent).map((error) => `${name}: ${error}`)
    })
    expect(lost).toEqual([])
  })

  test('stands on the server that is named', () => {
    expect(openApi('http://127.0.0.1:1234')).toMatchObject({ servers: [{ url: 'http://127.0.0.1:1234/{version}' }] })
  })
})

describe('the bundle of schemas', () => {
  const bundle = schemaBundle() as { readonly $defs: Readonly<Record<string, object>> }
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true })
  ajv.addKeyword('x-caseless')
  ajv.addSchema(bundle, 'mmgraph')
  const fits = (name: string, value: unknown): boolean => Boolean(need(ajv.getSchema(`mmgraph#/$defs/${name}`))(value))

  test('has each operation and each webhook under a name of its own', () => {
    const names = [
      ...operations.flatMap(({ name }) => [paramsName(name), replyName(name)]),
      ...webhooks.flatMap(({ field, events }) => Object.keys(events).map((event) => webhookName(field, event))),
    ]
    expect(Object.keys(bundle.$defs).sort()).toEqual(names.sort())
    expect(names.filter((name) => !/^[\w.-]+$/.test(name))).toEqual([])
  })

  test('every one compiles as draft 2020-12, without an unknown keyword', () => {
    for (const name of Object.keys(bundle.$defs)) expect(() => fits(name, {})).not.toThrow()
  })

  test('judges as the contracts do', () => {
    expect(fits('OnboardPartnersToMMLiteReply', { request_id: '123' })).toBe(true)
    expect(fits('OnboardPartnersToMMLiteReply', { request_id: 123 })).toBe(false)
    for (const { field, event, value } of published)
      expect([event, fits(webhookName(field, event), value)]).toEqual([event, true])
    expect(published.length).toBeGreaterThan(10)
  })
})

test('the catalogue survives being written', () => {
  expect(JSON.parse(JSON.stringify(catalogue()))).toEqual(catalogue())
})
