import type { History, HistoryCall } from '../history.ts'
import { callsOf } from '../judging/groups.ts'
import { groupBy } from '../judging/keys.ts'
import { newsOf } from '../judging/news.ts'
import { hitsOf, nodeOf, type Offence } from '../judging/place.ts'
import { fieldsOf, textOf } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

const invitationsOf = (history: History): readonly HistoryCall[] => callsOf(history, 'onboardPartnersToMMLite')

const requestOf = ({ status, reply }: HistoryCall): string | undefined =>
  status === 200 ? textOf(fieldsOf(reply).request_id) : undefined

/** A business that has rejected may be asked again, and then the request is another. */
function invitedAgain(history: History): Offence[] {
  return [...groupBy(invitationsOf(history), nodeOf).values()].flatMap((group) => {
    const [first] = group.filter((call) => requestOf(call) !== undefined || isDuplicate(call))
    const known = new Set<string | undefined>()
    return group.flatMap((call) => {
      const request = requestOf(call)
      const isAgain = isDuplicate(call) || (request !== undefined && known.has(request))
      known.add(request)
      const problem = 'the business had been invited already: Meta reminds its admins until they answer'
      return first && isAgain && call !== first ? [{ calls: [first, call], problem }] : []
    })
  })
}

const isDuplicate = ({ error }: HistoryCall): boolean => error === 'mm_duplicate_request'

/** Without a webhook nobody hears that a client has accepted. */
function invitedUnheard(history: History): Offence[] {
  const { deliveries, forgotten } = history
  const invitations = invitationsOf(history).filter(({ status }) => status === 200)
  const listens = callsOf(history, 'createApplicationSubscription').some(({ params }) =>
    JSON.stringify(fieldsOf(params).fields ?? '').includes('account_update'),
  )
  const hears = listens || forgotten.calls > 0 || deliveries.some(({ field }) => field === 'account_update')
  const problem = 'nobody is subscribed to account_update, which tells when the business is onboarded'
  return hears ? [] : invitations.map((call) => ({ calls: [call], problem }))
}

/** The accounts that were told to be onboarded, and whether a token was fetched for each business since. */
function tokenNotFetched(history: History): Offence[] {
  const { calls } = history
  const signed = newsOf(history).flatMap(({ value, calls: known }) => {
    const owner = textOf(fieldsOf(value.waba_info).owner_business_id)
    return value.event === 'MM_LITE_TERMS_SIGNED' && owner ? [{ owner, known }] : []
  })
  return [...groupBy(signed, ({ owner }) => owner)].flatMap(([owner, [first]]) => {
    const reads = calls.filter((call) => call.n > (first?.known ?? 0) && call.error === 'ad_account_not_granted')
    const fetched = callsOf(history, 'createSystemUserAccessToken').some(
      (call) => call.n > (first?.known ?? 0) && nodeOf(call) === owner,
    )
    const problem = 'the business had signed, and its token was not fetched anew: it does not reach the new ad account'
    return fetched ? [] : reads.map((call) => ({ calls: [call], problem }))
  })
}

const caller = { side: 'caller' } as const

/** How clients are invited to marketing messages. */
export const invitationRules: readonly Rule[] = [
  {
    ...caller,
    id: 'invitation-repeated',
    title: 'A business is invited a second time',
    explains: 'There is one request per business, of whichever partner was first. Meta itself reminds the admins.',
    mend: 'Keep that a business was invited, take 1752041 for done, and wait for account_update.',
    severity: 'error',
    basis: 'documented',
    sources: ['guide: Your business has already sent this request', 'error-codes-2026: 1752041'],
    judge: (history) => hitsOf(invitedAgain(history)),
  },
  {
    ...caller,
    id: 'invitation-unheard',
    title: 'A business is invited, and nobody is subscribed to account_update',
    explains: 'Days may pass until an admin accepts. Only the webhook tells that the onboarding is complete.',
    mend: 'Subscribe the app to account_update before the first invitation. Who has done so in the App Dashboard may leave this out.',
    severity: 'note',
    basis: 'documented',
    sources: ['guide: Wait for the onboarding confirmation webhook', 'account-update'],
    judge: (history) => hitsOf(invitedUnheard(history)),
  },
  {
    ...caller,
    id: 'token-not-fetched-after-signing',
    title: 'Insights are read with a token from before the business signed',
    explains: 'The ad account is made when the business signs; the token reaches it when it is fetched anew.',
    mend: 'At MM_LITE_TERMS_SIGNED fetch the token of the business: POST system_user_access_tokens, fetch_only=true.',
    severity: 'error',
    basis: 'documented',
    sources: ['guide: Fetch an updated BISUAT'],
    judge: (history) => hitsOf(tokenNotFetched(history)),
  },
]
