import { describe } from 'vitest'
import { HOUR, hold, later, refused } from './edges.ts'
import { type Event, sent, times } from './story.ts'

describe('tokens', () => {
  const read = (params: object, rest: object = {}): Event => ({
    call: 'GET /v25.0/1',
    params,
    tokenIn: 'query',
    ...rest,
  })
  const fetch = (rest: object = {}): Event => ({
    call: 'POST /v25.0/1/system_user_access_tokens',
    operation: 'createSystemUserAccessToken',
    params: { fetch_only: 'true' },
    ...rest,
  })
  const appToken: Event = {
    call: 'GET /v25.0/oauth/access_token',
    operation: 'getAccessToken',
    params: { grant_type: 'client_credentials', client_id: '1' },
  }
  const debug: Event = { call: 'GET /v25.0/debug_token', operation: 'debugToken' }
  const bad = { error: 'token_expired' }
  const proof = { appsecret_proof: 'x' }

  hold([
    ['in a query', 'token-in-url', [read({})], [1]],
    ['in a query with fields', 'token-in-url', [read({ fields: 'id' })], [1]],
    ['in a header', 'token-in-url', [read({}, { tokenIn: 'header' })], []],
    ['in the link of a next page', 'token-in-url', [read({ after: 'x' })], []],
    ['in the link of a page before', 'token-in-url', [read({ before: 'x' })], []],
    ['in a post with after', 'token-in-url', [read({ after: 'x' }, { call: 'POST /v25.0/1' })], [1]],
    ['once more after two', 'token-used-after-refusal', times(3, read({}, bad)), [3]],
    ['twice', 'token-used-after-refusal', times(2, read({}, bad)), []],
    ['three tokens', 'token-used-after-refusal', ['a', 'b', 'c'].map((token) => read({}, { ...bad, token })), []],
    ['fetched again', 'token-asked-for-again', [fetch(), fetch()], [1, 2]],
    ['made anew', 'token-asked-for-again', times(2, fetch({ params: {} })), []],
    ['an app token', 'token-asked-for-again', [appToken, appToken], [1, 2]],
    [
      'a code is exchanged',
      'token-asked-for-again',
      times(2, { ...appToken, params: { code: '(secret)' } } as Event),
      [],
    ],
    [
      'of two apps',
      'token-asked-for-again',
      [appToken, { ...appToken, params: { grant_type: 'client_credentials', client_id: '2' } } as Event],
      [],
    ],
    ['an hour later', 'token-asked-for-again', [fetch(), later(HOUR, fetch())], [1, 2]],
    ['more than an hour later', 'token-asked-for-again', [fetch(), later(HOUR + 1, fetch())], []],
    ['the first was refused', 'token-asked-for-again', [fetch(refused), fetch()], []],
    ['the first was lost', 'token-asked-for-again', [fetch({ fault: 'truncate' }), fetch()], []],
    ['more is reached since', 'token-asked-for-again', [fetch(), { hears: 'account_update' }, fetch()], []],
    ['more was reached before', 'token-asked-for-again', [{ hears: 'account_update' }, fetch(), fetch()], [1, 2]],
    ['more is reached after', 'token-asked-for-again', [fetch(), fetch(), { hears: 'account_update' }], [1, 2]],
    ['a message came since', 'token-asked-for-again', [fetch(), { hears: 'messages' }, fetch()], [1, 2]],
    ['a token was refused since', 'token-asked-for-again', [fetch(), read({}, bad), fetch()], []],
    ['three before a send', 'debug-token-per-send', [debug, sent('a'), debug, sent('b'), debug, sent('c')], [1, 3, 5]],
    ['two before a send', 'debug-token-per-send', [debug, sent('a'), debug, sent('b'), debug], []],
    [
      'reads before a send',
      'debug-token-per-send',
      [debug, debug, debug, read({}), sent('a'), read({}), sent('b'), read({}), sent('c')],
      [],
    ],
    ['some are proven', 'proof-missing', [read(proof), read({})], [2]],
    ['of two tokens', 'proof-missing', [read(proof), read({}, { token: 'bbbb' })], []],
    ['the proof was refused', 'proof-missing', [read(proof, refused), read({})], []],
    ['a part of a batch', 'proof-missing', [read(proof), read({}, { part: true })], []],
  ])
})
