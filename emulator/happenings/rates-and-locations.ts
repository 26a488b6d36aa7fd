import { countryCode } from '../../contracts/account-shapes.ts'
import { milliseconds } from '../../contracts/duration.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { accountsOwnedBy } from '../model/accounts.ts'

const nodes = { business: 'Business' } as const

export const businessPaysAuthInternational = happening(
  {
    name: 'business_pays_auth_international',
    says: 'A portfolio sends so much that authentication-international rates apply from 30 days on; in `exceptions` at another time',
    nodes,
    params: {
      type: 'object',
      properties: {
        exceptions: {
          type: 'array',
          items: {
            type: 'object',
            properties: { country: countryCode, in: text },
            required: ['country', 'in'],
            additionalProperties: false,
          },
        },
      },
    },
    sources: ['auth-international: Start times', 'account-update: AUTH_INTL_PRICE_ELIGIBILITY_UPDATE'],
  },
  ({ nodes: { business }, params: { exceptions = [] }, world, now, notify, refuse }) => {
    if (business.authInternational) return refuse(`${business.name} pays authentication-international rates already`)
    const startIn = (duration: string): number => {
      const delay = milliseconds(duration) ?? refuse(`with.exceptions: '${duration}' is no duration like 60d`)
      return Math.floor((now + delay) / 1000)
    }
    const authInternational = {
      exception_countries: exceptions.map(({ country, in: delay }) => ({
        country_code: country,
        start_time: startIn(delay),
      })),
      start_time: startIn('30d'),
    }
    world.put({ ...business, authInternational })
    const event = 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE'
    const value = { auth_international_rate_eligibility: authInternational, event }
    for (const { id } of accountsOwnedBy(world, business.id)) notify({ waba: id, field: 'account_update', value })
    return { start_time: authInternational.start_time }
  },
)

export const primaryLocationIsSet = happening(
  {
    name: 'primary_business_location_is_set',
    says: 'Meta finds out in which country a business is based (`country`, ISO 3166)',
    nodes,
    params: { type: 'object', properties: { country: countryCode }, required: ['country'] },
    sources: ['auth-international: Primary business location', 'account-update'],
  },
  ({ nodes: { business }, params: { country }, world, notify, refuse }) => {
    if (business.primaryLocation === country) return refuse(`the location of ${business.name} is ${country} already`)
    world.put({ ...business, primaryLocation: country })
    const value = { country, event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE' }
    for (const { id } of accountsOwnedBy(world, business.id)) notify({ waba: id, field: 'account_update', value })
    return undefined
  },
)
