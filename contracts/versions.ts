/** A Graph version as it stands in a path. */
export type Version = `v${number}.${number}`

/** Days (UTC) of one version. `ends`: Graph; `marketingEnds`: ad accounts, insights and what hangs on them. */
export interface VersionDates {
  readonly released: string
  readonly ends?: string
  readonly marketingEnds?: string
}

/** Ads versions before v22.0 ended together. @see sources capture-ads-version */
const ADS_CUT = '2025-09-09'

/**
 * The versions that Graph has had. Without `ends` a version dies two years after the release of its successor.
 * The days of release up to v20.0 are general knowledge that no stored page confirms, and so is the end of v22.0 for ads.
 * @see sources graph-versions, graph-changelog
 */
export const versions: Readonly<Record<Version, VersionDates>> = {
  'v13.0': { released: '2022-02-08', marketingEnds: ADS_CUT },
  'v14.0': { released: '2022-05-25', marketingEnds: ADS_CUT },
  'v15.0': { released: '2022-09-15', marketingEnds: ADS_CUT },
  'v16.0': { released: '2023-02-02', marketingEnds: ADS_CUT },
  'v17.0': { released: '2023-05-23', marketingEnds: ADS_CUT },
  'v18.0': { released: '2023-09-12', ends: '2026-01-26', marketingEnds: ADS_CUT },
  'v19.0': { released: '2024-01-23', ends: '2026-05-21', marketingEnds: ADS_CUT },
  'v20.0': { released: '2024-05-21', ends: '2026-09-24', marketingEnds: ADS_CUT },
  'v21.0': { released: '2024-10-02', ends: '2027-01-21', marketingEnds: ADS_CUT },
  'v22.0': { released: '2025-01-21', marketingEnds: '2026-02-18' },
  'v23.0': { released: '2025-05-29', marketingEnds: '2026-06-09' },
  'v24.0': { released: '2025-10-08', marketingEnds: '2026-10-06' },
  'v25.0': { released: '2026-02-18' },
  'v26.0': { released: '2026-07-29' },
}

/** From this day on dead ads versions are upgraded instead of refused. @see sources capture-ads-upgrade */
export const ADS_UPGRADE_DAY = '2026-07-29'

/** The version that calls without one get: that of the app, as its dashboard would say. */
export const UNVERSIONED: Version = 'v24.0'

/** The first version whose errors of the Marketing Messages API have codes of their own, 1341xx. @see sources error-codes: 134100 */
export const MM_ERROR_CODES = { since: 'v23.0' } as const

/** The last version whose webhooks of statuses have a conversation. @see sources status-webhook; ruling status-conversation */
export const STATUS_CONVERSATION = { until: 'v23.0' } as const

/** From when on the limit stands under one key: in this version, and on this day in all. @see sources capability-update, messaging-limits */
export const CAPABILITY_RENAMED = { version: 'v24.0', day: '2026-02-01' } as const

/** The first day on which Ads Insights gives no conversions. @see sources view-metrics; ruling insights-conversions */
export const INSIGHTS_CONVERSIONS_END = '2026-04-01'

/** The first version, and the day for all others, without `ids` at the root, ETags, `pretty` and `debug`. */
export const LEGACY_PROTOCOL = { until: 'v25.0', lastDay: '2026-10-27' } as const

const order = Object.keys(versions) as Version[]

/** What came before v13.0: long dead, and still in the code of published clients. */
const DEAD = /^v(1\.0|2\.([0-9]|1[0-2])|3\.[0-3]|[4-9]\.0|1[0-2]\.0)$/

export function isVersion(segment: string): segment is Version {
  return Object.hasOwn(versions, segment) || DEAD.test(segment)
}

/** The major number, for comparing: `v24.0` -> 24. */
export function major(version: Version): number {
  return Number.parseInt(version.slice(1), 10)
}

/** Whether a version lies between the first and the last that have something. */
export function isIn(range: { readonly since?: Version; readonly until?: Version }, version: Version): boolean {
  const { since, until } = range
  if (!since && !until) return true
  const at = major(version)
  return at >= major(since ?? 'v0.0') && at <= major(until ?? 'v999.0')
}

/** The versions that Graph serves at a moment (milliseconds), oldest first. */
export function liveVersions(at: number): readonly Version[] {
  return dayOf(at).live
}

/** The version that serves a call: itself, or the oldest live one where it has died. Undefined: Graph has no such. */
export function servingVersion(asked: Version, at: number): Version | undefined {
  const { today, live } = dayOf(at)
  if (live.includes(asked)) return asked
  return DEAD.test(asked) || isReleased(asked, today) ? live[0] : undefined
}

/** The day of a moment, as `2026-03-02`. */
export function today(at: number): string {
  return dayOf(at).today
}

interface Day {
  readonly number: number
  readonly today: string
  readonly live: readonly Version[]
}

const DAY = 86_400_000
/** The day that was asked for last: every call asks, and hardly ever for another. */
let lastDay: Day | undefined

function dayOf(at: number): Day {
  const number = Math.floor(at / DAY)
  if (lastDay?.number !== number) {
    const today = new Date(at).toISOString().slice(0, 10)
    const live = order.filter((version) => isReleased(version, today) && today < endOf(version))
    lastDay = { number, today, live }
  }
  return lastDay
}

/** The last day of a version for ads, where it has one. */
export function marketingEndOf(version: Version): string | undefined {
  return DEAD.test(version) ? ADS_CUT : versions[version]?.marketingEnds
}

function isReleased(version: Version, today: string): boolean {
  return (versions[version]?.released ?? '9999') <= today
}

/** The day on which Graph serves a version no more; the end of time where that is not known. */
export function endOf(version: Version): string {
  const { ends } = versions[version] ?? {}
  if (ends) return ends
  const successor = order[order.indexOf(version) + 1]
  const released = successor && versions[successor]?.released
  return released ? `${Number(released.slice(0, 4)) + 2}${released.slice(4)}` : '9999-12-31'
}
