import type { Response } from 'supertest'
import { describe, expect, test } from 'vitest'
import { exportReport, getReportRunInsights } from '../../contracts/operations/report-run-insights.ts'
import type { Kit } from '../kit.ts'
import { rows, withHistory } from '../metrics.ts'
import { proves } from '../operation.ts'
import { market } from '../sends.ts'

const DAILY = { level: 'ad', fields: 'ad_name,spend', time_increment: '1', date_preset: 'last_7d' }

const read = (kit: Kit, path: string, query: Record<string, string> = {}, version = 'v24.0'): Promise<Response> =>
  kit.graph('GET', path, { as: 'client_business', query, version })

/** Begins a report run of the account, and answers its id. */
async function begin(kit: Kit, body: object = DAILY): Promise<string> {
  const { status, body: reply } = await kit.graph('POST', '/{ad_account}/insights', { as: 'client_business', body })
  expect(status).toBe(200)
  return reply.report_run_id
}

/** A run that is complete. */
async function complete(kit: Kit, body: object = DAILY): Promise<string> {
  const run = await begin(kit, body)
  await kit.advance('5s')
  return run
}

const rowsOf = async (query: Record<string, string>): Promise<Response> => {
  const kit = withHistory()
  return read(kit, `/${await complete(kit)}/insights`, query)
}

const download = (kit: Kit, run: string, format: string, query: Record<string, string> = {}): Promise<Response> =>
  kit.graph('GET', '/ads/ads_insights/export_report/', {
    as: 'client_business',
    version: '',
    query: { report_run_id: run, format, ...query },
  })

proves(
  getReportRunInsights,
  {
    'gives the rows of the call that made it, without naming fields': async () => {
      const kit = withHistory()
      const { body } = await read(kit, `/${await complete(kit)}/insights`)
      expect(body.data).toEqual(await rows(kit, '/{ad_account}/insights', DAILY))
    },
    'gives fewer fields where fewer are asked for': async () => {
      const { body } = await rowsOf({ fields: 'spend', limit: '1' })
      expect(Object.keys(body.data[0])).toEqual(['spend', 'date_start', 'date_stop'])
    },
    'pages to the end': async () => {
      const { body } = await rowsOf({ limit: '3' })
      expect(body.data).toHaveLength(3)
      expect(new URL(body.paging.next).searchParams.get('after')).toBe('MgZDZD')
    },
    'sums up what it was made with': async () => {
      const { body } = await rowsOf({ default_summary: 'true' })
      expect(body.summary).toMatchObject({ spend: expect.any(String), date_start: '2026-02-23' })
    },
  },
  {
    ad_account_not_granted: async () => {
      const kit = withHistory()
      return kit.graph('GET', `/${await complete(kit)}/insights`, { as: 'without_ads' })
    },
    insights_field_unknown: () => rowsOf({ fields: 'impressions_gross' }),
    insights_run_fields_missing: () => rowsOf({ fields: 'impressions,spend,marketing_messages_sent' }),
    insights_summary_missing: () => rowsOf({ summary: 'impressions' }),
    report_run_not_ready: async () => {
      const kit = withHistory()
      const run = await begin(kit)
      const early = await read(kit, `/${run}/insights`)
      expect(early.headers['x-mmgraph-why']).toContain('under way')
      await kit.happens('report_run_fails', { run, because: 'skipped' })
      const late = await read(kit, `/${run}/insights`)
      expect(late.headers['x-mmgraph-why']).toContain('skipped')
      return late
    },
    cursor_invalid: () => rowsOf({ after: '???' }),
  },
)

