import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { acceptAccountRequest } from '../model/account-request.ts'
import { makeRequest } from '../model/onboarding-request.ts'
import { days } from '../model/time.ts'

/** @see sources partner-initiated-accounts */
const LIFE = days(90)

const nodes = { request: 'BusinessAgreement' } as const

export const partnerRequestsAccount = happening(
  {
    name: 'partner_requests_account',
    says: 'A partner asks a client, in Meta Business Suite, to make an account that it shares with the partner',
    nodes: { app: 'Application', business: 'Business' },
    params: {
      type: 'object',
      properties: { name: { type: 'string', minLength: 1 }, app_only: { type: 'boolean' } },
      required: ['name'],
    },
    sources: ['partner-initiated-accounts'],
  },
  ({ nodes: { app, business }, params, world, later, refuse }) => {
    const partner = world.need('Business', app.businessId)
    if (!partner.partner) return refuse(`${partner.name} is no partner`)
    if (partner.id === business.id) return refuse(`${partner.name} cannot ask itself`)
    const { name, app_only: appOnly = false } = params
    const request = makeRequest(world, { fromId: partner.id, appId: app.id, toId: business.id })
    world.put({ ...request, account: { name, appOnly } })
    later(LIFE, 'account_request_is_cancelled', { request: request.id })
    return { request: request.id }
  },
)

export const clientAcceptsAccountRequest = happening(
  {
    name: 'client_accepts_account_request',
    says: 'A client makes the account that a partner asked for',
    nodes,
    params: noParams,
    sources: ['partner-initiated-accounts', 'account-update: PARTNER_ADDED', 'account-update: PARTNER_APP_INSTALLED'],
  },
  ({ nodes: { request }, world, notify, refuse }) => {
    const why = closed(request)
    return why ? refuse(why) : { account: acceptAccountRequest(world, request, notify).id }
  },
)

export const clientRejectsAccountRequest = happening(
  {
    name: 'client_rejects_account_request',
    says: 'A client does not want the account that a partner asked for; nobody is told',
    nodes,
    params: noParams,
    sources: ['partner-initiated-accounts'],
  },
  ({ nodes: { request }, world, refuse }) => {
    const why = closed(request)
    if (why) return refuse(why)
    world.put({ ...request, request_status: 'DECLINE' })
    return undefined
  },
)

export const accountRequestIsCancelled = happening(
  {
    name: 'account_request_is_cancelled',
    says: 'A client did not answer for 90 days: what the partner asked for is cancelled',
    nodes,
    params: noParams,
    internal: true,
    sources: ['partner-initiated-accounts'],
  },
  ({ nodes: { request }, world }) => {
    if (request.request_status === 'PENDING') world.put({ ...request, request_status: 'CANCELED' })
    return undefined
  },
)

function closed({ id, account, request_status }: { id: string; account?: object; request_status: string }) {
  if (!account) return `the request ${id} is one of the Intent API`
  return request_status === 'PENDING' ? undefined : `the request ${id} is ${request_status}`
}
