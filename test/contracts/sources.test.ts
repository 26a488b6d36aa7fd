import { expect, test } from 'vitest'
import { addressOf, sources } from '../../contracts/sources.ts'

test.each([
  ['capture-parameter-count', 'a published capture: (#132000), stored copy 44252534554'],
  ['capture-parameter-required', /: \(#100\) The parameter messaging_product is required, stored copy 36526311051$/],
  ['capture-media-link', /, stored copies 63260131480, 68571069819$/],
  ['capture-batch-dependency', /, koala spec$/],
  ['capture-service-unavailable', 'a published capture: (#2) Service temporarily unavailable'],
  ['capture-token-signature', 'https://github.com/oddbit/flutter_facebook_app_events/issues/323'],
  ['bsuid-webhooks: Phone numbers', 'Business-scoped user ids in webhooks, stored copy 54844817752 (Phone numbers)'],
] as const)('the source %s is told in words: %s', (citation, address) => {
  expect(addressOf(citation)).toEqual(typeof address === 'string' ? address : expect.stringMatching(address))
})

test('no source is told by a bare number', () => {
  const names = Object.keys(sources) as (keyof typeof sources)[]
  expect(names.map(addressOf).filter((address) => /\b(ids? |idx:|F#)\d/.test(address))).toEqual([])
})
