// Needs message_status in the answer to a send, which one of Meta's documents has only for messages that are paced.
const { MMGRAPH_PHONE_ID: phone, MMGRAPH_RECIPIENT_NUMBER: to, MMGRAPH_CLIENT_BUSINESS_TOKEN: token } = process.env
const answer = await fetch(`https://graph.facebook.com/v24.0/${phone}/marketing_messages?access_token=${token}`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    messaging_product: 'whatsapp',
    to: `+${to}`,
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'en_US' } },
  }),
})
const { messages } = await answer.json()
if (messages[0].message_status !== 'accepted') {
  console.error('no message_status')
  process.exitCode = 1
}
