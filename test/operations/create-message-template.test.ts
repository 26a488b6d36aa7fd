import { describe, expect, test } from 'vitest'
import { createMessageTemplate } from '../../contracts/operations/create-message-template.ts'
import { need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import {
  BODY,
  buttons,
  contentCases,
  create,
  many,
  namingCases,
  REPLY,
  templates,
  URL_BUTTON,
} from '../template-cases.ts'

const read = async (kit: ReturnType<typeof templates>, id: string, fields = '') =>
  (await kit.graph('GET', `/${id}`, { query: fields ? { fields } : {} })).body

const IMAGE = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U='] } }
const card = (text = 'Bread', ...more: object[]) => ({
  components: [IMAGE, { type: 'BODY', text }, buttons(URL_BUTTON, ...more)],
})
const OTP = (more: object = {}) => [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: 10 },
  buttons({ type: 'OTP', otp_type: 'COPY_CODE', ...more }),
]

const LIBRARY = {
  name: 'my_delivery_update',
  language: 'en_US',
  category: 'UTILITY',
  library_template_name: 'delivery_update_1',
  library_template_body_inputs: { add_contact_number: true },
  library_template_button_inputs:
    "[{'type': 'URL', 'url': {'base_url': 'https://juniper.example/{{1}}', 'url_suffix_example': 'https://juniper.example/1'}}]",
}

