import { happening } from '../happening.ts'

const params = {
  type: 'object',
  properties: {
    country: {
      type: 'string',
      pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$',
      description: 'ISO 3166 code, or one of ISO 3166-2 for a part of a country',
    },
  },
  required: ['country'],
} as const

export const accountTaxCountryChanges = happening(
  {
    name: 'account_tax_country_changes',
    says: 'An admin enters another tax country for an account (`country`, ISO 3166)',
    nodes: { account: 'WhatsAppBusinessAccount' },
    params,
    sources: ['mm-onboarding: Eligibility requirements'],
  },
  ({ nodes: { account }, params: { country }, world, refuse }) => {
    if (account.country === country) return refuse(`the tax country of ${account.name} is ${country} already`)
    world.put({ ...account, country })
    return undefined
  },
)

export const businessMovesToCountry = happening(
  {
    name: 'business_moves_to_country',
    says: 'A business enters another country as its own (`country`, ISO 3166); the tax countries of its accounts stay',
    nodes: { business: 'Business' },
    params,
    sources: ['mm-onboarding: Eligibility requirements'],
  },
  ({ nodes: { business }, params: { country }, world, refuse }) => {
    if (business.country === country) return refuse(`${business.name} is in ${country} already`)
    world.put({ ...business, country })
    return undefined
  },
)
