import { describe, expect, test } from 'vitest'
import { problemsWith } from '../../contracts/validate.ts'
import { webhooks } from '../../contracts/webhooks.ts'
import { type Kit, need, type Receiver, receive } from '../kit.ts'
import { expectError } from '../operation.ts'
import { BODY, buttons, create, templates, URL_BUTTON } from '../template-cases.ts'

const FIELDS = webhooks.map(({ field }) => field).filter((field) => field.includes('template'))

/** Subscribes the app to everything about templates, and its app to the account. */
async function hear(kit: Kit): Promise<Receiver> {
  const receiver = await receive()
  const body = {
    object: 'whatsapp_business_account',
    callback_url: receiver.url,
    verify_token: 'let-me-in',
    fields: FIELDS,
  }
  expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body })).status).toBe(200)
  await kit.graph('POST', '/{waba}/subscribed_apps')
  return receiver
}

/** The changes that came, each held to the contract of its field. */
function heard({ posts }: Receiver): { field: string; value: Record<string, unknown> }[] {
  return posts.map(({ json }) => {
    const { field, value } = need(json.entry[0]?.changes[0]) as ReturnType<typeof heard>[number]
    expect(need(json.entry[0]).time).toEqual(expect.any(Number))
    const { events } = need(webhooks.find((contract) => contract.field === field))
    const event = typeof value.event === 'string' ? [need(events[value.event])] : Object.values(events)
    expect(event.some(({ value: schema }) => problemsWith(schema, value).length === 0)).toBe(true)
    return { field, value }
  })
}

const eventsOf = (receiver: Receiver) => heard(receiver).map(({ value }) => value.event)
const read = async (kit: Kit, fields: string, id = '{template}') =>
  (await kit.graph('GET', `/${id}`, { query: { fields } })).body
const status = async (kit: Kit, id?: string) => (await read(kit, 'status', id)).status
const says = async (kit: Kit, name: string, params: object) => (await kit.happens(name, params)).body.error?.message
const byHand = (rulings: Record<string, string> = {}) =>
  templates((file) => {
    file.templateReview = { takes: 'by_hand' }
    file.rulings = { ...file.rulings, ...rulings }
  })

describe('a review', () => {
  test('ends after as long as the world says, with a webhook that has the id as a number', async () => {
    const kit = templates((file) => {
      file.templateReview = { takes: '24h' }
    })
    const receiver = await hear(kit)
    const { id } = (await create(kit)).body
    await kit.advance('23h')
    expect(await status(kit, id)).toBe('PENDING')
    await kit.advance('1h')
    expect(await status(kit, id)).toBe('APPROVED')
    expect(heard(receiver)).toEqual([
      {
        field: 'message_template_status_update',
        value: {
          event: 'APPROVED',
          message_template_id: Number(id),
          message_template_name: 'open_again',
          message_template_language: 'en_US',
          reason: 'NONE',
          message_template_category: 'MARKETING',
        },
      },
    ])
  })

  test('can end by hand, well or badly', async () => {
    const kit = byHand()
    const receiver = await hear(kit)
    const { id } = (await create(kit)).body
    await kit.advance('30d')
    expect(await status(kit, id)).toBe('PENDING')
    const rejection = { template: id, decision: 'REJECTED', reason: 'SCAM' }
    expect((await kit.happens('template_is_reviewed', rejection)).body.result).toEqual({
      template: id,
      status: 'REJECTED',
    })
    expect(await read(kit, 'status,rejected_reason', id)).toMatchObject({ status: 'REJECTED', rejected_reason: 'SCAM' })
    expect(heard(receiver).at(-1)?.value).toMatchObject({ event: 'REJECTED', reason: 'SCAM' })
    expect(await says(kit, 'template_is_reviewed', { template: id, decision: 'APPROVED' })).toMatch(/is REJECTED/)
  })

  test('of variables side by side ends badly, and says why', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    const text = 'Hello {{1}}{{2}}, the bakery around the corner is open again.'
    const { id } = (await create(kit, { components: [{ type: 'BODY', text, example: { body_text: [['a', 'b']] } }] }))
      .body
    await kit.advance('1m')
    expect(await read(kit, 'status,rejected_reason', id)).toMatchObject({ rejected_reason: 'INVALID_FORMAT' })
    expect(heard(receiver).at(-1)?.value).toMatchObject({
      reason: 'INVALID_FORMAT',
      rejection_info: { reason: expect.stringContaining('{{1}}{{2}}'), recommendation: expect.any(String) },
    })
  })

  test('of words that another template has ends badly', async () => {
    const kit = templates()
    const first = (await create(kit)).body.id
    const second = (await create(kit, { name: 'open_once_more' })).body.id
    await kit.advance('1m')
    expect([await status(kit, first), await status(kit, second)]).toEqual(['APPROVED', 'REJECTED'])
  })

  test('of a template that the world begins with comes to its end, too', async () => {
    const kit = templates((file) => {
      if (file.templates?.template) file.templates.template.status = 'PENDING'
    })
    await kit.advance('1m')
    expect(await status(kit)).toBe('APPROVED')
  })

  test('is of no interest once the template is gone', async () => {
    const kit = templates()
    const { id } = (await create(kit)).body
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'open_again' } })
    await kit.advance('2m')
    expectError(await kit.graph('GET', `/${id}`), 'object_missing_on_get')
  })

  test('can be appealed', async () => {
    const kit = byHand()
    const receiver = await hear(kit)
    const { id } = (await create(kit)).body
    expect(await says(kit, 'template_rejection_is_appealed', { template: id })).toMatch(/PENDING, neither/)
    await kit.happens('template_is_reviewed', { template: id, decision: 'REJECTED' })
    await kit.happens('template_rejection_is_appealed', { template: id })
    expect(await status(kit, id)).toBe('IN_APPEAL')
    await kit.happens('template_is_reviewed', { template: id, decision: 'APPROVED' })
    expect(eventsOf(receiver)).toEqual(['REJECTED', 'IN_APPEAL', 'APPROVED'])
  })

  test('ruling template-webhook-language: under hyphen the language is en-US', async () => {
    const kit = byHand({ 'template-webhook-language': 'hyphen' })
    const receiver = await hear(kit)
    const { id } = (await create(kit)).body
    await kit.happens('template_is_reviewed', { template: id, decision: 'APPROVED' })
    expect(heard(receiver)[0]?.value.message_template_language).toBe('en-US')
  })
})

