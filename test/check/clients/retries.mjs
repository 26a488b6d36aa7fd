// Sends one message as HOW says: careless (whatever comes), again (three times), for-ever, hangs.
const { MMGRAPH_PHONE_ID: phone, MMGRAPH_RECIPIENT_NUMBER: to, MMGRAPH_CLIENT_BUSINESS_TOKEN: token } = process.env
const [how] = process.argv.slice(2)

async function send() {
  const answer = await fetch(`https://graph.facebook.com/v24.0/${phone}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: `+${to}`,
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    }),
  })
  return answer.ok
}

const MOST = { careless: 1, again: 3, hangs: 1, 'for-ever': Number.POSITIVE_INFINITY }[how]
let sent = false
for (let tries = 0; tries < MOST && !sent; tries += 1) sent = await send()
if (!sent && how === 'hangs') setInterval(() => undefined, 1000)
else if (!sent && how !== 'careless') {
  console.error('gave up')
  process.exitCode = 1
}
