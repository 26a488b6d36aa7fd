import { onboardPartnersToMMLite as contract } from '../../contracts/operations/onboard-partners-to-mm-lite.ts'
import { type Context, implement } from '../implement.ts'
import { heldOnBehalf, sharedBetween } from '../model/accounts.ts'
import { checkNumeric } from '../model/numeric.ts'
import { invite, makeRequest, setMobilityIntents } from '../model/onboarding-request.ts'
import { isEligible, isServed, pendingRequestTo } from '../model/onboarding-status.ts'

type IntentCall = Context<typeof contract>

// The order of the checks follows the OpenAPI's description: partner and app, then the end business, then its accounts.
export const onboardPartnersToMMLite = implement(contract, (call) => {
  const { node: client, session, world, fail, note } = call
  const partner = world.need('Business', session.businessId)
  checkPartner(call)
  const solutionId = checkSolution(call)

  if (client.termsSignedAt) fail('mm_recipient_invalid', `${client.name} has accepted the terms already`)
  const shared = sharedBetween(world, partner.id, client.id)
  const held = heldOnBehalf(world, partner.id, client.id)
  checkAccounts(call, [...shared, ...held])

  const pending = pendingRequestTo(world, client.id)
  if (pending && world.rulings['mm-duplicate-request'] === 'openapi-idempotent') return { request_id: pending.id }
  if (pending) {
    const who = pending.fromId === partner.id ? 'this partner' : 'another partner'
    fail('mm_duplicate_request', `request ${pending.id} of ${who} to ${client.name} waits for an answer`)
  }

  // Tech Providers hold no OBO accounts, so there is nothing to transfer (openapi: "BSPs only").
  const kept = held.filter(({ mobilityIntentId }) => mobilityIntentId !== undefined).length
  const unset = partner.partner === 'tech-provider' ? [] : setMobilityIntents(world, held, solutionId)
  if (unset.length > 0 && shared.length === 0) {
    const why = `no account is shared and the intent cannot be set on ${unset.map(({ id }) => id).join(', ')}, not active`
    fail('mm_obo_intent_failed', why)
  }
  const request = makeRequest(world, { fromId: partner.id, appId: session.app.id, toId: client.id, solutionId })
  const whereto = solutionId ? ` for the solution ${solutionId}` : ''
  note(`OBO intents: ${held.length - kept - unset.length} set${whereto}, ${kept} there before`)
  invite(world, request)
  return { request_id: request.id }
})

function checkPartner({ session, world, fail }: IntentCall): void {
  const partner = world.need('Business', session.businessId)
  if (!partner.partner) fail('mm_app_lacks_permission', `${partner.name} is no solution provider`)
  if (!partner.partnerTermsAcceptedAt) {
    fail(
      'mm_partner_not_enrolled',
      `${partner.name} has not accepted the partner terms: happening partner_accepts_mm_terms`,
    )
  }
}

/** Ruling solution-id-place. */
function solutionOf({ params, isInQuery, world }: IntentCall): string | undefined {
  const place = isInQuery('solution_id') ? 'query' : 'body'
  const read = world.rulings['solution-id-place']
  return read === 'either' || read === place ? params.solution_id : undefined
}

function checkSolution(call: IntentCall): string | undefined {
  const { session, world, fail } = call
  const id = solutionOf(call)
  if (id === undefined) return undefined
  checkNumeric('solution_id', id, fail)
  const solution = world.get('WhatsAppBusinessSolution', id)
  const takesPart = solution && [solution.ownerAppId, solution.partnerAppId].includes(session.app.id)
  if (takesPart && solution.status === 'ACTIVE') return id
  const found = takesPart ? `the solution ${id} is ${solution.status}` : `the app takes part in no solution ${id}`
  return fail('solution_missing', `${found}; an active solution of the calling app is needed`)
}

function checkAccounts({ node: client, world, fail }: IntentCall, accounts: ReturnType<typeof sharedBetween>): void {
  if (accounts.length === 0)
    fail('mm_accounts_missing', `no account of ${client.name} is shared with or held by the caller`)
  if (accounts.some((account) => isEligible(world, account))) return
  const list = accounts.map(({ id, country, status }) => `${id} (${country}, ${status})`).join(', ')
  const why = `none of the accounts ${list} of ${client.name} (${client.country}) is eligible`
  fail(isServed(world, client.country) ? 'mm_accounts_missing' : 'mm_recipient_invalid', why)
}
