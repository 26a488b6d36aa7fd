import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodes } from '../contracts/nodes.ts'
import { notBuilt } from '../contracts/not-built.ts'
import { edgeOperations } from '../contracts/operations.ts'

// Meta's own SDK specs, where they lie beside the checkout. They are no part of the project.
const specs = new URL('../../shared/oracles/sdk-specs/', import.meta.url)
const here = existsSync(specs)

interface Spec {
  readonly fields: { readonly name: string }[]
  readonly apis: { readonly method: string; readonly endpoint: string | null }[]
}

const spec = (type: string): Spec | undefined => {
  const file = new URL(`${type}.json`, specs)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** What other sources give and the specs do not have. */
const elsewhere: Readonly<Record<string, string>> = {
  'SystemUser.client_business_id': '/me of a business integration; the specs list it for User',
  'SystemUser.role': 'the guide of system users',
  'GET SystemUser/accounts': '/me of a system user; the specs list it for User',
  'GET SystemUser/businesses': '/me of a system user; the specs list it for User',
  'GET SystemUser/permissions': '/me of a system user; the specs list it for User',
  'GET SystemUser/adaccounts': '/me of a system user; the specs list it for User',
  'POST SystemUser/access_tokens': 'the guide of system users',
  'POST SystemUser/applications': 'the guide of system users',
  'GET WhatsAppBusinessAccount/in_progress_onbehalf_request': 'the OpenAPI description',
  'POST WhatsAppBusinessAccount/obo_mobility_intent': 'the OpenAPI description',
  'POST WhatsAppBusinessAccount/message_templates/archive': 'published clients',
  'POST WhatsAppBusinessAccount/message_templates/unarchive': 'published clients',
  'GET WhatsAppBusinessAccount/analytics': 'a field that takes parameters, in the specs',
  'POST Dataset/events': 'the Conversions API; the specs list it for AdsPixel',
  'POST WhatsAppBusinessAccount/schedules': 'the OpenAPI description',
}

test.skipIf(!here)(
  'every field of our nodes is one of Meta’s specs (skipped where the specs do not lie beside the checkout)',
  () => {
    const unknown = Object.values(nodes).flatMap(({ type, fields }) => {
      const known = spec(type)?.fields.map(({ name }) => name)
      if (!known) return []
      return Object.keys(fields)
        .filter((name) => !known.includes(name))
        .map((name) => `${type}.${name}`)
    })
    expect(unknown.filter((name) => !(name in elsewhere))).toEqual([])
  },
)

test.skipIf(!here)('every edge that we know is one of Meta’s specs (skipped likewise)', () => {
  const ours = [
    ...edgeOperations.map(({ on, edge, method }) => ({ on, edge, method })),
    ...Object.entries(notBuilt).flatMap(([on, edges]) =>
      Object.entries(edges).flatMap(([edge, methods]) => methods.map((method) => ({ on, edge, method }))),
    ),
  ]
  const unknown = ours.filter(({ on, edge, method }) => {
    const known = spec(on)
    return known && !known.apis.some((api) => (api.endpoint ?? undefined) === edge && api.method === method)
  })
  const names = unknown.map(({ on, edge, method }) => `${method} ${on}/${edge}`)
  expect(names.filter((name) => !(name in elsewhere))).toEqual([])
})

test.skipIf(!here)(
  'what Meta’s specs have and a partner meets is built, or a gap that says so (skipped likewise)',
  () => {
    const missing = Object.values(nodes).flatMap(({ type, fields }) =>
      (spec(type)?.fields ?? []).filter(({ name }) => !(name in fields)).map(({ name }) => `${type}.${name}`),
    )
    expect(missing).toEqual([])
    const built = edgeOperations.map(({ on, edge, method }) => `${method} ${on}/${edge}`)
    const absent = (['SystemUser', 'WhatsAppBusinessAccount'] as const).flatMap((type) =>
      (spec(type)?.apis ?? [])
        .filter(({ method, endpoint }) => endpoint && !notBuilt[type]?.[endpoint]?.includes(method as 'GET'))
        .map(({ method, endpoint }) => `${method} ${type}/${endpoint}`),
    )
    expect(absent.filter((name) => !built.includes(name))).toEqual([])
  },
)
