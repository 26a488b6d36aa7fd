import { milliseconds } from '../../contracts/duration.ts'
import { noParams, text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { tellOfBan } from '../model/account-news.ts'

const nodes = { account: 'WhatsAppBusinessAccount' } as const
const sources = ['account-update: DISABLED_UPDATE'] as const

export const accountIsDisabled = happening(
  {
    name: 'account_is_disabled',
    says: 'Meta disables an account: it cannot send any more',
    nodes,
    params: noParams,
    sources,
  },
  ({ nodes: { account }, world, now, notify, refuse }) => {
    if (account.status === 'DISABLED') return refuse(`${account.name} is disabled already`)
    world.put({ ...account, status: 'DISABLED' })
    tellOfBan(notify, account.id, 'DISABLE', now)
    return undefined
  },
)

export const accountIsToBeDisabled = happening(
  {
    name: 'account_is_to_be_disabled',
    says: 'Meta announces that it will disable an account after some time (`in`, 7d where absent)',
    nodes,
    params: { type: 'object', properties: { in: text } },
    sources,
  },
  ({ nodes: { account }, params, world, now, later, notify, refuse }) => {
    const delay = milliseconds(params.in ?? '7d')
    if (delay === undefined) return refuse(`with.in: '${params.in}' is no duration like 7d or 12h`)
    if (account.status === 'DISABLED') return refuse(`${account.name} is disabled already`)
    world.put({ ...account, disablesAt: now + delay })
    tellOfBan(notify, account.id, 'SCHEDULE_FOR_DISABLE', now + delay)
    later(delay, 'account_disabling_is_due', { account: account.id })
    return { at: now + delay }
  },
)

export const accountDisablingIsDue = happening(
  {
    name: 'account_disabling_is_due',
    says: 'An account is disabled as it was announced, unless it was given back',
    nodes,
    params: noParams,
    internal: true,
    sources,
  },
  ({ nodes: { account }, world, now, notify }) => {
    if (account.disablesAt !== now || account.status === 'DISABLED') return undefined
    world.put({ ...account, status: 'DISABLED' })
    tellOfBan(notify, account.id, 'DISABLE', now)
    return undefined
  },
)

export const accountIsReinstated = happening(
  {
    name: 'account_is_reinstated',
    says: 'Meta gives a disabled or restricted account back, or takes back that it will disable it',
    nodes,
    params: noParams,
    sources,
  },
  ({ nodes: { account }, world, now, notify, refuse }) => {
    const { restrictions, disablesAt, ...rest } = account
    const isHeld = account.status !== 'ACTIVE' || restrictions?.length || disablesAt !== undefined
    if (!isHeld) return refuse(`nothing keeps ${account.name} from sending`)
    world.put({ ...rest, status: 'ACTIVE' })
    tellOfBan(notify, account.id, 'REINSTATE', now)
    return undefined
  },
)