describe('an edit', () => {
  test('tells the new words, that it is under review, and how that ended', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    const components = [
      { type: 'HEADER', format: 'TEXT', text: 'Bread' },
      BODY,
      { type: 'FOOTER', text: 'Yours' },
      buttons(URL_BUTTON, { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+14165550190' }),
    ]
    await kit.graph('POST', '/{template}', { body: { components } })
    await kit.advance('1m')
    const [first, ...rest] = heard(receiver)
    expect(first).toMatchObject({
      field: 'message_template_components_update',
      value: {
        message_template_title: 'Bread',
        message_template_element: BODY.text,
        message_template_footer: 'Yours',
        message_template_buttons: [
          { message_template_button_type: 'URL', message_template_button_url: URL_BUTTON.url },
          { message_template_button_type: 'PHONE_NUMBER', message_template_button_phone_number: '+14165550190' },
        ],
      },
    })
    expect(rest.map(({ value }) => value.event)).toEqual(['PENDING', 'APPROVED'])
  })

  test('of the category tells of it once it passed its review', async () => {
    const kit = templates((file) => {
      if (file.templates?.template) file.templates.template.status = 'REJECTED'
    })
    const receiver = await hear(kit)
    await kit.graph('POST', '/{template}', { body: { category: 'UTILITY' } })
    await kit.advance('1m')
    expect(heard(receiver).at(-1)).toMatchObject({
      field: 'template_category_update',
      value: { previous_category: 'MARKETING', new_category: 'UTILITY' },
    })
  })
})

describe('template_quality_changes', () => {
  const dislike = (kit: Kit) => kit.happens('template_quality_changes', { template: 'template', score: 'RED' })

  test('to RED pauses for 3 hours, then for 6, then disables; a pause ends by itself', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    expect((await dislike(kit)).body.result).toEqual({ status: 'PAUSED' })
    await kit.advance('179m')
    expect(await status(kit)).toBe('PAUSED')
    await kit.advance('1m')
    expect(await status(kit)).toBe('APPROVED')
    await dislike(kit)
    await kit.advance('359m')
    expect(await status(kit)).toBe('PAUSED')
    await kit.advance('1m')
    expect((await dislike(kit)).body.result).toEqual({ status: 'DISABLED' })
    const told = heard(receiver).flatMap(({ value }) => (value.event ? [[value.event, value.other_info]] : []))
    expect(told.map(([event, info]) => [event, (info as { title: string }).title])).toEqual([
      ['PAUSED', 'FIRST_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['PAUSED', 'SECOND_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['DISABLED', 'DISABLED'],
    ])
    expect(heard(receiver).at(-1)?.value.disable_info).toEqual({ disable_date: kit.world().now / 1000 })
    await kit.happens('template_rejection_is_appealed', { template: 'template' })
    await kit.advance('1m')
    expect(heard(receiver).at(-1)?.value.event).toBe('REINSTATED')
  })

  test('to YELLOW is told and harms nothing', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    await kit.happens('template_quality_changes', { template: 'template', score: 'YELLOW' })
    expect(heard(receiver)).toMatchObject([
      {
        field: 'message_template_quality_update',
        value: { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW', message_template_name: 'spring_sale' },
      },
    ])
    expect(await status(kit)).toBe('APPROVED')
    expect(await says(kit, 'template_quality_changes', { template: 'template', score: 'YELLOW' })).toMatch(/already/)
  })

  test('ruling template-quality-field: under sample it comes on the field of the status', async () => {
    const kit = byHand({ 'template-quality-field': 'sample' })
    const receiver = await hear(kit)
    await kit.happens('template_quality_changes', { template: 'template', score: 'YELLOW' })
    expect(receiver.posts[0]?.json.entry[0]?.changes[0]?.field).toBe('message_template_status_update')
  })

  test('ruling template-disable-date: under text the date is a string', async () => {
    const kit = templates((file) => {
      if (file.templates?.template) file.templates.template.pauses = 2
      file.rulings = { 'template-disable-date': 'text' }
    })
    const receiver = await hear(kit)
    await dislike(kit)
    expect(heard(receiver).at(-1)?.value.disable_info).toEqual({ disable_date: String(kit.world().now / 1000) })
  })
})

describe('template_category_is_corrected', () => {
  const utility = () =>
    templates((file) => {
      Object.assign(file.templates?.template ?? {}, {
        category: 'UTILITY',
        message_send_ttl_seconds: 60,
        synced: false,
      })
    })

  test('is told a day before, and then the category changes and the TTL is gone', async () => {
    const kit = utility()
    const receiver = await hear(kit)
    await kit.happens('template_category_is_corrected', { template: 'template', category: 'MARKETING' })
    const at = (kit.world().now + 86_400_000) / 1000
    expect(await read(kit, 'category,correct_category')).toMatchObject({
      category: 'UTILITY',
      correct_category: 'MARKETING',
    })
    await kit.advance('1d')
    expect(heard(receiver).map(({ value }) => value)).toMatchObject([
      { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: at },
      { previous_category: 'UTILITY', new_category: 'MARKETING' },
    ])
    const fields = 'category,previous_category,message_send_ttl_seconds'
    expect(await read(kit, fields)).toEqual({
      category: 'MARKETING',
      previous_category: 'UTILITY',
      id: kit.names.template,
    })
    expect(kit.world().need('WhatsAppBusinessHSM', need(kit.names.template)).syncedAt).toBe(kit.world().now + 600_000)
  })

  test('can come at once, and to authentication is a rejection', async () => {
    const kit = utility()
    const receiver = await hear(kit)
    const params = { template: 'template', category: 'MARKETING', at_once: true }
    await kit.happens('template_category_is_corrected', params)
    expect(heard(receiver)).toHaveLength(1)
    expect(await says(kit, 'template_category_is_corrected', params)).toMatch(/is of the category MARKETING/)
    await kit.happens('template_category_is_corrected', { template: 'template', category: 'AUTHENTICATION' })
    await kit.advance('29d')
    expect(await status(kit)).toBe('APPROVED')
    await kit.advance('1d')
    expect(heard(receiver).at(-1)?.value).toMatchObject({ event: 'REJECTED', reason: 'INCORRECT_CATEGORY' })
    expect(await says(kit, 'template_category_is_corrected', params)).toMatch(/is REJECTED/)
  })

  test('a mere detection is told on a field of its own', async () => {
    const kit = utility()
    const receiver = await hear(kit)
    await kit.happens('template_is_found_miscategorized', { template: 'template', category: 'MARKETING' })
    expect(heard(receiver)).toMatchObject([
      { field: 'template_correct_category_detection', value: { category: 'UTILITY', correct_category: 'MARKETING' } },
    ])
  })
})

describe('the archive', () => {
  test('takes what nobody used for 12 months, and it is deleted after 28 days', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    await kit.advance('100d')
    await kit.graph('POST', '/{template}', { body: { message_send_ttl_seconds: 50_000 } })
    await kit.advance('265d')
    expect(await status(kit)).toBe('APPROVED')
    expect(await status(kit, '{template_with_variables}')).toBe('ARCHIVED')
    await kit.advance('100d')
    expect(await status(kit)).toBe('ARCHIVED')
    expect(eventsOf(receiver)).toEqual(['ARCHIVED', 'DELETED', 'ARCHIVED'])
  })

  test('tells of what is put there and taken out by a call', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    const body = { hsm_ids: [kit.names.template] }
    for (const edge of ['archive', 'unarchive']) await kit.graph('POST', `/{waba}/message_templates/${edge}`, { body })
    await kit.advance('0s')
    expect(eventsOf(receiver)).toEqual(['ARCHIVED', 'UNARCHIVED'])
  })
})