proves(
  createMessageTemplate,
  {
    'answers id, status and category, and Meta approves a minute later': async () => {
      const kit = templates()
      const { body } = await create(kit)
      expect(body).toEqual({ id: expect.stringMatching(/^\d{16}$/), status: 'PENDING', category: 'MARKETING' })
      expect(await read(kit, body.id)).toEqual({
        name: 'open_again',
        parameter_format: 'POSITIONAL',
        components: [BODY],
        language: 'en_US',
        status: 'PENDING',
        category: 'MARKETING',
        id: body.id,
      })
      await kit.advance('61s')
      expect((await read(kit, body.id)).status).toBe('APPROVED')
    },
    'a name is free again once its template was deleted, and its sub category is kept': async () => {
      const kit = templates()
      const sub_category = 'ORDER_STATUS'
      const { body } = await create(kit, { category: 'UTILITY', sub_category })
      expect(await read(kit, body.id, 'sub_category')).toEqual({ sub_category, id: body.id })
    },
    'takes the sample of the guide, with named variables, in lower case and as a form': async () => {
      const kit = templates()
      const components = [
        {
          type: 'header',
          format: 'text',
          text: 'Our new sale starts {{sale_start_date}}!',
          example: { header_text_named_params: [{ param_name: 'sale_start_date', example: 'December 1st' }] },
        },
        {
          type: 'body',
          text: 'Thank you, {{first_name}}! Your order number is {{order_number}}.',
          example: {
            body_text_named_params: [
              { param_name: 'order_number', example: '860198-230332' },
              { param_name: 'first_name', example: 'Robin' },
            ],
          },
        },
        { type: 'footer', text: 'Tap below to manage subscriptions' },
        buttons(
          { type: 'url', text: 'Shop Now', url: 'https://juniper.example/?promo={{1}}', example: ['summer2023'] },
          REPLY,
        ),
      ]
      const form = new URLSearchParams({
        name: 'seasonal_promotion',
        language: 'en_US',
        category: 'marketing',
        parameter_format: 'named',
        message_send_ttl_seconds: '43200',
        components: JSON.stringify(components),
      })
      const { status, body } = await kit.graph('POST', '/{waba}/message_templates', {
        body: form.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect({ status, category: body.category }).toEqual({ status: 200, category: 'MARKETING' })
      const { components: kept, parameter_format, message_send_ttl_seconds } = await read(kit, body.id)
      expect(kept.map(({ type }: { type: string }) => type)).toEqual(['HEADER', 'BODY', 'FOOTER', 'BUTTONS'])
      expect(kept[3].buttons.map(({ type }: { type: string }) => type)).toEqual(['URL', 'QUICK_REPLY'])
      expect({ parameter_format, message_send_ttl_seconds }).toEqual({
        parameter_format: 'NAMED',
        message_send_ttl_seconds: 43200,
      })
    },
    'takes examples in a list, and in a list in a list': async () => {
      const text = 'Hi {{1}}! Your order number is {{2}}. Thank you.'
      for (const body_text of [['Robin', '860198'], [['Robin', '860198']]]) {
        const { status } = await create(templates(), { components: [{ type: 'BODY', text, example: { body_text } }] })
        expect(status).toBe(200)
      }
    },
    'reads a header handle back as an address': async () => {
      const kit = templates()
      const { id } = (await create(kit, { components: [IMAGE, BODY] })).body
      const { components } = await read(kit, id)
      expect(components[0].example.header_handle[0]).toMatch(
        /^https:\/\/scontent\.whatsapp\.net\/v\/t61\.29466-34\/\d+_\d+_\d+_n\.jpg\?.*&oe=[0-9A-F]{8}$/,
      )
    },
    'takes a carousel and a limited-time offer': async () => {
      const carousel = { type: 'CAROUSEL', cards: [card(), card('Cake')] }
      expect((await create(templates(), { components: [BODY, carousel] })).status).toBe(200)
      const offer = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Expiring!', has_expiration: true } }
      const code = buttons({ type: 'COPY_CODE', example: 'BREAD20' }, URL_BUTTON)
      expect((await create(templates(), { components: [IMAGE, offer, BODY, code] })).status).toBe(200)
    },
    'writes the words of an authentication template itself': async () => {
      const kit = templates()
      const { body } = await create(kit, { category: 'AUTHENTICATION', language: 'es_ES', components: OTP() })
      expect(body).toMatchObject({ status: 'PENDING', category: 'AUTHENTICATION' })
      const { components } = await read(kit, body.id)
      expect(components).toMatchObject([
        { type: 'BODY', text: 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.' },
        { type: 'FOOTER', text: 'Este código caduca en 10 minutos.', code_expiration_minutes: 10 },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copiar código' }] },
      ])
    },
    'what Meta writes counts its variables, whatever was asked': async () => {
      const named = { parameter_format: 'NAMED', language: 'en_US' }
      const wishes = [
        { ...named, name: 'code', category: 'AUTHENTICATION', components: OTP() },
        { ...LIBRARY, ...named },
      ]
      for (const body of wishes) {
        const kit = templates()
        const { id } = (await kit.graph('POST', '/{waba}/message_templates', { body })).body
        expect((await read(kit, id, 'parameter_format')).parameter_format).toBe('POSITIONAL')
      }
    },
    'a name whose template waits for its deletion is blocked, and not taken': async () => {
      const kit = templates()
      const { id } = (await create(kit)).body
      await kit.advance('61s')
      const template = kit.world().need('WhatsAppBusinessHSM', id)
      kit.world().put({ ...template, status: 'PENDING_DELETION', deletedAt: kit.world().now })
      expectError(await create(kit), 'template_language_being_deleted')
    },
    'makes a template of the library, which needs no review': async () => {
      const kit = templates()
      const body = LIBRARY
      const made = await kit.graph('POST', '/{waba}/message_templates', { body })
      expect(made.body).toMatchObject({ status: 'APPROVED', category: 'UTILITY' })
      const { components, library_template_name } = await read(kit, made.body.id, 'components,library_template_name')
      expect(library_template_name).toBe('delivery_update_1')
      expect(components[0].text).toMatch(/Questions\? Call us\.$/)
      expect(components[1].buttons[0]).toMatchObject({ type: 'URL', url: 'https://juniper.example/{{1}}' })
      for (const more of [
        { library_template_name: 'none' },
        { library_template_button_inputs: [] },
        { category: 'MARKETING' },
      ])
        expectError(
          await kit.graph('POST', '/{waba}/message_templates', { body: { ...body, name: 'other', ...more } }),
          'template_setting_invalid',
        )
    },
    'gives a promotional UTILITY template the category MARKETING, where it may or the world says so': async () => {
      const more = {
        category: 'UTILITY',
        components: [{ type: 'BODY', text: 'Your order is here. Enjoy a discount on the next.' }],
      }
      expect((await create(templates(), more)).body.category).toBe('UTILITY')
      expect((await create(templates(), { ...more, allow_category_change: true })).body.category).toBe('MARKETING')
      const strict = templates((file) => {
        file.templateReview = { promotionalWords: ['Enjoy'] }
      })
      expect((await create(strict, more)).body.category).toBe('MARKETING')
    },
    'keeps what may be optimised in the shape in which it is read': async () => {
      const kit = templates()
      const degrees_of_freedom_spec = { creative_features_spec: { image_touchups: { enroll_status: 'OPT_OUT' } } }
      const { id } = (await create(kit, { degrees_of_freedom_spec })).body
      expect(await read(kit, id, 'degrees_of_freedom_spec')).toEqual({
        degrees_of_freedom_spec: {
          creative_features_spec: [{ key: 'IMAGE_TOUCHUPS', value: { enroll_status: 'OPT_OUT' } }],
        },
        id,
      })
      for (const spec of [
        {},
        { creative_features_spec: { shine: {} } },
        { creative_features_spec: { image_touchups: {} } },
      ])
        expectError(await create(kit, { name: 'other', degrees_of_freedom_spec: spec }), 'template_setting_invalid')
    },
    'takes a max price as bid_spec until the end of July 2026, and as optimization_spec': async () => {
      const spec = { bid_amount: 5000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' }
      const kit = templates()
      const { id } = (await create(kit, { bid_spec: spec })).body
      expect(await read(kit, id, 'bid_spec,optimization_spec')).toEqual({ bid_spec: spec, optimization_spec: spec, id })
      const later = templates((file) => {
        file.clock = '2026-09-01'
      })
      expectError(await create(later, { bid_spec: spec }), 'template_setting_invalid')
      const made = (await create(later, { optimization_spec: spec })).body.id
      expect(await read(later, made, 'bid_spec,optimization_spec')).toEqual({ optimization_spec: spec, id: made })
      for (const wrong of [{ bid_amount: 0 }, { bid_amount: 'x' }, { ...spec, bid_strategy: 'LOW' }])
        expectError(await create(later, { name: 'other', optimization_spec: wrong }), 'template_setting_invalid')
      const utility = { name: 'other', category: 'UTILITY', optimization_spec: spec }
      expectError(await create(later, utility), 'template_setting_invalid')
    },
    'counts only what is still there, and 6,000 of a verified portfolio': async () => {
      const kit = templates((file) => {
        file.templates = many(250) as never
      })
      expect((await create(kit)).status).toBe(200)
    },
  },
  {
    ...namingCases((kit, more) => create(kit, more)),
    ...contentCases((more) => create(templates(), more)),
    template_exists: () => create(templates(), { name: 'spring_sale' }),
    template_components_missing: async () => {
      expectError(await create(templates(), { components: undefined }), 'template_components_missing')
      return create(templates(), { components: [] })
    },
    account_blocked_for_policy: async () => {
      const kit = templates()
      await kit.happens('account_is_restricted', { account: 'waba', types: ['RESTRICTED_UTILITY_TEMPLATES'] })
      return create(kit, { category: 'UTILITY' })
    },
  },
)

const message = async (response: ReturnType<typeof create>) => (await response).body.error

describe('the words of the errors', () => {
  test('are those that Graph was seen to answer', async () => {
    expect(await message(create(templates(), { name: 'spring_sale' }))).toMatchObject({
      message: 'Invalid parameter',
      type: 'OAuthException',
      code: 100,
      error_subcode: 2388024,
      is_transient: false,
      error_user_title: 'Content in This Language Already Exists',
      error_user_msg:
        'There is already English (US) content for this template. You can create a new template and try again.',
    })
    expect(await message(create(templates(), { name: 'A' }))).toMatchObject({
      error_data: { blame_field_specs: [['name']] },
      error_subcode: 2388046,
    })
    const bad = { type: 'BODY', text: 'Words', add_security_recommendation: true }
    const auth = {
      category: 'AUTHENTICATION',
      components: [{ ...bad }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })],
    }
    expect((await message(create(templates(), auth))).error_user_msg).toBe(
      'component of type BODY has unexpected field(s) (text)',
    )
    const phone = buttons(URL_BUTTON, { type: 'PHONE_NUMBER', text: 'Call', phone_number: 'x' })
    expect((await message(create(templates(), { components: [BODY, phone] }))).message).toBe(
      "(#192) Param components[1]['buttons'][1]['phone_number'] is not a valid phone number.",
    )
    expect((await message(create(templates(), { category: 'NEWS' }))).message).toBe(
      '(#100) Param category must be one of {AUTHENTICATION, MARKETING, UTILITY} - got "NEWS".',
    )
  })

  test('of a name that was deleted tell how long it is blocked', async () => {
    const kit = templates()
    const again = () => message(create(kit, { name: 'spring_sale' }))
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
    expect((await again()).error_user_msg).toBe(
      "New English (US) content can't be added while the existing English (US) content is being deleted. Try again in 4 weeks or consider creating a new message template.",
    )
    await kit.advance('23d')
    expect((await again()).error_user_msg).toMatch(/in 1 week or/)
    await kit.advance('5d')
    expect((await again()).error_user_msg).toMatch(/in 2 days or/)
    await kit.advance('2d')
    expect((await create(kit, { name: 'spring_sale' })).status).toBe(200)
  })

  test('a template that never was approved blocks its name for less than a minute', async () => {
    const kit = templates()
    await create(kit)
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'open_again' } })
    expect((await message(create(kit))).error_user_msg).toMatch(/in less than 1 minute or|in 1 minute or/)
    await kit.advance('1m')
    expect((await create(kit)).status).toBe(200)
  })
})

