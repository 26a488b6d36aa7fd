import { expect } from 'vitest'
import type { inOrder } from './campaign-expectations.ts'
import { dateIn } from './campaign-oracle.ts'
import type { CampaignPlay } from './campaign-play.ts'
import { TEMPLATES } from './campaign-world.ts'

type Params = Readonly<Record<string, string | number>>
type Row = Readonly<Record<string, string>>

/** No campaign has as many rows: pages that come to more lead in a circle. */
const ENDLESS = 1000

/** What Graph answers to a call that must go well. */
export async function told(play: CampaignPlay, path: string, query: Params): ReturnType<CampaignPlay['get']> {
  const reply = await play.get(path, query)
  expect({ status: reply.status, error: reply.body.error?.message }).toEqual({ status: 200 })
  return reply
}

/** From the first day of a campaign to today, as the account counts its days. */
export function wholeRange({ campaign: { clock, timezone }, now }: CampaignPlay): string {
  return JSON.stringify({ since: dateIn(timezone, Date.parse(clock)), until: dateIn(timezone, now) })
}

/** All rows of Insights, page by page where `limit` says so. */
export async function insights(play: CampaignPlay, query: Params): Promise<Row[]> {
  const first = await told(play, '/{ad_account}/insights', { time_range: wholeRange(play), limit: 5000, ...query })
  return walk(play, first.body)
}

/** The rows of a page and of all that follow. */
// biome-ignore lint/suspicious/noExplicitAny: a page as it came
export async function walk(play: CampaignPlay, first: any): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = first; ; page = (await play.follow(page.paging.next)).body) {
    rows.push(...page.data)
    if (!page.paging?.next) return rows
    expect(rows.length).toBeLessThan(ENDLESS)
  }
}

/** A point of template_analytics. */
export interface TemplatePoint {
  readonly template_id: string
  readonly start: string | number
  readonly end: string | number
  readonly clicked?: Parameters<typeof inOrder>[0]
  readonly [metric: string]: unknown
}

/** The points of template_analytics, page by page. */
export async function templatePoints(play: CampaignPlay, query: Params): Promise<TemplatePoint[]> {
  const template_ids = Object.keys(TEMPLATES).map((name) => play.names[name])
  const asked = { granularity: 'DAILY', template_ids: template_ids.join(), ...query }
  let { body } = await told(play, '/{waba}/template_analytics', asked)
  const points: TemplatePoint[] = []
  for (;;) {
    points.push(...(body.data[0]?.data_points ?? []))
    if (!body.paging?.next) return points
    expect(points.length).toBeLessThan(ENDLESS)
    body = (await play.follow(body.paging.next)).body
  }
}

/** The points of an analytics of the account, over the whole campaign and more. */
export async function volumePoints(
  play: CampaignPlay,
  edge: string,
  query: Params,
): Promise<Readonly<Record<string, string | number>>[]> {
  const [start, end] = [Date.parse(play.campaign.clock) / 1000 - 2 * 86_400, play.now / 1000 + 2 * 86_400]
  const { body } = await told(play, `/{waba}/${edge}`, { start: Math.floor(start), end: Math.ceil(end), ...query })
  return body.data[0]?.data_points ?? []
}

/** The rows of a report run that was asked for now, once it is complete. */
export async function report(play: CampaignPlay, query: Params): Promise<{ id: string; rows: Row[] }> {
  const { body } = await play.post('/{ad_account}/insights', { time_range: wholeRange(play), ...query })
  const id = body.report_run_id
  for (;;) {
    await play.waits('1s')
    if ((await play.get(`/${id}`)).body.async_status === 'Job Completed') break
  }
  return { id, rows: await reportRows(play, id) }
}

export async function reportRows(play: CampaignPlay, id: string): Promise<Row[]> {
  return walk(play, (await told(play, `/${id}/insights`, { limit: 5000 })).body)
}
