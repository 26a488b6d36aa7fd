import { milliseconds } from '../../contracts/duration.ts'
import { noParams, text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

const nodes = { account: 'WhatsAppBusinessAccount' } as const

export const paymentMethodIsRemoved = happening(
  {
    name: 'payment_method_is_removed',
    says: 'An admin takes the payment method off an account: marketing messages fail (131042)',
    nodes,
    params: noParams,
    sources: ['error-codes: 131042', 'mm-onboarding: PENDING_VALID_PAYMENT_METHOD'],
  },
  ({ nodes: { account }, world, refuse }) => {
    const { primary_funding_id: method, ...rest } = account
    if (!method) return refuse(`${account.name} has no payment method`)
    world.put(rest)
    return undefined
  },
)

export const paymentMethodIsAdded = happening(
  {
    name: 'payment_method_is_added',
    says: 'An admin adds a payment method to an account that has none',
    nodes,
    params: noParams,
    sources: ['error-codes: 131042', 'mm-onboarding: PENDING_VALID_PAYMENT_METHOD'],
  },
  ({ nodes: { account }, world, refuse }) => {
    if (account.primary_funding_id) return refuse(`${account.name} has a payment method`)
    if (account.partnerInitiated) return refuse(`a partner asked for ${account.name}, and pays for it`)
    return { primary_funding_id: world.put({ ...account, primary_funding_id: world.ids.next() }).primary_funding_id }
  },
)

export const accountMayNotMessageCountry = happening(
  {
    name: 'account_may_not_message_country',
    says: 'Meta forbids an account to message people of a country (`country`, ISO 3166); with `lifted` it may again',
    nodes,
    params: {
      type: 'object',
      properties: { country: { type: 'string', pattern: '^[A-Z]{2}$' }, lifted: { type: 'boolean' } },
      required: ['country'],
    },
    sources: ['error-codes: 130497'],
  },
  ({ nodes: { account }, params: { country, lifted }, world }) => {
    const others = (account.restrictedCountries ?? []).filter((other) => other !== country)
    world.put({ ...account, restrictedCountries: lifted ? others : [...others, country] })
    return undefined
  },
)

export const templatesAreMisclassified = happening(
  {
    name: 'templates_are_misclassified',
    says: 'Meta finds templates of an account under wrong categories: its sends are limited for some time (`for`, 24h where absent; 131064)',
    nodes,
    params: { type: 'object', properties: { for: text } },
    sources: ['error-codes: 131064'],
  },
  ({ nodes: { account }, params, world, now, refuse }) => {
    const delay = milliseconds(params.for ?? '24h')
    if (delay === undefined) return refuse(`with.for: '${params.for}' is no duration like 24h`)
    world.put({ ...account, classificationLimitUntil: now + delay })
    return { until: now + delay }
  },
)
