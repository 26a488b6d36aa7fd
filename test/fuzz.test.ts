import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEmulator } from '../emulator/emulator.ts'
import { need } from './kit.ts'
import './seed.ts'

/** How many malformed calls are made: a few here, 100,000 by `npm run fuzz`. */
const CALLS = Number(process.env.FUZZ_CALLS ?? 3000)

test(`${CALLS} malformed calls in every encoding: no 500, no HTML, no hang, and memory that stays`, async () => {
  const emulator = createEmulator({ worlds: ['partner-with-obo-client'], limits: 'off' })
  const { names, tokenNames } = need(emulator.worlds.list()[0]).world
  const words = [
    'me',
    'app',
    'subscriptions',
    'subscribed_apps',
    'v24.0',
    'v99.0',
    'debug_token',
    'oauth',
    'access_token',
    'permissions',
    'adaccounts',
    'assigned_users',
    'onboard_partners_to_mm_lite',
    'media',
    'uploads',
    'upload:MTphdHRhY2htZW50',
    'whatsapp_business',
    'attachments',
  ]
  const segment = fc.oneof(
    fc.constantFrom(...Object.values(names), ...words),
    fc.string(),
    fc.string({ unit: 'grapheme' }),
  )
  const key = fc.oneof(
    fc.constantFrom(
      'access_token',
      'fields',
      'limit',
      'after',
      'before',
      'filtering',
      'ids',
      'batch',
      'method',
      'metadata',
      'summary',
      'debug',
      'pretty',
      'input_token',
      'client_id',
      'code',
      'grant_type',
      'asset',
      'scope',
      'appsecret_proof',
      'appsecret_time',
      'solution_id',
      '__proto__',
      'constructor',
      'a[b][c]',
      'a[]',
      'a[__proto__][x]',
      'fields[length]',
      'ids[toString]',
      'debug[valueOf]',
      'batch[0][relative_url]',
      'date_format',
      'include_headers',
    ),
    fc.string(),
  )
  const batch = fc
    .array(
      fc.record(
        {
          method: fc.constantFrom('GET', 'post', 'X'),
          relative_url: fc.string(),
          name: fc.string(),
          body: fc.string(),
          depends_on: fc.string(),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 5 },
    )
    .map((parts) => JSON.stringify(parts))
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(...Object.values(tokenNames), ...Object.values(names), 'id,name', 'a{b{c', '[', '{"a":[{'),
    fc.json(),
    batch,
  )
  const pairs = fc.array(fc.tuple(key, value), { maxLength: 5 })
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    'application/octet-stream',
    '',
  ]
  const body = fc.oneof(
    fc.json({ maxDepth: 8 }),
    fc.string(),
    fc.string({ unit: 'binary' }),
    pairs.map((all) => new URLSearchParams(all).toString()),
    fc.constant('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--'),
    fc.constant('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n1\r\n--x--'),
  )

  const before = heapInUse()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS'),
      fc.array(segment, { maxLength: 4 }),
      pairs,
      fc.constantFrom(...types),
      body,
      fc.constantFrom(...Object.values(tokenNames), 'garbage', ''),
      async (method, path, query, contentType, content, token) => {
        const url = new URL(`http://127.0.0.1/${path.map(encodeURIComponent).join('/')}?${new URLSearchParams(query)}`)
        const headers = {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(contentType && { 'content-type': contentType }),
        }
        const withBody = method !== 'GET' && method !== 'HEAD'
        const response = await emulator.fetch(new Request(url, { method, headers, ...(withBody && { body: content }) }))
        expect(response.status).not.toBe(500)
        if (method !== 'OPTIONS') expect(response.headers.get('content-type')).toMatch(/^application\/json/)
        await response.text()
      },
    ),
    { numRuns: CALLS },
  )
  // What is kept is bounded: logs, and a little that is remembered. Far above that something would grow.
  expect(heapInUse() - before).toBeLessThan(100_000_000)
}, 600_000)

/** Bytes that are still needed: what waits to be collected is nobody's growth. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
