import { type Market, marketOf } from './markets.ts'

/** What a rate is for. A message of the Marketing Messages API costs what any marketing message costs. @see sources pricing */
export type RateCategory = 'marketing' | 'utility' | 'authentication' | 'authentication_international' | 'service'

export const rateCategories: readonly RateCategory[] = [
  'marketing',
  'utility',
  'authentication',
  'authentication_international',
  'service',
]

/** What one delivered message costs from a day on, where no volume tier makes it cheaper. */
export interface Rate {
  /** ISO 3166 code, or a region of Meta's rate cards. */
  readonly country: string
  readonly category: RateCategory
  /** The first day, in the time zone of the account; UTC is taken. */
  readonly from: string
  /** US dollars. */
  readonly amount: number
}

type Amount = number | Readonly<Record<string, number>>

const JULY = '2025-07-01'
const OCTOBER = '2025-10-01'
const JANUARY = '2026-01-01'

/**
 * Meta's rate cards in USD, by market: marketing, then utility (authentication costs the same in every card since July
 * 2025), then authentication of a business in another country where a market has such a rate. An amount that changed is
 * told by the days on which it did. The changes of April 2026 and later are announced on the page without numbers, and
 * are not here; a world file may say them.
 * @see sources rates-2025-07, rates-2025-10, rates-2026-01, pricing
 */
const cards: Readonly<Record<Market, readonly [marketing: Amount, utility: Amount, international?: Amount]>> = {
  AE: [{ [JULY]: 0.0384, [OCTOBER]: 0.0499 }, 0.0157, 0.051],
  AR: [0.0618, { [JULY]: 0.0289, [OCTOBER]: 0.026 }],
  BR: [0.0625, 0.0068],
  CL: [0.0889, 0.02],
  CO: [0.0125, { [JULY]: 0.0002, [OCTOBER]: 0.0008 }],
  DE: [0.1365, 0.055],
  EG: [{ [JULY]: 0.1073, [JANUARY]: 0.0644 }, { [JULY]: 0.0052, [OCTOBER]: 0.0036 }, 0.065],
  ES: [0.0615, 0.02],
  FR: [{ [JULY]: 0.1432, [JANUARY]: 0.0859 }, 0.03],
  GB: [0.0529, 0.022],
  ID: [0.0411, 0.025, 0.136],
  IL: [0.0353, 0.0053],
  IN: [{ [JULY]: 0.0107, [JANUARY]: 0.0118 }, 0.0014, 0.028],
  IT: [0.0691, 0.03],
  MX: [{ [JULY]: 0.0436, [OCTOBER]: 0.0305 }, 0.0085],
  MY: [0.086, 0.014, 0.0418],
  NG: [0.0516, 0.0067, 0.075],
  NL: [0.1597, 0.05],
  PE: [0.0703, 0.02],
  PK: [0.0473, 0.0054, 0.075],
  RU: [0.0802, 0.04],
  SA: [0.0455, { [JULY]: 0.0115, [OCTOBER]: 0.0107 }, 0.0598],
  TR: [0.0109, 0.0053],
  ZA: [0.0379, 0.0076, 0.02],
  'North America': [0.025, { [JULY]: 0.004, [JANUARY]: 0.0034 }],
  'Rest of Africa': [0.0225, 0.004],
  'Rest of Asia Pacific': [0.0732, 0.0113],
  'Rest of Central & Eastern Europe': [0.086, 0.0212],
  'Rest of Latin America': [0.074, 0.0113],
  'Rest of Middle East': [0.0341, 0.0091],
  'Rest of Western Europe': [0.0592, 0.0171],
  Other: [0.0604, 0.0077],
}

/** The rates of the cards, oldest first within a market and category. */
export const rates: readonly Rate[] = Object.entries(cards).flatMap(
  ([country, [marketing, utility, international]]) => [
    ...ratesOf(country, 'marketing', marketing),
    ...ratesOf(country, 'utility', utility),
    ...ratesOf(country, 'authentication', utility),
    ...(international === undefined ? [] : ratesOf(country, 'authentication_international', international)),
    ...ratesOf(country, 'service', 0),
  ],
)

function ratesOf(country: string, category: RateCategory, amount: Amount): Rate[] {
  const steps = typeof amount === 'number' ? { [JULY]: amount } : amount
  return Object.entries(steps).map(([from, step]) => ({ country, category, from, amount: step }))
}

/** Rates by what they are for, each oldest first. */
export type RateTable = ReadonlyMap<string, readonly Rate[]>

export function rateTable(list: readonly Rate[]): RateTable {
  const table = new Map<string, Rate[]>()
  for (const rate of list.toSorted(byDay)) {
    const key = keyOf(rate.country, rate.category)
    table.set(key, [...(table.get(key) ?? []), rate])
  }
  return table
}

let standard: RateTable | undefined

function byDay(one: Rate, other: Rate): number {
  if (one.from === other.from) return 0
  return one.from < other.from ? -1 : 1
}

/** The rate of a day (`2026-03-02`); before the first it is the first. Authentication abroad costs no more in most markets. */
export function rateOn(table: RateTable, country: string, category: RateCategory, day: string): number {
  const own = table.get(keyOf(country, category))?.findLast(({ from }) => from <= day)
  if (own) return own.amount
  standard ??= rateTable(rates)
  const market = standard.get(keyOf(marketOf(country), category))
  if (!market) return rateOn(table, country, 'authentication', day)
  return (market.findLast(({ from }) => from <= day) ?? market[0])?.amount ?? 0
}

function keyOf(country: string, category: RateCategory): string {
  return `${country}/${category}`
}

/**
 * Meta has a rate card for each currency that an account can have, and they are the USD card times a factor: these are read
 * off rows of three cards. Amounts of other currencies are assumed to be those in USD, as no card of theirs was found.
 * @see sources rates-other-currencies
 */
export const perUsd: Readonly<Record<string, number>> = { USD: 1, EUR: 0.8285, AED: 3.672, INR: 73.14 }