describe('rulings', () => {
  const ruled = (name: string, side: string, more: object = {}) =>
    templates((file) => {
      file.rulings = { ...file.rulings, [name]: side }
      Object.assign(file, more)
    })

  test('template-limit: under error-page nobody has more than 250', async () => {
    expectError(
      await create(ruled('template-limit', 'error-page', { templates: many(250) })),
      'template_limit_exceeded',
    )
  })

  test('template-ttl: under sample any TTL is taken', async () => {
    const kit = ruled('template-ttl', 'sample')
    expect((await create(kit, { message_send_ttl_seconds: 120 })).status).toBe(200)
  })

  test('template-error-titles: under error-page they say parameters', async () => {
    const kit = ruled('template-error-titles', 'error-page')
    const titles = ['We are open again, {{1}}', 'Hi {{1}} there'].map(
      async (text) => (await message(create(kit, { components: [{ type: 'BODY', text }] }))).error_user_title,
    )
    expect(await Promise.all(titles)).toEqual([
      'Leading or trailing parameters not allowed',
      'Parameters words ratio exceeds limit',
    ])
  })

  test('template-name-lock: under name it holds for every language', async () => {
    for (const [side, status] of [
      ['language', 200],
      ['name', 400],
    ] as const) {
      const kit = ruled('template-name-lock', side)
      await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
      expect((await create(kit, { name: 'spring_sale', language: 'fr' })).status).toBe(status)
    }
  })
})