describe('the ad sync', () => {
  const syncedAt = (kit: Kit, id = need(kit.names.template)) => kit.world().need('WhatsAppBusinessHSM', id).syncedAt

  test('of a marketing template begins with its approval', async () => {
    const kit = templates()
    const marketing = (await create(kit)).body.id
    const text = 'Your order is ready at the counter.'
    const utility = (await create(kit, { name: 'ready', category: 'UTILITY', components: [{ type: 'BODY', text }] }))
      .body.id
    await kit.advance('1m')
    expect([syncedAt(kit, marketing), syncedAt(kit, utility)]).toEqual([kit.world().now + 600_000, undefined])
  })

  test('of what there is begins when the account is onboarded', async () => {
    const kit = templates((file) => {
      delete file.businesses.client?.termsSigned
      delete file.accounts?.waba?.adAccount
    })
    expect(syncedAt(kit)).toBeUndefined()
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    expect(syncedAt(kit)).toBe(kit.world().now + 600_000)
  })

  test('can fail for good', async () => {
    const kit = templates((file) => {
      if (file.templates?.template_with_variables) file.templates.template_with_variables.category = 'UTILITY'
    })
    await kit.happens('template_ad_sync_fails', { template: 'template' })
    expect(kit.world().need('WhatsAppBusinessHSM', need(kit.names.template)).syncFailed).toBe(true)
    expect(await says(kit, 'template_ad_sync_fails', { template: 'template_with_variables' })).toMatch(/has no ads/)
  })
})

