import { expect, test } from 'vitest'
import { defaultRulings } from '../../contracts/rulings.ts'
import { errorOf, Failure, fail } from '../../emulator/failure.ts'
import { matchTemplate, type SentComponent } from '../../emulator/sending/match-template.ts'
import { planOf } from '../../emulator/sending/template-plan.ts'
import type { MessageTemplate, TemplateComponent } from '../../emulator/world/template.ts'

const BODY = { type: 'BODY', text: 'Bread.' }
const text = (value: string, name?: string) => ({ type: 'text', text: value, ...(name && { parameter_name: name }) })
const body = (...parameters: object[]) => ({ type: 'body', parameters })
const header = (...parameters: object[]) => ({ type: 'header', parameters })
const button = (sub_type: string, index: number | string, ...parameters: object[]) => ({
  type: 'button',
  sub_type,
  index,
  parameters,
})
const withButtons = (...buttons: object[]) => [BODY, { type: 'BUTTONS', buttons }]
const picture = (kind: string) => ({ type: kind, [kind]: { link: 'https://juniper.example/a' } })
const card = (index: number, ...components: object[]) => ({ card_index: index, components })
const CARD = {
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'For {{1}}' },
  ],
}
const CAROUSEL = [BODY, { type: 'CAROUSEL', cards: [CARD, CARD] }]
const OFFER = [BODY, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over', has_expiration: true } }]
const NAMED = [{ type: 'BODY', text: 'Hi {{first_name}}, use {{code}} today.' }]
const URL_BUTTON = { type: 'URL', text: 'Shop', url: 'https://juniper.example/{{1}}' }

/** `ok`, or `code: details` of the error. */
function matched(
  components: object[],
  sent: object[],
  parameter_format: 'NAMED' | 'POSITIONAL' = 'POSITIONAL',
): string {
  const template = { components: components as readonly TemplateComponent[], parameter_format } as MessageTemplate
  try {
    matchTemplate(sent as SentComponent[], planOf(template), fail)
    return 'ok'
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { code, details, message } = errorOf(error, defaultRulings)
    return `${code}: ${details ?? message}`
  }
}

test.each<[string, object[], object[], string]>([
  ['nothing asked, nothing sent', [BODY], [], 'ok'],
  ['types in capitals', [{ type: 'BODY', text: 'Hi {{1}}' }], [{ ...body(text('a')), type: 'BODY' }], 'ok'],
  [
    'a currency and a date in the body',
    [{ type: 'BODY', text: '{{1}} until {{2}}' }],
    [
      body(
        { type: 'currency', currency: { fallback_value: '$25.00', code: 'USD', amount_1000: 25000 } },
        { type: 'date_time', date_time: { fallback_value: 'Sunday' } },
      ),
    ],
    'ok',
  ],
  [
    'a picture for a variable',
    [{ type: 'BODY', text: 'Hi {{1}}, bread.' }],
    [body(picture('image'))],
    '132012: body: Format mismatch, expected TEXT, received IMAGE',
  ],
  ['a variable twice counts once', [{ type: 'BODY', text: '{{1}} and {{1}}' }], [body(text('a'))], 'ok'],
  [
    'too many for the body',
    [BODY],
    [body(text('a'), text('b'))],
    '132000: body: number of localizable_params (2) does not match the expected number of params (0)',
  ],
  [
    'a text for a header that is not there',
    [BODY],
    [header(text('a'))],
    '132000: header: number of localizable_params (1) does not match the expected number of params (0)',
  ],
  [
    'an image header without an image',
    [{ type: 'HEADER', format: 'IMAGE' }, BODY],
    [],
    '132012: header: Format mismatch, expected IMAGE, received UNKNOWN',
  ],
  [
    'an image header with a video',
    [{ type: 'HEADER', format: 'IMAGE' }, BODY],
    [header(picture('video'))],
    '132012: header: Format mismatch, expected IMAGE, received VIDEO',
  ],
  [
    'a document header with a document',
    [{ type: 'HEADER', format: 'DOCUMENT' }, BODY],
    [header(picture('document'))],
    'ok',
  ],
  ['a GIF header with the mp4 as a video', [{ type: 'HEADER', format: 'GIF' }, BODY], [header(picture('video'))], 'ok'],
  ['a GIF header with a gif', [{ type: 'HEADER', format: 'GIF' }, BODY], [header(picture('gif'))], 'ok'],
  [
    'a location header',
    [{ type: 'HEADER', format: 'LOCATION' }, BODY],
    [header({ type: 'location', location: { latitude: '37.44', longitude: '-122.16' } })],
    'ok',
  ],
  [
    'media with both id and link',
    [{ type: 'HEADER', format: 'IMAGE' }, BODY],
    [header({ type: 'image', image: { id: '1', link: 'https://juniper.example/a' } })],
    '131009: image: exactly one of id and link is needed, and both was sent',
  ],
  [
    'media with neither',
    [{ type: 'HEADER', format: 'IMAGE' }, BODY],
    [header({ type: 'image', image: {} })],
    '131009: image: exactly one of id and link is needed, and neither was sent',
  ],
  [
    'a parameter that lacks what its type says',
    [{ type: 'HEADER', format: 'IMAGE' }, BODY],
    [header({ type: 'image' })],
    "100: Parameter 'image' is mandatory for component parameter type 'image'",
  ],
  [
    'a tab',
    [{ type: 'BODY', text: 'Hi {{1}}' }],
    [body(text('a\tb'))],
    '132018: Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
  ],
  ['four spaces', [{ type: 'BODY', text: 'Hi {{1}}' }], [body(text('a    b'))], 'ok'],
  [
    'five spaces',
    [{ type: 'BODY', text: 'Hi {{1}}' }],
    [body(text('a     b'))],
    '132018: Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
  ],
  [
    'a body of more than 1024 characters',
    [{ type: 'BODY', text: 'Hi {{1}}' }],
    [body(text('x'.repeat(1024)))],
    '132005: Translated text is too long.',
  ],
  [
    'a dynamic URL without its suffix',
    withButtons(URL_BUTTON),
    [],
    '131008: buttons: Button at index 0 of type Url requires a parameter',
  ],
  ['a dynamic URL, index as a number', withButtons(URL_BUTTON), [button('url', 0, text('spring'))], 'ok'],
  [
    'a button of another type',
    withButtons(URL_BUTTON),
    [button('quick_reply', '0', { type: 'payload', payload: 'x' })],
    '132018: buttons: Button at index 0 must be of type Url',
  ],
  [
    'a sub type that there is not',
    withButtons(URL_BUTTON),
    [body(), button('phone_number', '0', text('x'))],
    "100: (#100) Param template['components'][1]['sub_type'] must be one of {BOOKING_CONFIRMATION, CATALOG, COPY_CODE, FLOW, MPM, ORDER_DETAILS, QUICK_REPLY, REMINDER, URL, VOICE_CALL} - got \"phone_number\".",
  ],
  [
    'the same in a card, at the place where it was sent',
    CAROUSEL,
    [
      {
        type: 'carousel',
        cards: [
          card(1, header(picture('image')), body(text('a')), button('phone_number', '0', text('x'))),
          card(0, header(picture('image')), body(text('b'))),
        ],
      },
    ],
    "100: (#100) Param template['components'][0]['cards'][0]['components'][2]['sub_type'] must be one of {BOOKING_CONFIRMATION, CATALOG, COPY_CODE, FLOW, MPM, ORDER_DETAILS, QUICK_REPLY, REMINDER, URL, VOICE_CALL} - got \"phone_number\".",
  ],
  [
    'a button at no place',
    withButtons(URL_BUTTON),
    [button('url', 'one', text('x'))],
    '131009: buttons: Button at index one does not exist in the template',
  ],
  [
    'a button beyond the last',
    withButtons(URL_BUTTON),
    [button('url', 0, text('x')), button('url', 1, text('x'))],
    '131009: buttons: Button at index 1 does not exist in the template',
  ],
  [
    'a parameter of the wrong kind',
    withButtons(URL_BUTTON),
    [button('url', 0, { type: 'payload', payload: 'x' })],
    '132018: buttons: Button at index 0 of type Url takes no parameter of type payload',
  ],
  [
    'a quick reply with and without payload',
    withButtons({ type: 'QUICK_REPLY', text: 'No' }, { type: 'QUICK_REPLY', text: 'Yes' }),
    [button('quick_reply', 1, { type: 'payload', payload: 'YES' })],
    'ok',
  ],
  [
    'a coupon code',
    withButtons({ type: 'COPY_CODE', example: 'X' }),
    [button('copy_code', 0, { type: 'coupon_code', coupon_code: '25OFF' })],
    'ok',
  ],
  [
    'a coupon code that is missing',
    withButtons({ type: 'COPY_CODE', example: 'X' }),
    [],
    '131008: buttons: Button at index 0 of type CopyCode requires a parameter',
  ],
  [
    'an offer with its end',
    OFFER,
    [
      {
        type: 'limited_time_offer',
        parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1772500000000 } }],
      },
    ],
    'ok',
  ],
  [
    'an offer without its end',
    OFFER,
    [],
    '131008: limited_time_offer: the template has an offer that ends, and no expiration_time_ms was sent',
  ],
  [
    'a carousel, cards in any order',
    CAROUSEL,
    [
      {
        type: 'carousel',
        cards: [card(1, header(picture('image')), body(text('b'))), card(0, header(picture('image')), body(text('a')))],
      },
    ],
    'ok',
  ],
  [
    'a carousel with a card too few',
    CAROUSEL,
    [{ type: 'carousel', cards: [card(0, header(picture('image')), body(text('a')))] }],
    '132012: carousel: number of cards (1) does not match the expected number of cards (2)',
  ],
  [
    'a card without its picture',
    CAROUSEL,
    [{ type: 'carousel', cards: [card(0, body(text('a'))), card(1, body(text('b')))] }],
    '132012: header: Format mismatch, expected IMAGE, received UNKNOWN',
  ],
  [
    'a name where parameters are positional',
    [{ type: 'BODY', text: 'Hi {{1}}' }],
    [body(text('a', 'first_name'))],
    '132012: body: Format mismatch, the template has positional parameters',
  ],
])('%s', (_, components, sent, outcome) => {
  expect(matched(components, sent)).toBe(outcome)
})

test.each<[string, object[], string]>([
  ['in any order', [body(text('X', 'code'), text('Robin', 'first_name'))], 'ok'],
  ['without names', [body(text('Robin'), text('X'))], '100: Parameter name is missing or empty'],
  [
    'with another name',
    [body(text('Robin', 'name'), text('X', 'code'))],
    '132012: body: the parameter first_name of the template was not sent',
  ],
  [
    'too few',
    [body(text('Robin', 'first_name'))],
    '132000: body: number of localizable_params (1) does not match the expected number of params (2)',
  ],
])('named parameters %s', (_, sent, outcome) => {
  expect(matched(NAMED, sent, 'NAMED')).toBe(outcome)
})