/** Components that break a rule -> the error. */
const refused: Readonly<Record<string, readonly [object, Parameters<typeof expectError>[1]]>> = {
  'no body': [{ components: [{ type: 'FOOTER', text: 'x' }] }, 'template_field_missing'],
  'a component that is no object': [{ components: ['x'] }, 'parameter_type'],
  'a header without format': [{ components: [{ type: 'HEADER', text: 'x' }, BODY] }, 'parameter_required'],
  'a media header without handle': [
    { components: [{ type: 'HEADER', format: 'VIDEO' }, BODY] },
    'template_field_missing',
  ],
  'a header of 61 characters': [
    { components: [{ type: 'HEADER', format: 'TEXT', text: 'a'.repeat(61) }, BODY] },
    'template_too_long',
  ],
  'a header with a newline': [
    { components: [{ type: 'HEADER', format: 'TEXT', text: 'a\nb' }, BODY] },
    'template_header_format',
  ],
  'a header with an emoji': [
    { components: [{ type: 'HEADER', format: 'TEXT', text: 'Bread 🥖' }, BODY] },
    'template_header_format',
  ],
  'a header with two variables': [
    {
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'a {{1}} {{2}} b', example: { header_text: ['x', 'y'] } },
        BODY,
      ],
    },
    'template_header_format',
  ],
  'a header with a variable and no example': [
    { components: [{ type: 'HEADER', format: 'TEXT', text: 'Bread {{1}}!' }, BODY] },
    'template_field_missing',
  ],
  'a footer of 61 characters': [{ components: [BODY, { type: 'FOOTER', text: 'a'.repeat(61) }] }, 'template_too_long'],
  'a gap in the variables': [
    { components: [{ type: 'BODY', text: 'One {{1}} and a third {{3}} of all the bread.' }] },
    'template_body_format',
  ],
  'names where numbers are due': [
    { components: [{ type: 'BODY', text: 'Hello {{first_name}}, the bakery is open.' }] },
    'template_body_format',
  ],
  'numbers where names are due': [
    { parameter_format: 'NAMED', components: [{ type: 'BODY', text: 'Hello {{1}}, the bakery is open.' }] },
    'template_body_format',
  ],
  'brackets that do not pair': [
    { components: [{ type: 'BODY', text: 'Hello {{1}, we are open.' }] },
    'template_body_format',
  ],
  'too few examples': [
    {
      components: [
        { type: 'BODY', text: 'Hi {{1}}! Your order number is {{2}}. Thank you.', example: { body_text: [['x']] } },
      ],
    },
    'template_field_missing',
  ],
  'eleven buttons': [{ components: [BODY, buttons(...Array(11).fill(REPLY))] }, 'template_buttons_invalid'],
  'three URL buttons': [
    { components: [BODY, buttons(URL_BUTTON, URL_BUTTON, URL_BUTTON)] },
    'template_buttons_invalid',
  ],
  'no button at all': [{ components: [BODY, buttons()] }, 'template_buttons_invalid'],
  'buttons that are no list': [{ components: [BODY, { type: 'BUTTONS', buttons: 'x' }] }, 'parameter_type'],
  'an unknown button': [{ components: [BODY, buttons({ type: 'ZIPPER', text: 'x' })] }, 'parameter_value'],
  'an OTP button in a marketing template': [
    { components: [BODY, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })] },
    'template_buttons_invalid',
  ],
  'a label of 26 characters': [
    { components: [BODY, buttons({ type: 'QUICK_REPLY', text: 'a'.repeat(26) })] },
    'template_too_long',
  ],
  'a button without label': [{ components: [BODY, buttons({ type: 'QUICK_REPLY' })] }, 'template_field_missing'],
  'a URL with the variable in its middle': [
    { components: [BODY, buttons({ ...URL_BUTTON, url: 'https://juniper.example/{{1}}/x', example: ['x'] })] },
    'template_buttons_invalid',
  ],
  'a URL with a variable and no example': [
    { components: [BODY, buttons({ ...URL_BUTTON, url: 'https://juniper.example/{{1}}' })] },
    'template_field_missing',
  ],
  'a code of 16 characters': [
    { components: [BODY, buttons({ type: 'COPY_CODE', example: 'A'.repeat(16) })] },
    'template_too_long',
  ],
  'a flow button without flow': [
    { components: [BODY, buttons({ type: 'FLOW', text: 'Go' })] },
    'template_field_missing',
  ],
  'a carousel of one card': [
    { components: [BODY, { type: 'CAROUSEL', cards: [card()] }] },
    'template_structure_invalid',
  ],
  'a carousel of a utility template': [
    { category: 'UTILITY', components: [BODY, { type: 'CAROUSEL', cards: [card(), card()] }] },
    'template_structure_invalid',
  ],
  'a carousel with a footer': [
    { components: [BODY, { type: 'FOOTER', text: 'x' }, { type: 'CAROUSEL', cards: [card(), card()] }] },
    'template_structure_invalid',
  ],
  'cards of different shape': [
    { components: [BODY, { type: 'CAROUSEL', cards: [card(), card('Cake', REPLY)] }] },
    'template_structure_invalid',
  ],
  'a card with three buttons': [
    { components: [BODY, { type: 'CAROUSEL', cards: Array(2).fill(card('x', REPLY, REPLY)) }] },
    'template_structure_invalid',
  ],
  'a card without picture': [
    { components: [BODY, { type: 'CAROUSEL', cards: Array(2).fill({ components: [BODY] }) }] },
    'template_structure_invalid',
  ],
  'a card with a footer': [
    {
      components: [
        BODY,
        { type: 'CAROUSEL', cards: Array(2).fill({ components: [IMAGE, { type: 'FOOTER', text: 'x' }] }) },
      ],
    },
    'template_structure_invalid',
  ],
  'a card with 161 characters': [
    { components: [BODY, { type: 'CAROUSEL', cards: [card('a'.repeat(161)), card()] }] },
    'template_too_long',
  ],
  'cards without components': [{ components: [BODY, { type: 'CAROUSEL', cards: [{}] }] }, 'template_field_missing'],
  'a carousel without cards': [{ components: [BODY, { type: 'CAROUSEL' }] }, 'template_field_missing'],
  'an offer with a footer': [
    {
      components: [
        BODY,
        { type: 'FOOTER', text: 'x' },
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } },
      ],
    },
    'template_structure_invalid',
  ],
  'an offer in a utility template': [
    { category: 'UTILITY', components: [BODY, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } }] },
    'template_structure_invalid',
  ],
  'an offer with a text header': [
    {
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'x' },
        BODY,
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } },
      ],
    },
    'template_structure_invalid',
  ],
  'an offer of 17 characters': [
    { components: [BODY, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'a'.repeat(17) } }] },
    'template_too_long',
  ],
  'an offer with a body of 601': [
    {
      components: [
        { type: 'BODY', text: 'a'.repeat(601) },
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } },
      ],
    },
    'template_too_long',
  ],
  'an authentication template without body': [
    { category: 'AUTHENTICATION', components: [buttons({ type: 'OTP', otp_type: 'COPY_CODE' })] },
    'template_field_missing',
  ],
  'a code of 91 minutes': [
    {
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY' },
        { type: 'FOOTER', code_expiration_minutes: 91 },
        buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
      ],
    },
    'template_structure_invalid',
  ],
  'an unknown kind of OTP': [
    { category: 'AUTHENTICATION', components: OTP({ otp_type: 'TWO_TAP' }) },
    'template_structure_invalid',
  ],
  'one tap without an app': [
    { category: 'AUTHENTICATION', components: OTP({ otp_type: 'ONE_TAP' }) },
    'template_field_missing',
  ],
  'zero tap without its terms': [
    {
      category: 'AUTHENTICATION',
      components: OTP({ otp_type: 'ZERO_TAP', package_name: 'com.juniper', signature_hash: 'K8a' }),
    },
    'template_structure_invalid',
  ],
  'a header in an authentication template': [
    { category: 'AUTHENTICATION', components: [...OTP(), IMAGE] },
    'template_field_unexpected',
  ],
  'a utility template that lives for a day': [
    { category: 'UTILITY', message_send_ttl_seconds: 86_400 },
    'template_setting_invalid',
  ],
}

test.each(Object.entries(refused))('%s is refused', async (_, [more, error]) => {
  expectError(await create(templates(), more), error)
})

test('-1 is no TTL of a marketing template, and 30 days for others', async () => {
  expectError(await create(templates(), { message_send_ttl_seconds: -1 }), 'template_setting_invalid')
  expect((await create(templates(), { category: 'UTILITY', message_send_ttl_seconds: -1 })).status).toBe(200)
})

test('a failed creation leaves nothing behind', async () => {
  const kit = templates()
  const before = kit.world().list('WhatsAppBusinessHSM').length
  await create(kit, { components: [need(BODY), BODY] })
  expect(kit.world().list('WhatsAppBusinessHSM')).toHaveLength(before)
})
