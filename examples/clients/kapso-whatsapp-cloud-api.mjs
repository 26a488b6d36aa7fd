// A session with @kapso/whatsapp-cloud-api.
import { buildTemplateSendPayload, WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { missing, other, phone, refused, step, template, to, token, waba } from './session.mjs'

const client = new WhatsAppClient({ accessToken: token, graphVersion: 'v25.0' })
const built = ({ name, language }) => buildTemplateSendPayload({ name, language: language.code })

await step('request() sends a template to /marketing_messages', async () => {
  const body = {
    messagingProduct: 'whatsapp',
    recipientType: 'individual',
    to,
    type: 'template',
    template: built(template),
  }
  const { messages } = await client.request('POST', `${phone}/marketing_messages`, { body, responseType: 'json' })
  return messages[0].messageStatus
})

await step('messages.sendTemplate() sends it to somebody else by /messages', async () => {
  const { messages } = await client.messages.sendTemplate({
    phoneNumberId: phone,
    to: other,
    template: built(template),
  })
  return `${messages.length} message`
})

await step('templates.list() goes through all pages by their cursors', async () => {
  const names = []
  let after
  do {
    const page = await client.templates.list({ businessAccountId: waba, limit: 2, after })
    names.push(...page.data.map(({ name }) => name))
    after = page.data.length > 0 ? page.paging?.cursors?.after : undefined
  } while (after)
  return `${names.length} templates`
})

await step('request() reads the phone number', async () => {
  const read = await client.request('GET', phone, {
    query: { fields: 'verified_name,quality_rating' },
    responseType: 'json',
  })
  return Object.keys(read).sort().join(', ')
})

await refused(
  'messages.sendTemplate() with a template that is not there',
  () => client.messages.sendTemplate({ phoneNumberId: phone, to, template: built(missing) }),
  ({ name, code, category, retry }) => `${name} ${code}, ${category}, ${retry.action}`,
)
