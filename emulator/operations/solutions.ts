import {
  createWhatsAppBusinessSolution as creating,
  getSolutionAccessToken as gettingToken,
  getApplicationWhatsAppBusinessSolutions as listingOfApp,
  listWabaSolutions as listingOfWaba,
  getSolutionPartners as listingPartners,
} from '../../contracts/operations/solutions.ts'
import { type Context, implement } from '../implement.ts'
import { integrate, integrationToken } from '../model/integration.ts'
import { checkNumeric } from '../model/numeric.ts'
import { makeSolution, partnerOf, takesPart, tellOfSolution } from '../model/solution.ts'

export const createWhatsAppBusinessSolution = implement(creating, (call) => {
  const { node: app, params, session, world, notify, fail } = call
  if (app.id !== session.app.id)
    fail('solution_app_forbidden', `the token is of the app ${session.app.id}, not ${app.id}`)
  const partner = world.get('Application', params.partner_app_id)
  if (!partner || partner.id === app.id) {
    return fail('solution_partner_app_invalid', `partner_app_id ${params.partner_app_id} names no other app`)
  }
  checkMessaging(call)
  const wish = { name: params.solution_name, ownerAppId: app.id, partnerAppId: partner.id }
  const tasks = { owner: params.owner_permissions, partner: params.partner_permissions }
  const solution = makeSolution(world, { ...wish, ...tasks }, 'INITIATED')
  tellOfSolution(world, notify, 'SOLUTION_CREATED', solution)
  return { solution_id: solution.id }
})

function checkMessaging({ params, world, fail }: Context<typeof creating>): void {
  if (world.rulings['solution-messaging'] === 'both') return
  const sides = [params.owner_permissions, params.partner_permissions]
  const senders = sides.filter((tasks) => tasks.includes('MESSAGING')).length
  if (senders !== 1) fail('solution_permissions_invalid', `MESSAGING is for exactly one partner; ${senders} have it`)
}

export const getApplicationWhatsAppBusinessSolutions = implement(listingOfApp, ({ node: app, params, world }) => {
  const { role } = params
  return world
    .list('WhatsAppBusinessSolution')
    .filter((solution) => takesPart(solution, app))
    .filter(({ ownerAppId }) => role === undefined || (role === 'OWNER') === (ownerAppId === app.id))
})

export const listWabaSolutions = implement(listingOfWaba, ({ node, world }) => {
  const solution = world.get('WhatsAppBusinessSolution', node.solutionId)
  return solution ? [solution] : []
})

export const getSolutionPartners = implement(listingPartners, ({ node, world }) => [partnerOf(world, node)])

export const getSolutionAccessToken = implement(gettingToken, ({ node: solution, params, session, world, fail }) => {
  const { business_id: id } = params
  checkNumeric('business_id', id, fail)
  const client = world.get('Business', id)
  const accounts = world
    .list('WhatsAppBusinessAccount')
    .filter(({ ownerId, solutionId }) => ownerId === id && solutionId === solution.id)
  if (!client || !accounts.some(({ sharedWith }) => sharedWith.includes(session.app.businessId))) {
    const why = `${client?.name ?? id} has ${accounts.length} accounts in ${solution.name}`
    return fail('solution_business_not_shared', `${why}, none of them shared with the caller`)
  }
  const token = integrationToken(world, session.app.id, client.id) ?? integrate(world, session.app, client)
  const { value: access_token, expiresAt } = token
  if (world.rulings['solution-token-reply'] === 'list') return { data: [{ access_token }] }
  return { access_token, expires_at: Math.floor(expiresAt / 1000) }
})
