import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interactiveObjects } from '../../contracts/message-types/interactive.ts'
import { type FreeFormType, freeFormErrors, messageObjects } from '../../contracts/message-types.ts'
import { defaultRulings } from '../../contracts/rulings.ts'
import { errorOf, Failure, fail as throwing } from '../../emulator/failure.ts'
import { checkFreeForm } from '../../emulator/sending/free-form.ts'
import type { FailFreeForm, FreeFormSetting } from '../../emulator/sending/free-form-setting.ts'
import '../seed.ts'

const WAMID = 'wamid.HBgLMTQxNjU1NTAxMDAVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA'
const LINK = 'https://juniper.example/bread.jpg'
const body = { text: 'Fresh bread' }
const link = { link: LINK }
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ id: `row-${from + at}`, title: `Bread ${from + at}` }))
const parameters = { display_text: 'See', url: LINK }
const card = (card_index: number, more: object = {}) => ({
  card_index,
  type: 'cta_url',
  header: { type: 'image', image: link },
  action: { name: 'cta_url', parameters },
  ...more,
})
const flow = { flow_message_version: '3', flow_id: '1', flow_cta: 'Book' }
const section = { title: 'Loaves', rows: rows(1) }
const products = (count: number) => Array.from({ length: count }, (_, at) => ({ product_retailer_id: `sku-${at}` }))

const valid: { readonly [T in Exclude<FreeFormType, 'interactive'>]: readonly unknown[] } = {
  text: [{ body: 'Hello' }, { body: 'https://juniper.example', preview_url: true }, { body: 'é'.repeat(4096) }],
  image: [link, { id: '1', caption: 'c'.repeat(1024) }],
  video: [link, { id: '1', caption: 'A loaf' }],
  audio: [link, { id: '1', voice: true }],
  document: [link, { id: '1', filename: 'menu.pdf', caption: 'The menu' }],
  sticker: [link, { id: '1' }],
  location: [
    { latitude: 43.65, longitude: -79.38 },
    { latitude: '43.65', longitude: '-79.38', name: 'Us', address: 'x' },
  ],
  contacts: [
    [{ name: { formatted_name: 'Robin' } }],
    [
      {
        name: { formatted_name: 'Robin R.', first_name: 'Robin' },
        birthday: '2000-01-31',
        phones: [{ phone: '+1 416-555-0100', wa_id: '14165550100', type: 'HOME' }],
        emails: [{ email: 'robin@juniper.example', type: 'WORK' }],
        addresses: [{ city: 'Toronto', country_code: 'CA' }],
        org: { company: 'Juniper' },
        urls: [{ url: 'https://juniper.example' }],
      },
    ],
  ],
  reaction: [
    { message_id: WAMID, emoji: '👍' },
    { message_id: WAMID, emoji: '' },
  ],
}

const validInteractive: { readonly [T in keyof typeof interactiveObjects]: readonly object[] } = {
  button: [
    { body, action: { buttons: [reply('a', 'Yes'), reply('b', 'No'), reply('c', 'ç'.repeat(20))] } },
    {
      header: { type: 'image', image: link },
      body,
      footer: { text: 'f' },
      action: { buttons: [reply('a', 'my_own_way')] },
    },
  ],
  list: [
    { body, action: { button: 'Choose', sections: [{ rows: rows(10) }] } },
    {
      header: { type: 'text', text: 'h' },
      body,
      action: { button: 'Choose', sections: [section, { title: 'Rolls', rows: rows(9, 1) }] },
    },
  ],
  cta_url: [{ header: { type: 'document', document: link }, body, action: { name: 'cta_url', parameters } }],
  flow: [
    { body, action: { name: 'flow', parameters: flow } },
    {
      body,
      action: {
        name: 'flow',
        parameters: { ...flow, flow_action: 'navigate', flow_action_payload: { screen: 'A', data: { n: 1 } } },
      },
    },
  ],
  product: [{ action: { catalog_id: '1', product_retailer_id: 'sku' } }],
  product_list: [
    {
      header: { type: 'text', text: 'All' },
      body,
      action: { catalog_id: '1', sections: [{ product_items: products(30) }] },
    },
  ],
  catalog_message: [
    { body, action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'sku' } } },
  ],
  location_request_message: [{ body, action: { name: 'send_location' } }],
  address_message: [{ body, action: { name: 'address_message', parameters: { country: 'IN' } } }],
  call_permission_request: [{ action: { name: 'call_permission_request' } }],
  carousel: [
    { body, action: { cards: [card(0), card(1)] } },
    {
      body,
      action: {
        cards: [0, 1].map((at) =>
          card(at, { action: { buttons: [{ type: 'quick_reply', quick_reply: { id: `q${at}`, title: 'More' } }] } }),
        ),
      },
    },
    {
      body,
      action: {
        cards: [0, 1].map((card_index) => ({
          card_index,
          type: 'product',
          action: { catalog_id: '1', product_retailer_id: `sku-${card_index}` },
        })),
      },
    },
  ],
  request_contact_info: [{ body, action: { name: 'request_contact_info' } }],
  contact_request: [{ body, action: { name: 'request_contact_info' } }],
  voice_call: [{ body, action: { name: 'voice_call', parameters: { display_text: 'Call' } } }],
  order_details: [{ body, action: { name: 'review_and_pay', parameters: {} } }],
  order_status: [{ body, action: { name: 'review_order', parameters: {} } }],
}

