const countries = [
  'AE',
  'AR',
  'BR',
  'CL',
  'CO',
  'DE',
  'EG',
  'ES',
  'FR',
  'GB',
  'ID',
  'IL',
  'IN',
  'IT',
  'MX',
  'MY',
  'NG',
  'NL',
  'PE',
  'PK',
  'RU',
  'SA',
  'TR',
  'ZA',
] as const

/** The countries (ISO 3166) of each region. Zimbabwe was among the others until October 2025. */
const regions = {
  'North America': 'CA US',
  'Rest of Africa':
    'AO BF BI BJ BW CG CI CM DZ ER ET GA GH GM GW KE LR LS LY MA MG ML MR MW MZ NA NE RW SD SL SN SO SS SZ TD TG TN TZ UG ZM ZW',
  'Rest of Asia Pacific': 'AF AU BD CN HK JP KH LA LK MN NP NZ PG PH SG TH TJ TM TW UZ VN',
  'Rest of Central & Eastern Europe': 'AL AM AZ BG BY CZ GE GR HR HU LT LV MD MK PL RO RS SI SK UA',
  'Rest of Latin America': 'BO CR DO EC GT HN HT JM NI PA PR PY SV UY VE',
  'Rest of Middle East': 'BH IQ JO KW LB OM QA YE',
  'Rest of Western Europe': 'AT BE CH DK FI IE NO PT SE',
} as const

/** What Meta's rate cards have a row for: a country of its own, or the region of a country. @see sources pricing */
export type Market = (typeof countries)[number] | keyof typeof regions | 'Other'

const byCountry = new Map<string, Market>([
  ...countries.map((country) => [country, country] as const),
  ...Object.entries(regions).flatMap(([region, list]) =>
    list.split(' ').map((country) => [country, region as Market] as const),
  ),
])

/** The market of a country (ISO 3166): that of the recipient's calling code, not of the business. */
export function marketOf(country: string): Market {
  return byCountry.get(country) ?? 'Other'
}
