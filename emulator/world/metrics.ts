import { addTo, type Tally } from './tally.ts'
import type { Undo } from './undo.ts'

/** What carried a message: the Marketing Messages API, or Cloud API. */
export type Carrier = 'mm' | 'cloud'

/** The tallies of one template by day: by the days of UTC, and by those of the time zone of its account. */
export interface TemplateDays {
  readonly utc: Map<number, Tally>
  readonly local: Map<number, Tally>
}

/** What the messages between the numbers of an account and one country came to, of one kind. */
export interface Volume {
  readonly phoneId: string
  /** ISO 3166 code. */
  readonly country: string
  readonly kind: 'template' | 'free-form' | 'incoming'
  /** `marketing_lite`, …; absent for what came in. */
  readonly category?: string
  readonly type: 'regular' | 'free_customer_service' | 'free_entry_point'
  readonly sent: number
  readonly delivered: number
  /** In the currency of the account, of what was delivered. */
  readonly cost: number
}

/** A volume while it is counted. */
type Counting = { -readonly [K in keyof Volume]: Volume[K] }

const HALF_HOUR = 1_800_000

/**
 * What came of all messages that a world ever sent: counted as they move, and never recounted from them, so that a number
 * costs the same after a million messages as after ten.
 */
export class Metrics {
  readonly #byTemplate = new Map<string, Readonly<Record<Carrier, TemplateDays>>>()
  readonly #byAccount = new Map<string, Map<number, Map<string, Counting>>>()
  /** Days that somebody holds on to: they never change again. */
  readonly #held = new WeakSet<ReadonlyMap<number, Tally>>()
  readonly #undo: Undo
  #latest: { readonly accountId: string; readonly half: number; readonly row: Counting } | undefined

  constructor(undo: Undo) {
    this.#undo = undo
  }

  /** The days of a template, or of an ad; empty where nothing was counted. */
  daysOf(templateId: string, carrier: Carrier): TemplateDays {
    return this.#byTemplate.get(templateId)?.[carrier] ?? EMPTY
  }

  /**
   * The days of an ad in the time zone of the account as they are now, however much is counted later: that goes into
   * a copy. So a report is of one moment, and nothing is copied for it unless something happens to the template.
   */
  daysAsTheyAre(adId: string): ReadonlyMap<number, Tally> {
    const { local } = this.daysOf(adId, 'mm')
    this.#held.add(local)
    return local
  }

  /**
   * Counts something of a template on a day, by its number in UTC and in the time zone of the account.
   * @param adId the days of the account's own zone are those of the ad that carried it, where one did: a template gets
   * another ad when its account is onboarded anew
   */
  count(
    templateId: string,
    carrier: Carrier,
    days: { utc: number; local: number },
    what: Tally,
    adId = templateId,
  ): void {
    const { utc } = this.#openDays(templateId, carrier)
    this.#add(utc, days.utc, what)
    const { local } = this.#openDays(adId, carrier)
    this.#add(local, days.local, what)
  }

  /** In place, as thousands of statuses a second are counted. */
  #add(days: Map<number, Tally>, day: number, what: Tally): void {
    const known = days.get(day)
    if (this.#undo.isNoting) {
      const before = known && { ...known }
      this.#undo.note(() => (before ? days.set(day, before) : days.delete(day)))
    }
    if (known) addTo(known, what)
    else days.set(day, { ...what })
  }

  /** Counts what went between an account and a country, in the half hour of a moment (milliseconds). */
  countVolume(accountId: string, at: number, volume: Volume): void {
    const half = Math.floor(at / HALF_HOUR)
    const row = this.#rowFor(accountId, half, volume)
    if (this.#undo.isNoting) {
      const { sent, delivered, cost } = row
      this.#undo.note(() => Object.assign(row, { sent, delivered, cost }))
    }
    row.sent += volume.sent
    row.delivered += volume.delivered
    if (volume.cost !== 0) row.cost = Math.round((row.cost + volume.cost) * 100_000) / 100_000
  }

  /** Most of what is counted goes where the last one went, and to make a key costs as much as to count. */
  #rowFor(accountId: string, half: number, volume: Volume): Counting {
    const latest = this.#latest
    if (latest && latest.half === half && latest.accountId === accountId && isAlike(latest.row, volume))
      return latest.row
    const halves = this.#byAccount.get(accountId) ?? new Map<number, Map<string, Counting>>()
    this.#byAccount.set(accountId, halves)
    const rows = halves.get(half) ?? new Map<string, Counting>()
    halves.set(half, rows)
    const { phoneId, country, kind, category, type } = volume
    const key = `${phoneId}/${country}/${kind}/${category}/${type}`
    const row = rows.get(key) ?? { ...volume, sent: 0, delivered: 0, cost: 0 }
    if (!rows.has(key)) {
      this.#undo.set(rows, key, row)
      this.#undo.note(() => {
        this.#latest = undefined
      })
    }
    this.#latest = { accountId, half, row }
    return row
  }

  /** What an account sent and received from one moment to another (milliseconds), by the half hours that begin in between. */
  volumesOf(
    accountId: string,
    from: number,
    until: number,
  ): { readonly at: number; readonly rows: Iterable<Volume> }[] {
    const halves = this.#byAccount.get(accountId) ?? new Map<number, Map<string, Counting>>()
    return halvesWithin(halves, Math.ceil(from / HALF_HOUR), Math.ceil(until / HALF_HOUR)).map(([half, rows]) => ({
      at: half * HALF_HOUR,
      rows: rows.values(),
    }))
  }

  #openDays(templateId: string, carrier: Carrier): TemplateDays {
    const known = this.#byTemplate.get(templateId)
    if (known && !this.#held.has(known[carrier].local)) return known[carrier]
    const both = known ?? { mm: newDays(), cloud: newDays() }
    const days = { utc: both[carrier].utc, local: copyOf(both[carrier].local) }
    this.#byTemplate.set(templateId, { ...both, [carrier]: days })
    return days
  }

  /** In one fixed order. */
  state(): object {
    const listed = ({ utc, local }: TemplateDays) => ({ utc: [...utc], local: [...local] })
    return {
      templates: [...this.#byTemplate].map(([id, { mm, cloud }]) => ({ id, mm: listed(mm), cloud: listed(cloud) })),
      accounts: [...this.#byAccount].map(([id, halves]) => ({
        id,
        halves: [...halves].map(([half, rows]) => [half, [...rows.values()]]),
      })),
    }
  }
}

/** Those of a range, oldest first: by walking the range, or what there is, whichever is shorter. */
function halvesWithin<V>(halves: ReadonlyMap<number, V>, first: number, end: number): [number, V][] {
  if (end - first >= halves.size) {
    return [...halves].filter(([half]) => half >= first && half < end).sort(([a], [b]) => a - b)
  }
  const found: [number, V][] = []
  for (let half = first; half < end; half += 1) {
    const one = halves.get(half)
    if (one !== undefined) found.push([half, one])
  }
  return found
}

const newDays = (): TemplateDays => ({ utc: new Map(), local: new Map() })
const EMPTY = newDays()

/** Whether two are of the same kind. */
function isAlike(one: Volume, other: Volume): boolean {
  return (
    one.phoneId === other.phoneId &&
    one.country === other.country &&
    one.category === other.category &&
    one.kind === other.kind &&
    one.type === other.type
  )
}

function copyOf(days: ReadonlyMap<number, Tally>): Map<number, Tally> {
  const copy = new Map<number, Tally>()
  for (const [day, tally] of days) copy.set(day, { ...tally })
  return copy
}