const interactive = (type: string, content: object) => ({ type: 'interactive', interactive: { type, ...content } })

/** The error that a message meets, with its texts as they go over the wire. */
function refusal(params: object, setting?: FreeFormSetting): [name: string, text: string] {
  try {
    checkFreeForm(params as Record<string, unknown>, throwing as FailFreeForm, setting)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const wire = errorOf(error, defaultRulings)
    return [error.error, wire.details ?? wire.message]
  }
  throw new Error(`was not refused: ${JSON.stringify(params)}`)
}

describe('a valid message passes', () => {
  test.each(Object.entries(valid).flatMap(([type, all]) => all.map((content) => [type, content] as const)))(
    '%s %j',
    (type, content) => {
      expect(checkFreeForm({ type, [type]: content }, throwing).type).toBe(type)
    },
  )

  test.each(Object.entries(validInteractive).flatMap(([type, all]) => all.map((content) => [type, content] as const)))(
    'interactive %s %j',
    (type, content) => {
      const params = interactive(type, content)
      expect(checkFreeForm(params, throwing)).toEqual({ type: 'interactive', content: params.interactive })
    },
  )

  test('without a type it is text, and the type may be written large', () => {
    expect(checkFreeForm({ text: { body: 'Hi' } }, throwing)).toEqual({ type: 'text', content: { body: 'Hi' } })
    expect(checkFreeForm({ type: 'IMAGE', image: link }, throwing).type).toBe('image')
  })

  test('values that came as strings of a form are read by the schema', () => {
    const { content } = checkFreeForm({ type: 'text', text: { body: 'Hi', preview_url: 'true' } }, throwing)
    expect(content).toEqual({ body: 'Hi', preview_url: true })
  })

  test('objects of other types do not count', () => {
    expect(checkFreeForm({ type: 'text', text: { body: 'Hi' }, image: { junk: 1 } }, throwing).type).toBe('text')
  })
})

test('every type has a valid example', () => {
  expect(Object.keys(valid).concat('interactive').sort()).toEqual(Object.keys(messageObjects).sort())
})

const contentful = (type: string, content: unknown) => ({ type, [type]: content })
const buttons = (all: object[]) => interactive('button', { body, action: { buttons: all } })
const list = (sections: object[], more: object = {}) =>
  interactive('list', { body, action: { button: 'Choose', sections }, ...more })
const carousel = (cards: object[]) => interactive('carousel', { body, action: { cards } })

const TYPES =
  '{AUDIO, CONTACTS, DOCUMENT, GIF, IMAGE, INTERACTIVE, LINK_PREVIEW, LOCATION, PIN, REACTION, STICKER, TEMPLATE, TEXT, VIDEO}'

