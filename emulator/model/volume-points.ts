import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Volume } from '../world/metrics.ts'
import type { World } from '../world/world.ts'
import type { Granularity, Range } from './analytics-range.ts'
import { type Bucket, bucketOf } from './buckets.ts'
import { digitsOf } from './digits.ts'
import { numbersOf } from './phone-number.ts'
import { rounded } from './price.ts'

/** What tells points of one span apart: `{"country":"US"}`. */
export type Labels = Readonly<Record<string, string>>

/** What an account sent in one span, of one kind. `start` and `end` are seconds, as Graph tells them. */
export interface VolumePoint {
  readonly start: number
  readonly end: number
  readonly labels: Labels
  readonly sent: number
  readonly delivered: number
  readonly cost: number
}

/** The digits of the numbers that an account has now, by their ids: no others are counted. @see sources waba-analytics */
export function phonesOf(world: World, accountId: string, wanted: readonly string[] | undefined): Map<string, string> {
  const digits = numbersOf(world, accountId).map(
    ({ id, display_phone_number }) => [id, digitsOf(display_phone_number)] as const,
  )
  const asked = new Set(wanted?.map(digitsOf))
  return new Map(digits.filter(([, number]) => asked.size === 0 || asked.has(number)))
}

/**
 * The volumes of an account in a range, oldest first. A month has no point before it is over.
 * @param labelsOf what tells points apart; undefined: not wanted
 * @see sources waba-analytics, capture-monthly-analytics
 */
export function volumePoints(
  world: World,
  { id, zone }: WhatsAppBusinessAccount,
  { from, until, granularity }: Range & { readonly granularity: Granularity },
  labelsOf: (volume: Volume) => Labels | undefined,
): VolumePoint[] {
  const points = new Map<string, VolumePoint>()
  let bucket: Bucket = { start: 0, end: 0 }
  for (const { at, rows } of world.metrics.volumesOf(id, from, until)) {
    if (at >= bucket.end) bucket = bucketOf(granularity, zone, at)
    if (granularity === 'MONTH' && bucket.end > world.now) break
    for (const volume of rows) addTo(points, bucket, volume, labelsOf(volume))
  }
  return [...points.values()]
}

function addTo(points: Map<string, VolumePoint>, bucket: Bucket, volume: Volume, labels: Labels | undefined): void {
  if (!labels) return
  const key = `${bucket.start}/${Object.values(labels).join('/')}`
  const { sent, delivered, cost } = points.get(key) ?? { sent: 0, delivered: 0, cost: 0 }
  points.set(key, {
    start: bucket.start / 1000,
    end: bucket.end / 1000,
    labels,
    sent: sent + volume.sent,
    delivered: delivered + volume.delivered,
    cost: rounded(cost + volume.cost),
  })
}

/** Whether a filter lets a value through; one that is empty or not there lets all. */
export function lets(filter: readonly string[] | undefined, value: string | undefined): boolean {
  return filter === undefined || filter.length === 0 || (value !== undefined && filter.includes(value))
}

/** Some of the labels. */
export function pick(labels: Readonly<Record<string, string | undefined>>, names: readonly string[]): Labels {
  const found = names.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]] as const]))
  return Object.fromEntries(found)
}
