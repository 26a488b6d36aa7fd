/** Calling codes, the longest first; where countries share one, the largest of them. */
const COUNTRIES: readonly (readonly [code: string, country: string])[] = [
  ['1416', 'CA'],
  ['234', 'NG'],
  ['351', 'PT'],
  ['353', 'IE'],
  ['971', 'AE'],
  ['27', 'ZA'],
  ['31', 'NL'],
  ['33', 'FR'],
  ['34', 'ES'],
  ['39', 'IT'],
  ['44', 'GB'],
  ['49', 'DE'],
  ['52', 'MX'],
  ['54', 'AR'],
  ['55', 'BR'],
  ['57', 'CO'],
  ['60', 'MY'],
  ['61', 'AU'],
  ['62', 'ID'],
  ['65', 'SG'],
  ['81', 'JP'],
  ['82', 'KR'],
  ['91', 'IN'],
  ['7', 'RU'],
  ['1', 'US'],
]

/** The country (ISO 3166) of a number with its calling code; US for codes that are not listed. */
export function countryOf(waId: string): string {
  return COUNTRIES.find(([code]) => waId.startsWith(code))?.[1] ?? 'US'
}
