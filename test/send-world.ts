import type { WorldFile } from '../emulator/world/file.ts'
import { readWorld } from '../emulator/world/load.ts'
import { birthday } from './sends.ts'

const BODY = { type: 'BODY', text: 'Our bread is fresh from Monday on.' }
const text = (value: string) => ({ type: 'text', text: value })
const of = (type: string, ...parameters: object[]) => ({ type, parameters })
const pressed = (sub_type: string, index: number, ...parameters: object[]) => ({
  ...of('button', ...parameters),
  sub_type,
  index: String(index),
})
const at = (kind: string) => ({ type: kind, [kind]: { link: 'https://juniper.example/rye' } })
const CARD = {
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'For {{1}} only' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'More' },
        { type: 'URL', text: 'See', url: 'https://juniper.example/{{1}}' },
      ],
    },
  ],
}

/** A template of a kind: what its row says, and the components with which it is sent. */
interface Kind {
  readonly components: readonly object[]
  readonly sent?: readonly object[]
  readonly more?: object
}

const media = (format: string): Kind => ({
  components: [{ type: 'HEADER', format }, BODY],
  sent: [of('header', at(format.toLowerCase()))],
})

const offer = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over', has_expiration: true } }
const expiry = { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1772500000000 } }
const sentCard = (card_index: number) => ({
  card_index,
  components: [
    of('header', at('image')),
    of('body', text('Robin')),
    pressed('quick_reply', 0, { type: 'payload', payload: `more-${card_index}` }),
    pressed('url', 1, text('rye')),
  ],
})

/** A template of every shape that a send must tell apart. */
const KINDS: Readonly<Record<string, Kind>> = {
  with_image: media('IMAGE'),
  with_video: media('VIDEO'),
  with_document: media('DOCUMENT'),
  with_gif: { ...media('GIF'), sent: [of('header', at('video'))] },
  with_place: {
    components: [{ type: 'HEADER', format: 'LOCATION' }, BODY],
    sent: [of('header', { type: 'location', location: { latitude: '43.6', longitude: -79.4, name: 'The bakery' } })],
  },
  with_cards: {
    components: [BODY, { type: 'CAROUSEL', cards: [CARD, CARD, CARD] }],
    sent: [{ type: 'carousel', cards: [sentCard(0), sentCard(1), sentCard(2)] }],
  },
  with_offer: {
    components: [
      { type: 'BODY', text: 'Hi {{1}}, this ends soon.' },
      offer,
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', text: 'Copy', example: 'RYE' },
          { type: 'URL', text: 'See', url: 'https://juniper.example/offer' },
        ],
      },
    ],
    sent: [
      of('body', text('Robin')),
      of('limited_time_offer', expiry),
      pressed('copy_code', 0, { type: 'coupon_code', coupon_code: 'RYE20' }),
    ],
  },
  with_names: {
    components: [{ type: 'BODY', text: 'Hi {{first_name}}, use {{code}} until {{day}}.' }],
    sent: [
      of(
        'body',
        { ...text('Robin'), parameter_name: 'first_name' },
        { ...text('RYE20'), parameter_name: 'code' },
        { type: 'date_time', parameter_name: 'day', date_time: { fallback_value: 'Sunday' } },
      ),
    ],
    more: { parameter_format: 'NAMED' },
  },
  with_prices: {
    components: [{ type: 'BODY', text: 'Now {{1}} each, until {{2}}.' }],
    sent: [
      of(
        'body',
        { type: 'currency', currency: { fallback_value: '$4', code: 'USD', amount_1000: 4000 } },
        text('Sunday'),
      ),
    ],
  },
  with_shop: {
    components: [
      BODY,
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'CATALOG', text: 'See all' },
          { type: 'FLOW', text: 'Order', flow_id: '1' },
          { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+14165550190' },
          { type: 'MPM', text: 'See some' },
        ],
      },
    ],
    sent: [
      pressed('flow', 1, { type: 'action', action: { flow_token: 'x', flow_action_data: { a: 1 } } }),
      pressed('mpm', 3, {
        type: 'action',
        action: {
          thumbnail_product_retailer_id: 'rye',
          sections: [{ title: 'Bread', product_items: [{ product_retailer_id: 'rye' }] }],
        },
      }),
    ],
  },
  with_max_price: {
    components: [BODY],
    more: { optimization_spec: { bid_amount: 9000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' } },
  },
  one_time_code: {
    components: [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
    ],
    sent: [of('body', text('123456')), pressed('url', 0, text('123456'))],
    more: { category: 'AUTHENTICATION' },
  },
  your_order: { components: [BODY], more: { category: 'UTILITY' } },
  in_french: { components: [BODY], more: { language: 'fr' } },
  short_lived: { components: [BODY], more: { message_send_ttl_seconds: 43200 } },
  not_synced: { components: [BODY], more: { synced: false } },
  sync_failed: { components: [BODY], more: { synced: false, syncFailed: true } },
  dormant: { components: [BODY], more: { lastSent: '2026-02-01', created: '2026-01-20' } },
  is_paused: { components: [BODY], more: { status: 'PAUSED' } },
  is_disabled: { components: [BODY], more: { status: 'DISABLED' } },
  is_rejected: { components: [BODY], more: { status: 'REJECTED' } },
  is_pending: { components: [BODY], more: { status: 'PENDING' } },
  is_paced: { components: [BODY], more: { pacingAfter: 1, message_send_ttl_seconds: 43200 } },
}

/** What is rightly sent as `template`, for each template of the world. */
export const rightTemplates: readonly object[] = [
  { name: 'spring_sale', language: { code: 'en_US' } },
  { ...birthday, language: { code: 'en_US', policy: 'deterministic' } },
  ...Object.entries(KINDS).map(([name, { sent, more }]) => ({
    name,
    language: { code: (more as { language?: string } | undefined)?.language ?? 'en_US' },
    ...(sent && { components: sent }),
  })),
]

/** The numbers of the world that send. */
export const senders = ['phone', 'test_phone', 'plain_phone', 'new_phone'] as const

/** A world that can send, with templates of every shape and numbers that may send to some, to all and to nobody. */
export function sendWorld(): WorldFile {
  const { file } = readWorld('ready-to-send')
  const row = { account: 'waba', category: 'MARKETING' as const }
  const templates = Object.entries(KINDS).map(([name, { components, more }]) => [
    name,
    { ...row, name, components, ...more },
  ])
  const number = { account: 'waba', verified_name: 'Juniper Bakery' }
  return {
    ...structuredClone(file),
    businesses: { ...file.businesses, plain: { name: 'Plain Bakery', country: 'DE' } },
    accounts: {
      ...file.accounts,
      plain_waba: { name: 'Plain shop', owner: 'plain', sharedWith: ['partner'], restrictedCountries: ['FR'] },
    },
    phoneNumbers: {
      ...file.phoneNumbers,
      test_phone: {
        ...number,
        display_phone_number: '+1 555-555-0191',
        account_mode: 'SANDBOX',
        allowedRecipients: ['14165550100'],
      },
      new_phone: { ...number, display_phone_number: '+1 416-555-0192', status: 'PENDING' },
      plain_phone: { ...number, account: 'plain_waba', display_phone_number: '+49 30 555 0193' },
    },
    templates: {
      ...file.templates,
      ...Object.fromEntries(templates),
      plain_sale: { ...row, account: 'plain_waba', name: 'spring_sale', components: [BODY] },
    },
    recipients: {
      ...file.recipients,
      named: { number: '14165550120', name: 'Kim', username: 'kim', wroteTo: ['phone', 'plain_phone'] },
    },
  }
}