const refused: readonly [title: string, params: object, name: string, text: string][] = [
  ['an unknown type', { type: 'jpeg' }, 'parameter_value', `(#100) Param type must be one of ${TYPES} - got "jpeg".`],
  [
    'a type that cannot be sent',
    { type: 'gif' },
    'message_type_unsupported',
    'Message type is currently not supported.',
  ],
  ['no object', { type: 'image' }, 'parameter_required', '(#100) The parameter image is required.'],
  [
    'an object that is null',
    { type: 'text', text: null },
    'parameter_required',
    '(#100) The parameter text is required.',
  ],
  ['no text', contentful('text', {}), 'parameter_required', "(#100) The parameter text['body'] is required."],
  [
    'an empty text',
    contentful('text', { body: '' }),
    'parameter_required',
    "(#100) The parameter text['body'] is required.",
  ],
  [
    'a text that is too long',
    contentful('text', { body: 'x'.repeat(4097) }),
    'parameter_too_long',
    "(#100) Param text['body'] must be at most 4096 characters long.",
  ],
  [
    'a text that is none',
    contentful('text', { body: {} }),
    'parameter_type',
    "(#100) Param text['body'] must be a string.",
  ],
  [
    'a key that is not known',
    contentful('image', { ...link, filename: 'x' }),
    'parameter_unexpected_key',
    '(#100) Unexpected key "filename" on param "image".',
  ],
  [
    'a caption that is too long',
    contentful('image', { ...link, caption: 'x'.repeat(1025) }),
    'parameter_too_long',
    "(#100) Param image['caption'] must be at most 1024 characters long.",
  ],
  ['no file', contentful('video', {}), 'message_parameter_missing', 'video: either id or link is required'],
  [
    'two files',
    contentful('audio', { id: '1', ...link }),
    'message_parameter_wrong',
    'audio: id and link cannot both be set',
  ],
  [
    'a link that is a path',
    contentful('image', { link: '/a.jpg' }),
    'message_link_invalid',
    "(#100) Param image['link'] is not a valid URI.",
  ],
  [
    'a link to a mailbox',
    contentful('sticker', { link: 'mailto:a@b.example' }),
    'message_link_invalid',
    "(#100) Param sticker['link'] is not a valid URI.",
  ],
  [
    'no longitude',
    contentful('location', { latitude: 1 }),
    'parameter_required',
    "(#100) The parameter location['longitude'] is required.",
  ],
  [
    'a latitude that is none',
    contentful('location', { latitude: 'north', longitude: 1 }),
    'parameter_type',
    "(#100) Param location['latitude'] must be a number.",
  ],
  ['no contacts', contentful('contacts', []), 'parameter_required', '(#100) The parameter contacts is required.'],
  [
    'a contact without a name',
    contentful('contacts', [{}]),
    'parameter_required',
    "(#100) The parameter contacts[0]['name'] is required.",
  ],
  [
    'a contact whose name is not shown',
    contentful('contacts', [{ name: { first_name: 'R' } }]),
    'parameter_required',
    "(#100) The parameter contacts[0]['name']['formatted_name'] is required.",
  ],
  [
    'a reaction to nothing',
    contentful('reaction', { emoji: 'x' }),
    'parameter_required',
    "(#100) The parameter reaction['message_id'] is required.",
  ],
  [
    'a reaction without one',
    contentful('reaction', { message_id: WAMID }),
    'parameter_required',
    "(#100) The parameter reaction['emoji'] is required.",
  ],
  [
    'a reaction to what is no message',
    contentful('reaction', { message_id: 'wamid.test123456', emoji: 'x' }),
    'message_parameter_wrong',
    'Invalid message_id',
  ],
  [
    'interactive of no type',
    contentful('interactive', {}),
    'parameter_required',
    "(#100) The parameter interactive['type'] is required.",
  ],
  [
    'interactive without a body',
    interactive('button', { action: { buttons: [reply('a', 'A')] } }),
    'message_parameter_wrong',
    "The parameter interactive['body'] is required",
  ],
  [
    'interactive with an empty body',
    interactive('button', { body: { text: '' }, action: { buttons: [reply('a', 'A')] } }),
    'parameter_required',
    "(#100) The parameter interactive['body']['text'] is required.",
  ],
  [
    'a body that is too long',
    interactive('button', { body: { text: 'x'.repeat(1025) }, action: { buttons: [reply('a', 'A')] } }),
    'message_parameter_wrong',
    'Body text length invalid. Min length: 1, Max length: 1024',
  ],
  [
    'a footer that is too long',
    interactive('button', { body, footer: { text: 'x'.repeat(61) }, action: { buttons: [reply('a', 'A')] } }),
    'message_parameter_wrong',
    'Footer text length invalid. Min length: 0, Max length: 60',
  ],
  [
    'a header that is too long',
    list([section], { header: { type: 'text', text: 'x'.repeat(61) } }),
    'message_parameter_wrong',
    'Header text length invalid. Min length: 1, Max length: 60',
  ],
  [
    'a header whose text is an object',
    list([section], { header: { type: 'text', text: { body: 'x' } } }),
    'parameter_type',
    "(#100) Param interactive['header']['text'] must be a string.",
  ],
  [
    'an image above a list',
    list([section], { header: { type: 'image', image: link } }),
    'message_parameter_wrong',
    'Text cannot be null for header type text',
  ],
  [
    'a header without its file',
    interactive('button', { header: { type: 'image' }, body, action: { buttons: [reply('a', 'A')] } }),
    'message_parameter_wrong',
    'Media cannot be null for header type image',
  ],
  [
    'a header with an empty file',
    interactive('button', { header: { type: 'image', image: {} }, body, action: { buttons: [reply('a', 'A')] } }),
    'message_parameter_missing',
    "interactive['header']['image']: either id or link is required",
  ],
  [
    'four buttons',
    buttons(['a', 'b', 'c', 'd'].map((id) => reply(id, id))),
    'message_parameter_wrong',
    'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
  ],
  [
    'no buttons',
    buttons([]),
    'message_parameter_wrong',
    'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
  ],
  [
    'a long button',
    buttons([reply('a', 'x'.repeat(21))]),
    'message_parameter_wrong',
    'Button title length invalid. Min length: 1, Max length: 20',
  ],
  [
    'a long button id',
    buttons([reply('x'.repeat(257), 'A')]),
    'message_parameter_wrong',
    'Button id length invalid. Min length: 1, Max length: 256',
  ],
  [
    'buttons with the same title',
    buttons([reply('a', 'Yes'), reply('b', 'yes ')]),
    'message_parameter_wrong',
    'Duplicate button title',
  ],
  [
    'buttons with the same id',
    buttons([reply('a', 'Yes'), reply('a', 'No')]),
    'message_parameter_wrong',
    'Duplicate button id',
  ],
  [
    'a bold button',
    buttons([reply('a', '*Yes*')]),
    'message_parameter_wrong',
    'Markdown is not allowed for button title',
  ],
  [
    'eleven rows',
    list([
      { title: 'a', rows: rows(6) },
      { title: 'b', rows: rows(5, 6) },
    ]),
    'message_parameter_wrong',
    'Total row count exceed max allowed count: 10',
  ],
  [
    'eleven sections',
    list(Array.from({ length: 11 }, () => section)),
    'message_parameter_wrong',
    'Total section count exceed max allowed count: 10',
  ],
  ['rows with the same id', list([{ rows: [...rows(1), ...rows(1)] }]), 'message_parameter_wrong', 'Duplicated row id'],
  [
    'a long row',
    list([{ rows: [{ id: 'a', title: 'x'.repeat(25) }] }]),
    'message_parameter_wrong',
    'Row title is too long. Max length is 24',
  ],
  [
    'a long row id',
    list([{ rows: [{ id: 'x'.repeat(201), title: 'x' }] }]),
    'message_parameter_wrong',
    'Row id is too long. Max length is 200',
  ],
  [
    'a long description',
    list([{ rows: [{ id: 'a', title: 'a', description: 'x'.repeat(73) }] }]),
    'message_parameter_wrong',
    'Row description is too long. Max length is 72',
  ],
  [
    'a row without a title',
    list([{ rows: [{ id: 'a', title: '' }] }]),
    'parameter_required',
    "(#100) The parameter interactive['action']['sections'][0]['rows'][0]['title'] is required.",
  ],
  [
    'a long section',
    list([{ title: 'x'.repeat(25), rows: rows(1) }]),
    'message_parameter_wrong',
    'Section title is too long. Max length is 24',
  ],
  [
    'two sections without titles',
    list([{ rows: rows(1) }, { rows: rows(1, 1) }]),
    'message_parameter_missing',
    'Section title is required when there is more than one section',
  ],
  [
    'a list of nothing',
    list([{ rows: [] }]),
    'parameter_required',
    "(#100) The parameter interactive['action']['sections'][0]['rows'] is required.",
  ],
  [
    'a link that is none below a text',
    interactive('cta_url', { body, action: { name: 'cta_url', parameters: { display_text: 'See', url: 'juniper' } } }),
    'message_link_invalid',
    "(#100) Param interactive['action']['parameters']['url'] is not a valid URI.",
  ],
  [
    'an action of another name',
    interactive('location_request_message', { body, action: { name: 'send' } }),
    'parameter_value',
    "(#100) Param interactive['action']['name'] must be one of {send_location} - got \"send\".",
  ],
  [
    'no flow',
    interactive('flow', { body, action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'x' } } }),
    'message_parameter_missing',
    'Either flow_id or flow_name is required',
  ],
  [
    'two flows',
    interactive('flow', { body, action: { name: 'flow', parameters: { ...flow, flow_name: 'x' } } }),
    'message_parameter_wrong',
    'flow_id and flow_name cannot both be set',
  ],
  [
    'a flow with empty data',
    interactive('flow', {
      body,
      action: { name: 'flow', parameters: { ...flow, flow_action_payload: { screen: 'A', data: {} } } },
    }),
    'message_parameter_wrong',
    'flow_action_payload data must be dynamic_object',
  ],
  [
    'thirty-one products',
    interactive('product_list', {
      header: { type: 'text', text: 'x' },
      body,
      action: { catalog_id: '1', sections: [{ product_items: products(31) }] },
    }),
    'message_parameter_wrong',
    'Total product count exceed max allowed count: 30',
  ],
  [
    'products without a header',
    interactive('product_list', { body, action: { catalog_id: '1', sections: [{ product_items: products(1) }] } }),
    'message_parameter_wrong',
    "The parameter interactive['header'] is required",
  ],
  [
    'one card',
    carousel([card(0)]),
    'message_parameter_wrong',
    'Invalid cards count. Min allowed cards: 2, Max allowed cards: 10',
  ],
  ['a card too far', carousel([card(0), card(10)]), 'message_parameter_wrong', 'Card index must be between 0 and 9'],
  ['cards with the same index', carousel([card(0), card(0)]), 'message_parameter_wrong', 'Duplicated card index'],
  [
    'a card with a long text',
    carousel([card(0, { body: { text: 'x'.repeat(161) } }), card(1)]),
    'message_parameter_wrong',
    'Body text length invalid. Min length: 1, Max length: 160',
  ],
  [
    'cards with different files',
    carousel([card(0), card(1, { header: { type: 'video', video: link } })]),
    'message_parameter_wrong',
    'All cards must have the same type, header and buttons',
  ],
  [
    'cards with text above',
    carousel([0, 1].map((at) => card(at, { header: { type: 'text', text: 'x' } }))),
    'message_parameter_wrong',
    'Card header must be an image or a video',
  ],
  [
    'a card without a button',
    carousel([0, 1].map((at) => card(at, { action: {} }))),
    'message_parameter_wrong',
    "The parameter interactive['action']['cards'][0]['action']['parameters'] is required",
  ],
  [
    'a card without its product',
    carousel([0, 1].map((card_index) => ({ card_index, type: 'product', action: { catalog_id: '1' } }))),
    'message_parameter_wrong',
    "The parameter interactive['action']['cards'][0]['action']['product_retailer_id'] is required",
  ],
]

