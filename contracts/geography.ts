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
