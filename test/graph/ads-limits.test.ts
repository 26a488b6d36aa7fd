import { expect, test } from 'vitest'
import { look, withAds } from '../ads.ts'
import { type Kit, need } from '../kit.ts'
import { expectError } from '../operation.ts'

type File = Parameters<NonNullable<Parameters<typeof withAds>[0]>>[0]

const limited = (limits: NonNullable<File['limits']>, more: (file: File) => void = () => undefined) =>
  withAds((file) => {
    file.limits = limits
    more(file)
  })

/** The app has no more than Standard access, and the ad account is its own. */
const inDevelopment = (file: File) => {
  need(file.apps.app).access = { ads_read: 'standard' }
  need(file.apps.app).business = 'client'
}

const insights = (kit: Kit, of = 'ad_account', query: Record<string, string> = {}) =>
  look(kit, `/{${of}}/insights`, query)
const ad = (kit: Kit) => look(kit, '/{ad}')
const header = (headers: Record<string, string>, name: string) => JSON.parse(headers[name] ?? 'null')
const digits = (kit: Kit) => need(kit.names.ad_account).replace('act_', '')
const useOf = (kit: Kit, headers: Record<string, string>) =>
  header(headers, 'x-business-use-case-usage')[digits(kit)][0]
const shareOf = (headers: Record<string, string>) => header(headers, 'x-ad-account-usage').acc_id_util_pct

test('an insights call tells how far it is in three headers, and in none of the app', async () => {
  const kit = limited({ insightsCalls: 3 })
  const { status, headers } = await insights(kit)
  expect(status).toBe(200)
  expect(headers['x-business-use-case-usage']).toBe(
    `{"${digits(kit)}":[{"type":"ads_insights","call_count":33,"total_cputime":0,"total_time":0,"estimated_time_to_regain_access":0,"ads_api_access_tier":"standard_access"}]}`,
  )
  expect(headers['x-ad-account-usage']).toBe(
    '{"acc_id_util_pct":33.33,"reset_time_duration":3600,"ads_api_access_tier":"standard_access"}',
  )
  expect(headers['x-fb-ads-insights-throttle']).toBe(
    '{"app_id_util_pct":33.33,"acc_id_util_pct":33.33,"ads_api_access_tier":"standard_access"}',
  )
  expect(headers['x-app-usage']).toBeUndefined()
})

test('over it insights are refused with (#80000), and the headers stand on the refusal, until the hour is over', async () => {
  const kit = limited({ insightsCalls: 2 })
  await insights(kit)
  await kit.advance('20m')
  await insights(kit, 'campaign')
  const refused = await insights(kit, 'ad')
  expectError(refused, 'insights_limit_reached')
  expect(refused.status).toBe(400)
  expect(useOf(kit, refused.headers)).toMatchObject({ call_count: 150, estimated_time_to_regain_access: 40 })
  expect(header(refused.headers, 'x-ad-account-usage')).toMatchObject({
    acc_id_util_pct: 150,
    reset_time_duration: 2400,
  })
  expect(header(refused.headers, 'x-fb-ads-insights-throttle')).toMatchObject({ acc_id_util_pct: 150 })
  await kit.advance('2399s')
  expectError(await insights(kit), 'insights_limit_reached')
  await kit.advance('1s')
  const { status, headers } = await insights(kit)
  expect([status, shareOf(headers)]).toEqual([200, 50])
})

test('report runs and their rows are insights calls, too; asking how far a run is, is none', async () => {
  const kit = limited({ insightsCalls: 2 })
  const run = (await kit.graph('POST', '/{ad_account}/insights', { as: 'client_business' })).body.report_run_id
  await kit.advance('1m')
  const status = await look(kit, `/${run}`)
  expect(useOf(kit, status.headers).type).toBe('ads_management')
  expect((await look(kit, `/${run}/insights`)).status).toBe(200)
  expectError(await look(kit, `/${run}/insights`), 'insights_limit_reached')
})

test('other calls on the ad account and what is in it count apart, to (#80004)', async () => {
  const kit = limited({ adsCalls: 3 })
  await insights(kit)
  const shares: number[] = []
  for (const path of ['/{ad}', '/{ad_account}/campaigns', '/{campaign}']) {
    const { headers } = await look(kit, path)
    expect(useOf(kit, headers)).toMatchObject({ type: 'ads_management', ads_api_access_tier: 'standard_access' })
    expect(headers['x-fb-ads-insights-throttle']).toBeUndefined()
    shares.push(shareOf(headers))
  }
  expect(shares).toEqual([33.33, 66.67, 100])
  const refused = await look(kit, '/{ad_set}')
  expectError(refused, 'ads_limit_reached')
  expect(refused.status).toBe(400)
  expect(useOf(kit, refused.headers)).toMatchObject({ call_count: 133, estimated_time_to_regain_access: 60 })
  expect((await insights(kit)).status).toBe(200)
  await kit.advance('1h')
  expect((await ad(kit)).status).toBe(200)
})

test('writes count as well, though nobody may write', async () => {
  const kit = limited({ adsCalls: 1 })
  const write = () => kit.graph('POST', '/{ad}', { as: 'client_business', body: { status: 'PAUSED' } })
  expectError(await write(), 'ad_account_read_only')
  expectError(await write(), 'ads_limit_reached')
})