describe('refuses', () => {
  test.each(refused)('%s', (_, params, name, text) => {
    expect(refusal(params)).toEqual([name, text])
  })

  test('a file that the sender does not have, where files are known', () => {
    const setting = { rulings: defaultRulings, hasMedia: (id: string) => id === '1' }
    const image = (id: string) => ({ type: 'image', image: { id } })
    expect(checkFreeForm(image('1'), throwing, setting).type).toBe('image')
    expect(refusal(image('2'), setting)).toEqual([
      'message_media_unknown',
      "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
    ])
  })

  test('every error of its own is met', () => {
    const met = new Set([...refused.map(([, , name]) => name), 'message_media_unknown'])
    expect(freeFormErrors.filter((name) => !met.has(name))).toEqual([])
  })
})

describe('ruling list-body-length', () => {
  const long = (length: number) => list([section], { body: { text: 'x'.repeat(length) } })
  const under = (side: 'captured' | 'page') => ({ rulings: { ...defaultRulings, 'list-body-length': side } })

  test("'captured': a list has no longer text than other messages", () => {
    expect(refusal(long(1025), under('captured'))[1]).toBe('Body text length invalid. Min length: 1, Max length: 1024')
  })

  test("'page': 4096 characters", () => {
    expect(checkFreeForm(long(4096), throwing, under('page')).type).toBe('interactive')
    expect(refusal(long(4097), under('page'))[1]).toBe('Body text length invalid. Min length: 1, Max length: 4096')
  })
})

test('whatever is sent passes or is refused, and nothing breaks', () => {
  const types = [...Object.keys(messageObjects), 'pin', 'x']
  const kinds = [...Object.keys(interactiveObjects), 'x']
  const anything = fc.jsonValue({ maxDepth: 4 })
  const keys = ['text', 'type', 'link', 'id', 'image', 'buttons', 'sections', 'rows', 'cards', 'parameters', 'name']
  const shaped = fc.dictionary(fc.constantFrom(...keys), anything, { maxKeys: 4 })
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.constantFrom(...kinds), shaped, anything, (type, kind, header, value) => {
      const action = { ...(typeof value === 'object' && value), ...header }
      const content = type === 'interactive' ? { type: kind, body, header, action } : value
      try {
        checkFreeForm({ type, [type]: content }, throwing)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
        errorOf(error as Failure, defaultRulings)
      }
    }),
    { numRuns: 500 },
  )
})
