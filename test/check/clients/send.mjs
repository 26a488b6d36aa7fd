// The least client there is: fetch, the host written in, and what the environment says.
const { MMGRAPH_PHONE_ID: phone, MMGRAPH_RECIPIENT_NUMBER: to } = process.env
const token = process.env.TOKEN ?? process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN
const host = process.env.HOST ?? 'https://graph.facebook.com/v24.0'

const answer = await fetch(`${host}/${phone}/marketing_messages`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({
    messaging_product: 'whatsapp',
    to: `+${to}`,
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'en_US' } },
  }),
})
const { messages, error } = await answer.json()
if (!messages) throw new Error(error.message)
console.log(`sent ${messages[0].id.slice(0, 6)}`)
