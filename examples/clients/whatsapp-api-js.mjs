// A session with whatsapp-api-js. It has no calls of its own for templates and metrics: these go by its fetch.
import { WhatsAppAPI } from 'whatsapp-api-js'
import { Language, Template } from 'whatsapp-api-js/messages'
import { message, missing, other, phone, step, template, to, token, waba } from './session.mjs'

const client = new WhatsAppAPI({ token, secure: false, v: 'v25.0' })
const sale = new Template(template.name, new Language('en_US'))
const graph = (path, options) =>
  client.getBody(client.$$apiFetch$$(`https://graph.facebook.com/v25.0/${path}`, options))

await step('$$apiFetch$$() sends a template to /marketing_messages', async () => {
  const { messages } = await graph(`${phone}/marketing_messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(message(template)),
  })
  return messages[0].message_status
})

await step('sendMessage() sends it to somebody else by /messages', async () => {
  const { messages } = await client.sendMessage(phone, other, sale)
  return messages[0].message_status
})

await step('$$apiFetch$$() lists templates, page by page by their cursors', async () => {
  const names = []
  let path = `${waba}/message_templates?fields=name&limit=2`
  while (path) {
    const { data, paging } = await graph(path)
    names.push(...data.map(({ name }) => name))
    path = paging?.next && `${waba}/message_templates?fields=name&limit=2&after=${paging.cursors.after}`
  }
  return `${names.length} templates`
})

await step('$$apiFetch$$() reads the account', async () => {
  const read = await graph(`${waba}?fields=name,currency`)
  return Object.keys(read).sort().join(', ')
})

await step('uploadMedia(), retrieveMedia() and deleteMedia() of a picture', async () => {
  // The least PNG there is: one pixel.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  )
  const form = new FormData()
  form.set('file', new Blob([png], { type: 'image/png' }), 'sale.png')
  const { id } = await client.uploadMedia(phone, form)
  const { mime_type } = await client.retrieveMedia(id, phone)
  const { success } = await client.deleteMedia(id)
  return `${mime_type}, ${success ? 'deleted' : 'still there'}`
})

await step('sendMessage() with a template that is not there', async () => {
  const { error } = await client.sendMessage(phone, to, new Template(missing.name, new Language('en_US')))
  return `no throw: an object with error ${error.code}`
})