proves(
  exportReport,
  {
    'writes a line of names, and a line a row': async () => {
      const kit = withHistory()
      const run = await complete(kit, { ...DAILY, level: 'campaign', fields: 'campaign_name,spend' })
      const { headers, text } = await download(kit, run, 'csv')
      expect(headers['content-type']).toMatch(/^text\/csv/)
      expect(headers['content-disposition']).toBe(`inline;filename=report_${run}.csv`)
      const found = await rows(kit, '/{ad_account}/insights', {
        ...DAILY,
        level: 'campaign',
        fields: 'campaign_name,spend',
      })
      const lines = found.map(({ date_start, date_stop, campaign_name, spend }) =>
        [date_start, date_stop, campaign_name, spend].join(),
      )
      expect(text).toBe(`${['date_start,date_stop,campaign_name,spend', ...lines].join('\n')}\n`)
    },
    'is a spreadsheet as well, with the columns and the name that were asked for': async () => {
      const kit = withHistory()
      const run = await complete(kit, {
        ...DAILY,
        export_format: 'xls',
        export_columns: '["spend"]',
        export_name: 'Week 9',
      })
      const { headers } = await download(kit, run, 'xls')
      expect(headers['content-type']).toBe('application/vnd.ms-excel')
      expect(headers['content-disposition']).toBe('inline;filename=Week 9.xls')
      const query = `report_run_id=${run}&format=xls&access_token=${kit.tokens.client_business}`
      const url = `http://127.0.0.1/ads/ads_insights/export_report?${query}`
      const text = await (await kit.emulator.fetch(new Request(url))).text()
      expect(text.match(/<Row>/g)).toHaveLength(1 + 8)
      expect(text).toMatch(
        /<Row><Cell><Data ss:Type="String">2026-02-23<\/Data><\/Cell>.*<Data ss:Type="Number">\d+\.\d+<\/Data><\/Cell><\/Row>/,
      )
    },
    'says so where there are no rows': async () => {
      const kit = withHistory()
      const run = await complete(kit, { ...DAILY, date_preset: 'today' })
      expect((await download(kit, run, 'csv')).text).toBe(
        '\nNo data available.\n'.replace('No data available.', '"No data available."'),
      )
    },
  },
  {
    report_run_not_ready: async () => {
      const kit = withHistory()
      const run = await begin(kit)
      expect((await download(kit, run, 'csv')).headers['x-mmgraph-why']).toContain('under way')
      await kit.happens('report_run_fails', { run, because: 'skipped' })
      const late = await download(kit, run, 'csv')
      expect(late.headers['x-mmgraph-why']).toContain('skipped')
      return late
    },
    object_missing_on_get: () => download(withHistory(), '1234567890123456', 'csv'),
  },
)

