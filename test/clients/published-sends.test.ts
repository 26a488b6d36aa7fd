import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudAPI } from '@great-detail/whatsapp'
import { buildTemplateSendPayload, GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Kit, need, receive, subscribe } from '../kit.ts'
import { PNG } from '../media.ts'
import { birthday, message } from '../sends.ts'
import { BODY, wish } from '../template-cases.ts'
import { nodeSdk, type Served, served, type Untyped, whatsappApiJs } from './served.ts'

const TO = '+14165550100'
const WAMID = /^wamid\.[A-Za-z0-9+/]+=*$/
const SALE = { name: 'spring_sale', language: 'en_US' }

/** A world that can send, and the ids that its callers need. */
async function sending(): Promise<Served & { readonly phone: string; readonly waba: string; readonly token: string }> {
  const place = await served('ready-to-send')
  const { names, tokens } = place.kit
  return { ...place, phone: need(names.phone), waba: need(names.waba), token: need(tokens.client_business) }
}

/** A customer writes, so that the window is open: the id of what they wrote. */
async function customerWrites(kit: Kit, body = 'Is the rye bread still warm?'): Promise<string> {
  const { body: happened } = await kit.happens('customer_sends_message', {
    phone: 'phone',
    from: 'recipient',
    text: { body },
  })
  return happened.result.message
}

const fates = (kit: Kit) =>
  kit
    .world()
    .traffic.messages.list()
    .map(({ category, status }) => `${category} ${status}`)

/** Subscribes the app and the account to what becomes of messages, at a receiver that is up. */
async function hearAt(kit: Kit, url: string): Promise<void> {
  await subscribe(kit, { url, posts: [], handshakes: [], answers: [] }, 'app', ['messages'])
  expect((await kit.graph('POST', '/{waba}/subscribed_apps')).body).toEqual({ success: true })
}

