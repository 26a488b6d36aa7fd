import { milliseconds } from '../../contracts/duration.ts'
import { restrictionTypes } from '../../contracts/nodes/whats-app-business-account.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { restricted, tellOfRestriction } from '../model/account-news.ts'
import { endUtility } from '../model/template-category.ts'

const nodes = { account: 'WhatsAppBusinessAccount' } as const

export const accountIsRestricted = happening(
  {
    name: 'account_is_restricted',
    says: 'Meta restricts an account for some time (`for`, 7d where absent), from writing first unless `types` say otherwise',
    nodes,
    params: {
      type: 'object',
      properties: {
        types: { type: 'array', items: { enum: restrictionTypes }, minItems: 1 },
        for: text,
        remediation: text,
      },
    },
    sources: ['account-update: ACCOUNT_RESTRICTION', 'template-categorization'],
  },
  (call) => {
    const { nodes, params, world, now, later, notify, refuse } = call
    const { account } = nodes
    const delay = milliseconds(params.for ?? '7d')
    if (delay === undefined) return refuse(`with.for: '${params.for}' is no duration like 7d or 12h`)
    if (account.status === 'DISABLED') return refuse(`${account.name} is disabled`)
    const types = params.types ?? ['RESTRICTED_BIZ_INITIATED_MESSAGING' as const]
    const { remediation } = params
    const fresh = types.map((type) => ({ type, expires: now + delay, ...(remediation && { remediation }) }))
    const others = (account.restrictions ?? []).filter(({ type, expires }) => expires > now && !types.includes(type))
    world.put(restricted(account, [...others, ...fresh]))
    tellOfRestriction(notify, account.id, fresh)
    if (types.includes('RESTRICTED_UTILITY_TEMPLATES')) endUtility(call, account.id)
    later(delay, 'account_restriction_ends', { account: account.id })
    return { until: now + delay }
  },
)

// No webhook is documented for the end: the expiration was told.
export const accountRestrictionEnds = happening(
  {
    name: 'account_restriction_ends',
    says: 'The time of a restriction is over',
    nodes,
    params: { type: 'object', properties: {} },
    internal: true,
    sources: ['account-update: ACCOUNT_RESTRICTION, expiration'],
  },
  ({ nodes: { account }, world, now }) => {
    // An account that was given back in the meantime has none.
    if (!account.restrictions) return undefined
    const left = account.restrictions.filter(({ expires }) => expires > now)
    world.put(restricted(account, left))
    return undefined
  },
)

export const accountViolatesPolicy = happening(
  {
    name: 'account_violates_policy',
    says: 'Meta finds that an account violates a policy (`type`, ADULT and the like) and tells it',
    nodes,
    params: { type: 'object', properties: { type: text }, required: ['type'] },
    sources: ['account-update: ACCOUNT_VIOLATION'],
  },
  ({ nodes: { account }, params: { type }, notify }) => {
    const value = { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: type } }
    notify({ waba: account.id, field: 'account_update', value })
    return undefined
  },
)
