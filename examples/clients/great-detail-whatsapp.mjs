// A session with @great-detail/whatsapp.
import { CloudAPI } from '@great-detail/whatsapp'
import { missing, phone, refused, step, template, to, token, waba } from './session.mjs'

const client = new CloudAPI({ graphVersion: 'v25.0', request: { headers: { Authorization: `Bearer ${token}` } } })
const sends = (of) => client.message.createMessage({ phoneNumberID: phone, to, type: 'template', template: of }).json()

await step('message.createMessage() sends a template to /messages', async () => {
  const { messages } = await sends(template)
  return messages[0].message_status
})

let some
await step('template.list() gets one page: it has no parameter for the cursor of the next', async () => {
  const { data, paging } = await client.template.list(waba, { fields: ['name'], limit: 2 }).json()
  some = data[0].id
  return `${data.length} templates, ${paging.next ? 'and more are there' : 'which are all'}`
})

await step('template.get() reads one', async () => {
  const { name, status } = await client.template.get(some, { fields: ['name', 'status'] }).json()
  return name ? status : 'nothing'
})

await refused(
  'message.createMessage() with a template that is not there',
  () => sends(missing),
  ({ name, response }) => `${name}, status ${response.status}`,
)
