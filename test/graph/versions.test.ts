import { describe, expect, test } from 'vitest'
import { liveVersions, servingVersion, versions } from '../../contracts/versions.ts'
import { emulate } from '../kit.ts'
import { expectError } from '../operation.ts'

const at = (day: string) => Date.parse(day)
const on = (graphDate: string) => emulate(undefined, undefined, { graphDate })
const served = async (kit: ReturnType<typeof emulate>, version: string) =>
  (await kit.graph('GET', '/{client}', { version })).headers['facebook-api-version']

test('v13.0 to v26.0 are known, each with its day', () => {
  expect(Object.keys(versions)).toEqual(Array.from({ length: 14 }, (_, n) => `v${n + 13}.0`))
  expect(Object.values(versions).map(({ released }) => released)).toEqual(
    Object.values(versions)
      .map(({ released }) => released)
      .sort(),
  )
})

test('which versions live depends on the day', () => {
  expect(liveVersions(at('2026-03-02'))).toEqual(['v19.0', 'v20.0', 'v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0'])
  expect(liveVersions(at('2026-08-01')).at(-1)).toBe('v26.0')
})

test('a version that has died is served by the oldest live one, and the header says so', async () => {
  const kit = emulate()
  for (const dead of ['v2.9', 'v3.3', 'v12.0', 'v13.0', 'v17.0', 'v18.0']) expect(await served(kit, dead)).toBe('v19.0')
  expect(await served(kit, 'v23.0')).toBe('v23.0')
})

test('a version dies two years after the release of its successor, where no page gives a day', () => {
  expect(servingVersion('v22.0', at('2027-05-28'))).toBe('v22.0')
  expect(servingVersion('v22.0', at('2027-05-29'))).toBe('v23.0')
})

test('versions die as the clock of the world moves', async () => {
  const kit = emulate()
  expect(await served(kit, 'v19.0')).toBe('v19.0')
  await kit.advance('90d')
  expect(await served(kit, 'v19.0')).toBe('v20.0')
})

test('a version that Graph does not have yet is a path component, until --graph-date says otherwise', async () => {
  expectError(await emulate().graph('GET', '/me', { version: 'v26.0' }), 'path_unknown')
  expect((await on('2026-08-01').graph('GET', '/me', { version: 'v26.0' })).status).toBe(200)
})

describe('the Marketing API', () => {
  const ads = (graphDate: string, version: string) => on(graphDate).graph('GET', '/me/adaccounts', { version })

  test('refuses a dead version with (#2635) and the latest', async () => {
    const response = await ads('2026-03-02', 'v21.0')
    expectError(response, 'ads_version_deprecated')
    expect(response.body.error.message).toBe(
      '(#2635) You are calling a deprecated version of the Ads API. Please update to the latest version: v25.0.',
    )
  })

  test('refuses a call without a version in the same way', async () => {
    expectError(await ads('2026-03-02', ''), 'ads_version_deprecated')
  })

  test('takes a live one', async () => {
    expect((await ads('2026-03-02', 'v24.0')).status).toBe(200)
  })

  test('since 2026-07-29 upgrades a dead version, and a header warns', async () => {
    const { status, headers } = await ads('2026-08-01', 'v23.0')
    expect(status).toBe(200)
    expect(headers['x-ad-api-version-warning']).toBe(
      'The call has been auto-upgraded to v26.0 as v23.0 will be deprecated.',
    )
  })
})

describe('what v26.0 took away', () => {
  const ids = (graphDate: string, version: string) => {
    const kit = on(graphDate)
    return kit.graph('GET', '/', { version, query: { ids: String(kit.names.client) } })
  }

  test('ids at the root: an error in v26.0, and for all from 2026-10-27', async () => {
    expect((await ids('2026-08-01', 'v25.0')).status).toBe(200)
    expectError(await ids('2026-08-01', 'v26.0'), 'ids_gone')
    expectError(await ids('2026-10-27', 'v25.0'), 'ids_gone')
  })

  test('date_format is an error, in v26.0', async () => {
    const call = (version: string) =>
      on('2026-08-01').graph('GET', '/{client}', { version, query: { date_format: 'U' } })
    // Before that Graph has it, and this emulator does not: a gap, and told as one.
    expect((await call('v25.0')).status).toBe(501)
    expectError(await call('v26.0'), 'date_format_gone')
  })

  test('ETag, pretty and debug are as if they had not been asked for', async () => {
    const call = (version: string) =>
      on('2026-08-01').graph('GET', '/{client}', { version, query: { pretty: '1', debug: 'all' } })
    const before = await call('v25.0')
    expect(before.headers.etag).toMatch(/^"[0-9a-f]{40}"$/)
    expect(before.text).toContain('\n   "name"')
    expect(before.body).toHaveProperty('__debug__')
    const after = await call('v26.0')
    expect(after.headers.etag).toBeUndefined()
    expect(after.text).not.toContain('\n')
    expect(after.body).not.toHaveProperty('__debug__')
  })
})