describe('a report run', () => {
  const states: readonly [at: string, status: string, percent: number][] = [
    ['0s', 'Job Not Started', 0],
    ['1s', 'Job Started', 0],
    ['2s', 'Job Running', 0],
    ['3500ms', 'Job Running', 50],
    ['4900ms', 'Job Running', 96],
    ['5s', 'Job Completed', 100],
  ]
  test.each(states)('after %s is %s', async (at, async_status, async_percent_completion) => {
    const kit = withHistory()
    const run = await begin(kit)
    await kit.advance(at)
    const { body } = await read(kit, `/${run}`, { fields: 'async_status,async_percent_completion,is_running' })
    expect(body).toEqual({
      id: run,
      async_status,
      async_percent_completion,
      is_running: async_status !== 'Job Completed',
    })
  })

  test('reads as captured, times in seconds', async () => {
    const kit = withHistory()
    const run = await begin(kit, { ...DAILY, export_name: 'Week 9' })
    await kit.advance('5s')
    const began = Date.parse('2026-03-02T09:00:00Z') / 1000
    expect((await read(kit, `/${run}`)).body).toEqual({
      id: run,
      account_id: kit.names.ad_account?.slice(4),
      time_ref: began,
      time_completed: began + 5,
      async_status: 'Job Completed',
      async_percent_completion: 100,
      is_running: false,
      date_start: '2026-02-23',
      date_stop: '2026-03-01',
    })
    const { body } = await read(kit, `/${run}`, {
      fields: 'friendly_name,is_async_export,is_bookmarked,async_report_url',
    })
    expect(body).toEqual({ id: run, friendly_name: 'Week 9', is_async_export: 0, is_bookmarked: false })
  })

  test('of an export tells where the file is', async () => {
    const kit = withHistory()
    const run = await complete(kit, { ...DAILY, export_format: 'csv' })
    const { async_report_url, is_async_export } = (
      await read(kit, `/${run}`, { fields: 'async_report_url,is_async_export' })
    ).body
    expect(is_async_export).toBe(1)
    const { pathname, search } = new URL(async_report_url)
    const file = await kit.graph('GET', `${pathname}${search}`, { as: 'client_business', version: '' })
    expect([file.status, file.text.split('\n')[0]]).toEqual([200, 'date_start,date_stop,ad_name,spend'])
  })

  test('stays as it was when it was complete, whatever is sent later', async () => {
    const kit = withHistory()
    const run = await complete(kit, { ...DAILY, date_preset: 'today', fields: 'marketing_messages_sent' })
    await market(kit)
    await kit.advance('1m')
    expect((await read(kit, `/${run}/insights`)).body.data).toEqual([])
    expect(
      await rows(kit, '/{ad_account}/insights', { date_preset: 'today', fields: 'marketing_messages_sent' }),
    ).toHaveLength(1)
  })

  test('is gone after 30 days', async () => {
    const kit = withHistory()
    const run = await begin(kit)
    await kit.advance('29d')
    expect((await read(kit, `/${run}/insights`)).status).toBe(200)
    await kit.advance('1d')
    const { body } = await read(kit, `/${run}`)
    expect([body.error.code, body.error.error_subcode]).toEqual([100, 33])
  })

  const ERROR_FIELDS = 'async_status,error_code,error_subcode,error_message,error_user_title,error_user_msg'

  test('that fails says why, from v25.0 on', async () => {
    const kit = withHistory()
    const run = await begin(kit)
    expect((await kit.happens('report_run_fails', { run })).status).toBe(200)
    await kit.advance('1m')
    expect((await read(kit, `/${run}`, { fields: ERROR_FIELDS }, 'v25.0')).body).toEqual({
      id: run,
      async_status: 'Job Failed',
      error_code: -2,
      error_subcode: 2490547,
      error_message: 'Generating the report failed.',
      error_user_title: 'Report Failed',
      error_user_msg: 'Generating the report failed. Try again later.',
    })
    expect((await read(kit, `/${run}`, { fields: ERROR_FIELDS })).body.error.message).toMatch(
      /nonexisting field \(error_subcode\)/,
    )
    expect((await read(kit, `/${run}/insights`)).body.error.code).toBe(2601)
    expect((await kit.happens('report_run_fails', { run })).status).toBe(400)
  })

  test('can be skipped', async () => {
    const kit = withHistory()
    const run = await begin(kit)
    await kit.happens('report_run_fails', { run, because: 'skipped' })
    expect((await read(kit, `/${run}`, { fields: 'async_status' })).body.async_status).toBe('Job Skipped')
  })

  test('that is too large fails with that', async () => {
    const kit = withHistory((file) => {
      file.limits = { ...file.limits, reportRows: 5 }
    })
    const run = await complete(kit)
    const { body } = await read(kit, `/${run}`, { fields: 'async_status,error_code,error_subcode' }, 'v25.0')
    expect(body).toMatchObject({ async_status: 'Job Failed', error_code: -3, error_subcode: 1504045 })
  })

  test('says in words of Graph what it was made without', async () => {
    const several = await rowsOf({ fields: 'impressions,marketing_messages_sent' })
    expect(several.body.error.message).toBe(
      "(#100) Cannot include impressions, marketing_messages_sent in fields param because they weren't there while creating the report run. All available values are: ad_name, spend",
    )
    expect((await rowsOf({ fields: 'impressions' })).body.error.message).toMatch(/because it wasn't there while/)
  })

  test('is there for whoever may see the ad account', async () => {
    const kit = withHistory()
    const run = await complete(kit)
    expect((await kit.graph('GET', `/${run}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
    expect((await kit.graph('GET', `/${run}`, { as: 'client_admin' })).status).toBe(200)
  })
})
