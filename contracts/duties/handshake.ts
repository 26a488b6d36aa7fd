import { defineDuties } from '../duty.ts'

const kept = ['handshake-echoes', 'handshake-unsigned'] as const

/** What a receiver owes when it is subscribed: Meta asks it for a challenge with a GET. */
export const handshakeDuties = defineDuties([
  {
    id: 'handshake-echoes',
    title: 'Answers the handshake with 200 and the challenge as the whole body',
    explains:
      'Subscribing the callback fails with (#2200) or (#2201) otherwise. No quotes, no JSON, no line end; within 6 seconds, which is what Meta was seen to wait.',
    severity: 'error',
    basis: 'documented',
    sources: ['webhooks-endpoint: GET requests', 'capture-callback-challenge', 'capture-callback-timeout'],
    needs: [],
    steps: [{ send: 'handshake', signed: 'either', owes: 'challenge' }],
  },
  {
    id: 'handshake-unsigned',
    title: 'Answers a handshake that has no signature',
    explains: 'A GET has no body, and Meta signs none: a check of signatures is for POST alone.',
    severity: 'error',
    basis: 'documented',
    sources: ['webhooks-endpoint: GET requests', 'capture-signed-handshake'],
    needs: ['handshake-echoes'],
    steps: [{ send: 'handshake', owes: 'challenge' }],
  },
  {
    id: 'handshake-wrong-token',
    title: 'Refuses a handshake with a wrong verify token',
    explains:
      'Whoever knows the address could subscribe it to an app of theirs otherwise. Answer 403 and nothing else.',
    severity: 'error',
    basis: 'documented',
    sources: ['webhooks-endpoint: GET requests, Validation'],
    needs: kept,
    steps: [{ send: 'handshake', token: 'wrong', owes: 'refused' }],
  },
  {
    id: 'handshake-no-token',
    title: 'Refuses a handshake with an empty verify token, or without one',
    explains:
      'A comparison with a setting that is not there, or that is only made when there is a token, lets these in.',
    severity: 'error',
    basis: 'documented',
    sources: ['webhooks-endpoint: GET requests, Validation'],
    needs: [...kept, 'handshake-wrong-token'],
    steps: [
      { send: 'handshake', token: 'absent', owes: 'refused' },
      { send: 'handshake', token: 'empty', owes: 'refused' },
    ],
  },
  {
    id: 'handshake-odd-challenge',
    title: 'Echoes a challenge that is no small number',
    explains:
      'The pages call it an int in one place and a random string in another: keep it as the text that it is, decoded once.',
    severity: 'warning',
    basis: 'documented',
    sources: ['webhooks-endpoint: GET requests, Request parameters', 'graph-webhooks: Verification Requests'],
    needs: kept,
    steps: [
      { send: 'handshake', challenge: '01158201444115820144', owes: 'challenge' },
      { send: 'handshake', challenge: 'aB3+/=& %41~é', owes: 'challenge' },
    ],
  },
  {
    id: 'handshake-is-text',
    title: 'Does not send the challenge as a page of HTML',
    explains:
      'What comes from a query and is sent as text/html is a hole for scripts. text/plain is right. No page of Meta says so.',
    severity: 'note',
    basis: 'assumed',
    sources: ['webhooks-endpoint: GET requests, Response'],
    needs: kept,
    steps: [{ send: 'handshake', owes: 'plain-text' }],
  },
  {
    id: 'handshake-other-mode',
    title: 'Refuses a handshake whose mode is not subscribe',
    explains: 'Meta always sends subscribe, so nothing breaks today; what asks for anything else is not Meta.',
    severity: 'note',
    basis: 'assumed',
    sources: ['graph-webhooks: Verification Requests'],
    needs: kept,
    steps: [{ send: 'handshake', mode: 'unsubscribe', owes: 'refused' }],
  },
  {
    id: 'handshake-malformed',
    title: 'Survives a handshake without its parameters, and one that has each twice',
    explains: 'Anybody can make such a GET. A server error shows code that trusts the query. No page of Meta says so.',
    severity: 'warning',
    basis: 'assumed',
    sources: ['webhooks-endpoint: GET requests, Validation'],
    needs: kept,
    steps: [
      { send: 'handshake', times: 0, owes: 'answered' },
      { send: 'handshake', challenge: 'absent', owes: 'answered' },
      { send: 'handshake', times: 2, owes: 'answered' },
    ],
  },
])
