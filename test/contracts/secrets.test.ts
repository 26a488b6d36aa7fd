import { expect, test } from 'vitest'
import { hideNumbers } from '../../contracts/hide-numbers.ts'
import { redact, redactText } from '../../contracts/redact.ts'

const TOKEN = `EAA${'x'.repeat(30)}`

test.each([
  ['a token', `Bearer ${TOKEN}!`, 'Bearer (secret)!'],
  ['an app token', 'at 2550010000001|planted-secret', 'at (secret)'],
  ['an app token of a query', '2550010000001%7Cplanted-secret', '(secret)'],
  ['a secret of ours', `mmgraph${'0a'.repeat(12)}0`, '(secret)'],
  ['a pair', '/x?verify_token=planted&a=1', '/x?verify_token=(secret)&a=1'],
  ['a code', 'code=planted', 'code=(secret)'],
  ['a zip code', 'zip.code=12345', 'zip.code=12345'],
  ['JSON in a text', '{"client_secret": "planted"}', '{"client_secret": "(secret)"}'],
  ['JSON that is cut off', '{"app_secret":"plan', '{"app_secret":"(secret)"'],
  ['a password in an address', 'http://me:planted@127.0.0.1/', 'http://(secret)@127.0.0.1/'],
  ['nothing secret', 'a = b, c@d', 'a = b, c@d'],
  ['a short text', 'pin=1', 'pin=1'],
])('%s in a text', (_, text, without) => {
  expect(redactText(text)).toBe(without)
})

test.each([
  [
    'a secret by its name',
    { client_secret: 'planted', token_type: 'bearer' },
    { client_secret: '(secret)', token_type: 'bearer' },
  ],
  ['a login code', { code: 'planted' }, { code: '(secret)' }],
  ['the code of a language', { language: { code: 'en_US' } }, { language: { code: 'en_US' } }],
  ['the code of an error', { code: 190, error_subcode: 33 }, { code: 190, error_subcode: 33 }],
  ['a pin', { pin: '123456' }, { pin: '(secret)' }],
  ['a token in a list', [[TOKEN], null, 7], [['(secret)'], null, 7]],
  ['a token as a key', { [TOKEN]: 1 }, { '(secret)': 1 }],
])('%s in a value', (_, value, without) => {
  expect(redact(value)).toEqual(without)
})

test.each([
  ['+1 (416) 555-0100 wrote', '…0100 wrote'],
  ['to 14165550123.', 'to …0123.'],
  ['1-416-555-0123', '…0123'],
  ['416 555 0123', '…0123'],
  ['id 123456789012345', 'id 123456789012345'],
  ['code 131047 on 2026-03-02', 'code 131047 on 2026-03-02'],
  ['wamid.HBgLMTQxNjU1NTAxMjMVAgARGBI5 sent', 'wamid.…AgARGBI5 sent'],
  ['555-0123', '…0123'],
])('numbers of people are cut: %s', (text, cut) => {
  expect(hideNumbers(text)).toBe(cut)
})