describe('a deletion', () => {
  test('is told', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
    await kit.advance('0s')
    expect(heard(receiver)[0]?.value).toMatchObject({ event: 'DELETED', reason: 'NONE' })
  })

  test('that waits for messages has no reason', async () => {
    const kit = templates()
    const receiver = await hear(kit)
    const { world } = kit
    world().traffic.keep({
      id: 'wamid.1',
      phoneId: need(kit.names.phone),
      accountId: need(kit.names.waba),
      type: 'template',
      templateId: need(kit.names.template),
      category: 'marketing_lite',
      to: '14165550103',
      country: 'CA',
      at: world().now,
      expiresAt: world().now + 1,
      status: 'sent',
      habit: 'is_offline',
      step: 1,
      sharesActivity: true,
    })
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
    await kit.advance('30d')
    expect(heard(receiver).map(({ value }) => [value.event, value.reason])).toEqual([
      ['PENDING_DELETION', null],
      ['DELETED', 'NONE'],
    ])
  })
})

test('only the app that the account is subscribed to hears of its templates', async () => {
  const kit = templates()
  const receiver = await hear(kit)
  await kit.graph('DELETE', '/{waba}/subscribed_apps')
  await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
  await kit.advance('1s')
  expect(receiver.posts).toEqual([])
})

test.each([
  ['FLAGGED', 'APPROVED'],
  ['LOCKED', 'APPROVED'],
  ['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED'],
])('template_is_watched tells %s, and the template is %s', async (event, status) => {
  const kit = templates()
  const receiver = await hear(kit)
  const { body } = await kit.happens('template_is_watched', { template: 'template', event })
  expect(body.result).toEqual({ status })
  expect(heard(receiver).at(-1)?.value.event).toBe(event)
  await kit.happens('template_quality_changes', { template: 'template', score: 'RED' })
  const again = await kit.happens('template_is_watched', { template: 'template', event })
  expect(again.body.error.message).toMatch(/only APPROVED ones are watched/)
})