/** A server of a client's own webhook handler, on loopback. */
async function handlerAt(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

describe('@kapso/whatsapp-cloud-api', () => {
  const clientOf = ({ url, token }: { url: string; token: string }, graphVersion = 'v25.0') =>
    new WhatsAppClient({ accessToken: token, baseUrl: url, graphVersion })
  // Its own builder makes types that its own sender does not take.
  const templateOf = (input: Parameters<typeof buildTemplateSendPayload>[0]): Untyped => buildTemplateSendPayload(input)

  test('sends a template through marketing messages, and one with the variables that its builder makes', async () => {
    const place = await sending()
    const client = clientOf(place)
    const market = (body: object): Promise<Untyped> =>
      client.request('POST', `${place.phone}/marketing_messages`, { body, responseType: 'json' })
    const common = { messagingProduct: 'whatsapp', recipientType: 'individual', to: TO, type: 'template' }
    const plain = await market({ ...common, template: templateOf(SALE), productPolicy: 'STRICT' })
    expect(plain).toEqual({
      messagingProduct: 'whatsapp',
      contacts: [{ input: TO, waId: '14165550100' }],
      messages: [{ id: expect.stringMatching(WAMID), messageStatus: 'accepted' }],
    })
    const template = templateOf({
      name: 'birthday_offer',
      language: 'en_US',
      header: { type: 'text', text: 'Robin' },
      body: [
        { type: 'text', text: 'Robin' },
        { type: 'text', text: 'BREAD20' },
      ],
      buttons: [{ type: 'button', subType: 'url', index: 0, parameters: [{ type: 'text', text: 'BREAD20' }] }],
    })
    expect((await market({ ...common, template, messageActivitySharing: true })).messages).toHaveLength(1)
    await place.kit.advance('1m')
    expect(fates(place.kit)).toEqual(['marketing_lite read', 'marketing_lite read'])
  })

  test('sends a template on the Cloud API, then text and buttons within the window, and marks as read', async () => {
    const place = await sending()
    const client = clientOf(place)
    const to = { phoneNumberId: place.phone, to: TO }
    await client.messages.sendTemplate({ ...to, template: templateOf(SALE) })
    const messageId = await customerWrites(place.kit)
    const read = { phoneNumberId: place.phone, messageId, typingIndicator: { type: 'text' } as const }
    expect(await client.messages.markRead(read)).toEqual({ success: true })
    await client.messages.sendText({ ...to, body: 'Warm and waiting: https://juniper.example', previewUrl: true })
    const buttons = [
      { id: 'one', title: 'One loaf' },
      { id: 'two', title: 'Two loaves' },
    ]
    await client.messages.sendInteractiveButtons({ ...to, bodyText: 'How many?', buttons, contextMessageId: messageId })
    await place.kit.advance('1m')
    expect(fates(place.kit)).toEqual(['marketing read', 'service read', 'service read'])
  })

  test('uploads media, sends it, reads it back and deletes it', async () => {
    const place = await sending()
    const client = clientOf(place)
    await customerWrites(place.kit)
    const file = new Blob([new Uint8Array(PNG)], { type: 'image/png' })
    const upload = { phoneNumberId: place.phone, type: 'image/png', file, fileName: 'rye.png' }
    const { id: mediaId } = (await client.media.upload(upload)) as { id: string }
    const image = { id: mediaId, caption: 'Rye' }
    const sent = await client.messages.sendImage({ phoneNumberId: place.phone, to: TO, image })
    expect(sent.messages[0]?.id).toMatch(WAMID)
    const bytes = (await client.media.download({ mediaId, auth: 'always' })) as ArrayBuffer
    expect(Buffer.from(bytes)).toEqual(PNG)
    expect(await client.media.delete({ mediaId, phoneNumberId: place.phone })).toEqual({ success: true })
    const again = await client.messages.sendImage({ phoneNumberId: place.phone, to: TO, image }).catch(String)
    expect(again).toContain('is not a valid whatsapp business account media attachment ID')
  })

  test('creates a template, finds it, sends it once it is approved, and deletes it', async () => {
    const place = await sending()
    const client = clientOf(place)
    const businessAccountId = place.waba
    const wanted = { name: 'open_again', language: 'en_US', category: 'MARKETING', components: [BODY] } as const
    const made = await client.templates.create({ businessAccountId, ...wanted, components: [BODY] })
    expect(made).toMatchObject({ id: expect.stringMatching(/^\d{16}$/), status: 'PENDING', category: 'MARKETING' })
    await place.kit.advance('1h')
    const { data } = await client.templates.list({ businessAccountId, name: 'open_again', limit: 5 })
    expect(data).toMatchObject([{ name: 'open_again', status: 'APPROVED', components: [BODY] }])
    const template = templateOf({ name: 'open_again', language: 'en_US' })
    expect(await client.messages.sendTemplate({ phoneNumberId: place.phone, to: TO, template })).toBeTruthy()
    expect(await client.templates.delete({ businessAccountId, name: 'open_again' })).toEqual({ success: true })
    const gone = await client.templates.list({ businessAccountId, name: 'open_again' })
    expect(gone.data).toMatchObject([{ status: 'PENDING_DELETION' }])
  })

  test('throws its own error: code, details, category, whether to try again', async () => {
    const place = await sending()
    const client = clientOf(place)
    const to = { phoneNumberId: place.phone, to: TO }
    const missing = templateOf({ name: 'no_such_sale', language: 'en_US' })
    const unknown = await client.messages.sendTemplate({ ...to, template: missing }).catch((thrown: unknown) => thrown)
    expect(unknown).toBeInstanceOf(GraphApiError)
    expect(unknown).toMatchObject({
      httpStatus: 404,
      code: 132001,
      type: 'OAuthException',
      category: 'template',
      details: 'template name (no_such_sale) does not exist in en_US',
      fbtraceId: expect.stringMatching(/^A/),
      retry: { action: 'fix_and_retry' },
    })
    expect((unknown as GraphApiError).isTemplateError()).toBe(true)
    const stranger = clientOf({ ...place, token: 'EAAnobody' })
    const refused = await stranger.messages.sendText({ ...to, body: 'Hi' }).catch((thrown: unknown) => thrown)
    expect(refused).toMatchObject({ code: 190, category: 'authorization', retry: { action: 'refresh_token' } })
    const many = Array.from({ length: 50 }, () => client.messages.sendText({ ...to, body: 'Hi' }))
    const throttled = (await Promise.allSettled(many)).filter(({ status }) => status === 'rejected')
    expect(throttled[0]).toMatchObject({ reason: { code: 131056, category: 'throttling' } })
  })

  test('its webhook code takes a status and a message, with its signature check', async () => {
    const place = await sending()
    const receiver = await receive()
    await hearAt(place.kit, receiver.url)
    const template = templateOf(SALE)
    await clientOf(place).messages.sendTemplate({ phoneNumberId: place.phone, to: TO, template })
    await customerWrites(place.kit, 'Schön! 🥖 1/2 please')
    await place.kit.advance('1m')
    const appSecret = need(place.kit.secrets.app)
    const events = receiver.posts.map(({ raw, headers, json }) => {
      const signatureHeader = String(headers['x-hub-signature-256'])
      expect(verifySignature({ appSecret, rawBody: raw, signatureHeader })).toBe(true)
      expect(verifySignature({ appSecret, rawBody: `${raw} `, signatureHeader })).toBe(false)
      return normalizeWebhook(json)
    })
    const told = events.flatMap((event) => event.statuses)
    expect(told.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
    expect(told[0]).toMatchObject({
      recipientId: '14165550100',
      pricing: { pricingModel: 'PMP', category: 'marketing' },
    })
    expect(events.flatMap(({ messages }) => messages)).toMatchObject([
      { type: 'text', from: '14165550100', text: { body: 'Schön! 🥖 1/2 please' }, kapso: { direction: 'inbound' } },
    ])
    expect(events[0]).toMatchObject({ phoneNumberId: place.phone, displayPhoneNumber: '14165550190' })
  })
})

describe('@great-detail/whatsapp', () => {
  const clientOf = ({ url, token }: { url: string; token: string }): Untyped =>
    new CloudAPI({ prefixUrl: url, graphVersion: 'v24.0', request: { headers: { Authorization: `Bearer ${token}` } } })

  test('sends a template with variables, text within the window, and marks as read', async () => {
    const place = await sending()
    const client = clientOf(place)
    const to = { phoneNumberID: place.phone, to: TO }
    const template = { ...birthday, language: { code: 'en_US' } }
    const sent = await client.message.createMessage({ ...to, type: 'template', template }).json()
    expect(sent.messages).toEqual([{ id: expect.stringMatching(WAMID), message_status: 'accepted' }])
    const message_id = await customerWrites(place.kit)
    const read = { phoneNumberID: place.phone, status: 'read', message_id }
    expect(await client.message.createStatus(read).json()).toEqual({ success: true })
    await client.message.createMessage({ ...to, type: 'text', text: { body: 'It is!' } })
    await place.kit.advance('1m')
    expect(fates(place.kit)).toEqual(['marketing read', 'service read'])
  })

  test('uploads media, finds its address, downloads it under the host of Meta, and sends it', async () => {
    const place = await sending()
    const client = clientOf(place)
    await customerWrites(place.kit)
    const file = new Blob([new Uint8Array(PNG)], { type: 'image/png' })
    const upload = { phoneNumberID: place.phone, file, filename: 'rye.png', mimeType: 'image/png' }
    const { id } = await client.media.upload(upload).json()
    const { url: mediaURL, ...media } = await client.media.getURL({ mediaID: id }).json()
    expect(media).toMatchObject({ id, mime_type: 'image/png', file_size: PNG.byteLength })
    const request = { headers: { Authorization: `Bearer ${place.token}` } }
    expect(Buffer.from(await client.media.download({ mediaURL, request }).arrayBuffer())).toEqual(PNG)
    const image = { phoneNumberID: place.phone, to: TO, type: 'image', image: { id } }
    expect((await client.message.createMessage(image).json()).messages).toHaveLength(1)
    expect(await client.media.delete({ mediaID: id }).json()).toEqual({ success: true })
  })

  test('creates, reads, lists and deletes templates', async () => {
    const place = await sending()
    const { template } = clientOf(place)
    const { id } = await template.create(place.waba, wish()).json()
    expect(await template.get(id, { fields: ['name', 'status'] }).json()).toEqual({
      id,
      name: 'open_again',
      status: 'PENDING',
    })
    const approved = { status: ['APPROVED'], category: 'MARKETING', fields: ['name'], limit: 10 }
    const { data } = await template.list(place.waba, approved).json()
    expect(data.map(({ name }: Untyped) => name).sort()).toEqual(['birthday_offer', 'spring_sale'])
    expect(await template.delete(place.waba, { name: 'open_again', hsm_id: id }).json()).toEqual({ success: true })
  })

  test('throws the error of its transport, whose reply has the code', async () => {
    const place = await sending()
    const template = { name: 'no_such_sale', language: { code: 'en_US' } }
    const wanted = { phoneNumberID: place.phone, to: TO, type: 'template', template }
    const error = await clientOf(place)
      .message.createMessage(wanted)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'HTTPError', response: { status: 404 } })
    expect((await error.response.json()).error).toMatchObject({
      code: 132001,
      error_data: { messaging_product: 'whatsapp' },
    })
  })

  test('its webhook handler shakes hands, checks both signatures, and gives what came', async () => {
    const place = await sending()
    const { webhook } = clientOf(place)
    const secret = need(place.kit.secrets.app)
    const heard: Untyped[] = []
    const url = await handlerAt(async (incoming, outgoing) => {
      const { method = '', headers } = incoming
      const query = Object.fromEntries(new URL(incoming.url ?? '/', 'http://handler').searchParams)
      if (method === 'GET') {
        const registration = await webhook.register({ method, query })
        outgoing.end(registration.verifyToken === 'let-me-in' ? registration.accept() : registration.reject())
        return
      }
      const event = await webhook.eventNotification({ method, headers, body: await textOf(incoming) })
      await event.verifySignature(secret)
      expect(await event.signature.sha1.check(secret)).toBe(true)
      expect(await event.checkSignature('another secret')).toBe(false)
      heard.push(event.eventNotification.entry[0].changes[0].value)
      outgoing.end(event.accept())
    })
    await hearAt(place.kit, url)
    await place.kit.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', body: message() })
    await customerWrites(place.kit, 'Größe L / XL')
    await place.kit.advance('1m')
    expect(
      heard.flatMap((value) => value.statuses ?? value.messages).map((one) => one.status ?? one.text.body),
    ).toEqual(['Größe L / XL', 'sent', 'delivered', 'read'])
  })
})

