import type { Response } from 'supertest'
import { describe, expect, test } from 'vitest'
import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../contracts/errors.ts'
import type { OperationContract } from '../contracts/operation.ts'

/**
 * The proof of one operation: what it does, and one case for every error that its contract names. A case answers the
 * refused call; leaving a declared error out does not compile.
 */
export function proves<const C extends OperationContract>(
  contract: C,
  does: Readonly<Record<string, () => Promise<void>>>,
  fails: { readonly [N in C['errors'][number]]: () => Promise<Response> },
): void {
  describe(`${contract.method} ${contract.on}/${contract.edge ?? ''} (${contract.name})`, () => {
    test.each(Object.entries(does))('%s', (_, prove) => prove())
    test.each(Object.entries(fails) as [ErrorName, () => Promise<Response>][])('fails with %s', async (name, call) => {
      expectError(await call(), name)
    })
  })
}

/** The reply is this error of the catalogue, says why, and names its source. */
export function expectError({ status, headers, body }: Response, name: ErrorName): void {
  expect(headers['x-mmgraph-error']).toBe(name)
  expect(headers['x-mmgraph-why']).toMatch(/\w+ \w+/)
  expect(headers['x-mmgraph-source']).toMatch(/\w/)
  expect(headers['www-authenticate']).toMatch(
    /^OAuth "Facebook Platform" "(invalid_(token|request|code)|redirect_uri_mismatch)" ".+"$/,
  )
  const { code, type, debug }: ErrorDefinition = errors[name]
  if (debug) {
    expect({ status, info: body.debug_info }).toMatchObject({ status: errors[name].status, info: debug })
    return
  }
  expect(body.error).toMatchObject({ ...(code !== undefined && { code }), type, message: expect.any(String) })
  expectFilled(errors[name], body.error.message)
  expect(body.error.fbtrace_id).toMatch(/^A[A-Za-z0-9_-]{22}$/)
  expect(status).toBe(errors[name].status)
}

/** Where a message has places for values, none is left empty; one of another reading, by a ruling, is passed over. */
function expectFilled({ message: wanted }: ErrorDefinition, message: string): void {
  const parts = wanted.split(/<\w+>/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const values = new RegExp(`^${parts.join('(.*)')}$`, 's').exec(message)?.slice(1) ?? []
  expect(values, message).not.toContain('')
}
