/**
 * Regions that Meta may not serve: neither the tax country of the WABA nor the country of its owner may be one of them.
 * ISO 3166-1 codes, and ISO 3166-2 codes for parts of a country.
 * @see sources mm-get-started
 */
export const sanctionedRegions: Readonly<Record<string, string>> = {
  CU: 'Cuba',
  IR: 'Iran',
  KP: 'North Korea',
  SY: 'Syria',
  'UA-43': 'Crimea',
  'UA-14': 'Donetsk',
  'UA-09': 'Luhansk',
}

/** Regions that Meta serves since a day. @see sources mm-changelog */
export const servedSince: Readonly<Record<string, string>> = { US: '2024-12-01', RU: '2025-06-20' }

/** The European Economic Area. */
const EEA = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const

/**
 * Where marketing messages are delivered without optimisation and click metrics, when the recipient or the business is
 * there. Limits per recipient do not hold there either.
 * @see sources mm-get-started, per-user-limits
 */
export const unoptimisedCountries: ReadonlySet<string> = new Set([...EEA, 'GB', 'JP', 'KR'])

/** The page of September 2026 has these as well. @see sources mm-get-started */
export const laterUnoptimisedCountries: readonly string[] = ['NG', 'ZA']
export const LATER_UNOPTIMISED_SINCE = '2026-09-01'

/**
 * Where the recipients are whose messages Insights does not count: Europe, which is taken to be the European Economic Area,
 * Switzerland and the United Kingdom, and Japan.
 * @see sources insights-regions
 */
export const countsHidden: ReadonlySet<string> = new Set([...EEA, 'CH', 'GB', 'JP'])

/** Where the recipients are whose taps on links Insights does not count. @see sources insights-regions */
export const linkClicksHidden: ReadonlySet<string> = new Set([...countsHidden, 'AR', 'KR', 'TR'])

/**
 * Where a business is whose accounts have no template insights: the European Union and Japan, and the United Kingdom on the
 * page of April 2026; the one after it has it no longer.
 * @see sources waba-analytics
 */
export const templateInsightsHidden: ReadonlySet<string> = new Set([
  ...EEA.filter((country) => !['IS', 'LI', 'NO'].includes(country)),
  'JP',
])
export const TEMPLATE_INSIGHTS_OF_UK_SINCE = '2026-05-01'

/** Businesses there send without optimisation. Belarus stands on the page of September 2026 only. */
export const unoptimisedBusinessCountries: ReadonlySet<string> = new Set(['RU', 'BY'])