test('an insights edge that fields names is part of its call, and counts once with that', async () => {
  const kit = limited({ insightsCalls: 1, adsCalls: 2 })
  for (const share of [50, 100]) {
    const { status, headers } = await look(kit, '/{ad}', { fields: 'insights{impressions},campaign{id}' })
    expect([status, shareOf(headers), useOf(kit, headers).type]).toEqual([200, share, 'ads_management'])
  }
  expect((await insights(kit)).status).toBe(200)
})

test('every app and every ad account has its own hour', async () => {
  const kit = limited({ insightsCalls: 1 }, (file) => {
    const accounts = need(file.accounts)
    accounts.second = { ...need(accounts.waba), name: 'Juniper stall', adAccount: 'second_ad_account' }
    file.apps.other = { ...need(file.apps.app), name: 'Other Inbox' }
    file.tokens.other = { app: 'other', of: 'admin', scopes: ['ads_read'] }
  })
  await insights(kit)
  expectError(await insights(kit), 'insights_limit_reached')
  expect((await look(kit, '/{ad_account}/insights', {}, { as: 'other' })).status).toBe(200)
  expect((await insights(kit, 'second_ad_account')).status).toBe(200)
})

test('lists of ad accounts name none, and count towards the app as before', async () => {
  const kit = limited({ adsCalls: 1 })
  for (let call = 0; call < 2; call += 1) {
    const { status, headers } = await look(kit, '/me/adaccounts', {}, { as: 'client_admin' })
    expect(status).toBe(200)
    expect(headers['x-app-usage']).toBeDefined()
    expect(headers['x-ad-account-usage']).toBeUndefined()
  }
})

/** Calls that fail, fifty at a time. */
async function failing(kit: Kit, times: number): Promise<void> {
  const part = { method: 'GET', relative_url: `${kit.names.ad_account}/insights?fields=nonsense` }
  for (let left = times; left > 0; left -= 50) {
    const batch = JSON.stringify(Array.from({ length: Math.min(left, 50) }, () => part))
    const { body } = await kit.graph('POST', '/', { as: 'client_business', body: { batch } })
    for (const { code } of body) expect(code).toBe(400)
  }
}

test('where a world says nothing: 600 insights calls, 400 for each active ad, and one less for a thousand errors', async () => {
  const kit = limited({}, inDevelopment)
  const active = (await look(kit, '/{ad_account}/ads', { effective_status: '["ACTIVE"]' })).body.data.length
  expect(active).toBeGreaterThan(0)
  const most = 600 + 400 * active
  await failing(kit, 999)
  const percent = (calls: number, of: number) => Math.round((calls * 10_000) / of) / 100
  const before = await insights(kit)
  expect(useOf(kit, before.headers).ads_api_access_tier).toBe('development_access')
  expect(shareOf(before.headers)).toBe(percent(1000, most))
  await failing(kit, most - 1001)
  expect((await insights(kit)).headers['x-mmgraph-why']).toContain(`${most - 1} are allowed`)
})

test('where a world says nothing: 300 other calls and 40 for each active ad', async () => {
  const kit = limited({}, inDevelopment)
  const { headers, body } = await look(kit, '/{ad_account}/ads', { effective_status: '["ACTIVE"]' })
  const most = 300 + 40 * body.data.length
  expect(shareOf(headers)).toBe(Math.round(10_000 / most) / 100)
  for (let call = 1; call < most; call += 1) await ad(kit)
  expectError(await ad(kit), 'ads_limit_reached')
})

test('an ad that is not active gives nothing', async () => {
  const kit = limited({}, (file) => {
    inDevelopment(file)
    need(need(file.templates).plain).status = 'PAUSED'
  })
  const paused = await look(kit, '/{ad_account}/ads', { fields: 'effective_status' })
  const active = paused.body.data.filter((row: { effective_status: string }) => row.effective_status === 'ACTIVE')
  expect(active.length).toBe(paused.body.data.length - 1)
  expect(shareOf(paused.headers)).toBe(Math.round(10_000 / (300 + 40 * active.length)) / 100)
})

test('Advanced access to ads_read is standard_access: 190000 and 100000 calls', async () => {
  const kit = limited({})
  const calls = async (times: number, call: () => ReturnType<typeof ad>) => {
    for (let n = 1; n < times; n += 1) await call()
    return call()
  }
  const active = (await look(kit, '/{ad_account}/ads', { effective_status: '["ACTIVE"]' })).body.data.length
  const share = (times: number, of: number) => Math.round((times * 10_000) / of) / 100
  expect(shareOf((await calls(20, () => insights(kit))).headers)).toBe(share(20, 190_000 + 400 * active))
  expect(shareOf((await calls(19, () => ad(kit))).headers)).toBe(share(20, 100_000 + 40 * active))
})

test('limits off refuses nobody, and sends no usage', async () => {
  const kit = withAds(
    (file) => {
      file.limits = { insightsCalls: 1, adsCalls: 1 }
    },
    { limits: 'off' },
  )
  for (let call = 0; call < 2; call += 1) {
    for (const { status, headers } of [await insights(kit), await ad(kit)]) {
      expect(status).toBe(200)
      expect(headers['x-business-use-case-usage']).toBeUndefined()
      expect(headers['x-ad-account-usage']).toBeUndefined()
      expect(headers['x-fb-ads-insights-throttle']).toBeUndefined()
    }
  }
})
