import type { History, HistoryCall } from '../history.ts'
import { badTokens, isOneOf, unreadBodies } from '../judging/error-kinds.ts'
import { callsOf, refusedWith } from '../judging/groups.ts'
import { askedOf, callsBetween, groupBy } from '../judging/keys.ts'
import { isLost } from '../judging/lost.ts'
import { contractOf, hitsOf, hitsOfCalls, type Offence } from '../judging/place.ts'
import { sendsOf } from '../judging/sends.ts'
import { fieldsOf, hours } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

const isBadToken = isOneOf(badTokens)
const isUnread = isOneOf(unreadBodies)

/** Graph itself writes the token into the links of pages. */
function isLinkOfPage(call: HistoryCall): boolean {
  return call.method === 'GET' && askedOf(call).some((name) => name === 'after' || name === 'before')
}

function inUrl(call: HistoryCall): string | undefined {
  if (call.tokenIn !== 'query' || isLinkOfPage(call)) return undefined
  return 'the token stands in the URL: send it in the header Authorization: Bearer'
}

/** So often a refused token may still be under way in other calls. */
const UNDER_WAY = 2

function usedAfterRefusal(history: History): Offence[] {
  const refused = groupBy(refusedWith(history, isBadToken), ({ token }) => token)
  return [...refused.values()].map((group) => {
    const more = group.slice(UNDER_WAY)
    const problem = `a token that Graph had refused came ${group.length - 1} times more (${group[0]?.error})`
    return { calls: more, problem }
  })
}

/** Calls that give a token which does not change: the same as before. */
function askedForToken(history: History): readonly HistoryCall[] {
  const fetched = callsOf(history, 'createSystemUserAccessToken').filter(
    ({ params }) => String(fieldsOf(params).fetch_only) === 'true',
  )
  const made = callsOf(history, 'getAccessToken').filter(
    ({ params }) => fieldsOf(params).grant_type === 'client_credentials',
  )
  return [...fetched, ...made].filter((call) => call.status === 200 && !isLost(call))
}

function askedAgain(history: History): Offence[] {
  const asked = groupBy(askedForToken(history), ({ path, token = '', params }) => {
    return `${path} ${token} ${String(fieldsOf(params).client_id)}`
  })
  return [...asked.values()].flatMap((group) =>
    group.slice(1).flatMap((call, at) => {
      const before = group[at] as HistoryCall
      const isNew =
        heardBetween(history, before, call) || refusedBetween(history, before, call) || call.at - before.at > hours(1)
      return isNew
        ? []
        : [{ calls: [before, call], problem: 'a token is asked for that the reply before had: keep it' }]
    }),
  )
}

/** An account_update may mean that the token of a client now reaches more. */
function heardBetween({ deliveries }: History, { n }: HistoryCall, later: HistoryCall): boolean {
  return deliveries.some(({ field, calls }) => field === 'account_update' && calls >= n && calls < later.n)
}

/** At 190 Meta says to get another token. */
function refusedBetween({ calls }: History, { n }: HistoryCall, later: HistoryCall): boolean {
  return callsBetween(calls, n, later.n).some(({ error }) => isBadToken(error))
}

/** So many times in a row are a habit. */
const HABIT = 3

function debuggedPerSend(history: History): Offence[] {
  if (callsOf(history, 'debugToken').length < HABIT) return []
  const sends = new Set(sendsOf(history).map(({ call }) => call.n))
  const pairs = history.calls.filter(({ operation }, at) => {
    return operation === 'debugToken' && sends.has(history.calls[at + 1]?.n ?? 0)
  })
  const problem = `debug_token is called before each send (${pairs.length} times)`
  return pairs.length >= HABIT ? [{ calls: pairs, problem }] : []
}

const isProven = ({ params }: HistoryCall): boolean => fieldsOf(params).appsecret_proof !== undefined

/** Tokens whose calls are proven at will: where Graph insists on the proof does not count. */
function unproven({ calls }: History): Offence[] {
  const proving = new Set(
    calls
      .filter((call) => isProven(call) && call.status === 200 && contractOf(call)?.auth.proof !== 'required')
      .map(({ token }) => token),
  )
  const bare = calls.filter(
    (call) => call.token && proving.has(call.token) && !isProven(call) && !call.part && !isUnread(call.error),
  )
  return bare.map((call) => ({
    calls: [call],
    problem: 'it comes without appsecret_proof, and others with this token have it',
  }))
}

/** How tokens are used. */
export const tokenRules: readonly Rule[] = [
  {
    id: 'token-in-url',
    title: 'The access token stands in the URL',
    explains: 'URLs are kept in logs of servers and proxies, and tokens with them. Meta’s examples do it all the same.',
    mend: 'Send the header Authorization: Bearer. Links of pages, which Graph writes, are no finding.',
    severity: 'note',
    side: 'caller',
    basis: 'documented',
    sources: ['rfc-6750: 5.3. Don’t pass bearer tokens in page URLs'],
    judge: ({ calls }) => hitsOfCalls(calls, inUrl),
  },
  {
    id: 'token-used-after-refusal',
    title: 'A token is used again and again after Graph refused it',
    explains: 'A token that has expired or was revoked does not come back: every further call is lost.',
    mend: 'At 190 stop the calls with this token, get a new one, and go on with that.',
    severity: 'error',
    side: 'caller',
    basis: 'documented',
    sources: ['error-codes-2026: 190', 'graph-errors: 190'],
    judge: (history) => hitsOf(usedAfterRefusal(history)),
  },
  {
    id: 'token-asked-for-again',
    title: 'The same token is fetched again',
    explains: 'System user tokens and app tokens stay the same: a fetch for each send doubles the calls.',
    mend: 'Keep the token, and fetch it anew at 190 or when an account_update tells of more accounts.',
    severity: 'warning',
    side: 'caller',
    basis: 'assumed',
    assumes:
      'Meta says that such tokens do not expire by themselves; that fetching them again within the hour is too often is ours.',
    sources: ['system-users-guide', 'guide: Fetch an updated BISUAT'],
    judge: (history) => hitsOf(askedAgain(history)),
  },
  {
    id: 'debug-token-per-send',
    title: 'The token is looked at before each send',
    explains: 'A send with a bad token is refused with 190 by itself. Meta asks for a check at least daily.',
    mend: 'Check tokens once a day, and trust them between.',
    severity: 'note',
    side: 'caller',
    basis: 'documented',
    sources: ['login-security: Check Access Token Validity Regularly'],
    judge: (history) => hitsOf(debuggedPerSend(history)),
  },
  {
    id: 'proof-missing',
    title: 'Some calls of a server come with appsecret_proof, and some without',
    explains: 'A proof protects a stolen token only if the app requires it, and then calls without it fail.',
    mend: 'Add the proof to every call, and require it in the App Dashboard.',
    severity: 'note',
    side: 'caller',
    basis: 'documented',
    sources: ['login-security: Sign all server-to-server Graph API calls', 'secure-requests'],
    judge: (history) => hitsOf(unproven(history)),
  },
]