describe('whatsapp-api-js', () => {
  const load = async (): Promise<Untyped> => ({
    ...(await import('whatsapp-api-js')),
    ...(await import('whatsapp-api-js/messages')),
    middleware: await import('whatsapp-api-js/middleware/node-http'),
  })

  test('sends a template of its own classes through marketing messages and the Cloud API', async () => {
    const place = await sending()
    const api = await load()
    const client = whatsappApiJs(api.WhatsAppAPI, place, { token: 'client_business' })
    const template = new api.Template(
      'birthday_offer',
      'en_US',
      new api.HeaderComponent(new api.HeaderParameter('Robin')),
      new api.BodyComponent(new api.BodyParameter('Robin'), new api.BodyParameter('BREAD20')),
      new api.URLComponent('BREAD20'),
    )
    const body = { messaging_product: 'whatsapp', to: TO, type: 'template', template }
    const marketed = await client.getBody(
      client.$$apiFetch$$(`https://graph.facebook.com/v24.0/${place.phone}/marketing_messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    expect(marketed.messages).toEqual([{ id: expect.stringMatching(WAMID), message_status: 'accepted' }])
    const sent = await client.sendMessage(place.phone, TO, template, undefined, 'order-7')
    expect(sent.contacts).toEqual([{ input: TO, wa_id: '14165550100' }])
    await place.kit.advance('1m')
    expect(fates(place.kit)).toEqual(['marketing_lite read', 'marketing read'])
  })

  test('uploads media, sends it within the window, and deletes it', async () => {
    const place = await sending()
    const api = await load()
    const client = whatsappApiJs(api.WhatsAppAPI, place, { token: 'client_business' })
    await customerWrites(place.kit)
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), 'rye.png')
    const { id } = await client.uploadMedia(place.phone, form)
    const sent = await client.sendMessage(place.phone, TO, new api.Image(id, true, 'Rye'))
    expect(sent.messages[0].id).toMatch(WAMID)
    const { url } = await client.retrieveMedia(id, place.phone)
    expect(Buffer.from(await (await client.fetchMedia(url)).arrayBuffer())).toEqual(PNG)
    expect(await client.deleteMedia(id)).toEqual({ success: true })
    expect((await client.sendMessage(place.phone, TO, new api.Image(id, true))).error.code).toBe(100)
  })

  test('its server takes statuses and messages, marks as read and answers', async () => {
    const place = await sending()
    const api = await load()
    const client = whatsappApiJs(api.middleware.WhatsAppAPI, place, {
      token: 'client_business',
      webhookVerifyToken: 'let-me-in',
    })
    const told: string[] = []
    client.on.status = ({ status, pricing }: Untyped) => told.push(`${status} ${pricing?.category ?? ''}`.trim())
    client.on.message = async ({ message: { text }, from, received, reply }: Untyped) => {
      told.push(`${from}: ${text.body}`)
      expect(await received('text')).toEqual({ success: true })
      expect((await reply(new api.Text('Yes!'), true)).messages).toHaveLength(1)
    }
    const url = await handlerAt(async (incoming, outgoing) => {
      if (incoming.method === 'GET') outgoing.end(client.handle_get(incoming))
      else outgoing.writeHead(await client.handle_post(incoming)).end()
    })
    await hearAt(place.kit, url)
    await customerWrites(place.kit, 'Übrig? 🥖')
    await place.kit.advance('1m')
    expect(told).toEqual(['14165550100: Übrig? 🥖', 'sent service', 'delivered service', 'read'])
    const { deliveries } = place.kit.world()
    expect(deliveries.list().every(({ status }) => status === 200)).toBe(true)
  })
})

describe('facebook-nodejs-business-sdk', () => {
  test('sends through marketing messages, and gets its own error with the code', async () => {
    const place = await sending()
    const { api } = nodeSdk(place.url, place.token)
    const send = (template: object): Promise<Untyped> =>
      api.call('POST', [place.phone, 'marketing_messages'], message({ product_policy: 'STRICT' }, template))
    expect((await send({})).messages[0].id).toMatch(WAMID)
    expect((await send(birthday)).messages[0].message_status).toBe('accepted')
    const error = await send({ name: 'no_such_sale' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'FacebookRequestError', status: 404, response: { code: 132001 } })
  })

  test('creates, lists and deletes templates of an account', async () => {
    const place = await sending()
    const { WhatsAppBusinessAccount } = nodeSdk(place.url, place.token)
    const account = new WhatsAppBusinessAccount(place.waba)
    const made = await account.createMessageTemplate([], wish())
    expect(made._data).toMatchObject({ id: expect.stringMatching(/^\d{16}$/), status: 'PENDING' })
    let page = await account.getMessageTemplates(['name'], { limit: 2 })
    const names = [...page].map(({ name }) => name)
    while (page.hasNext()) {
      page = await page.next()
      names.push(...[...page].map(({ name }) => name))
    }
    expect(names.sort()).toEqual(['birthday_offer', 'open_again', 'spring_sale'])
    await account.deleteMessageTemplates({ name: 'open_again' })
    expect([...(await account.getMessageTemplates(['name'], {}))]).toHaveLength(2)
  })
})
