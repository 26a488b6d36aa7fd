// Sends as fast as the server takes them, for some seconds, to recipients that are never the same twice: argv is the URL,
// the token, the seconds and the connections. Prints the requests per second as JSON.
import autocannon from 'autocannon'

const [url, token, seconds = '3', connections = '10', template = 'spring_sale'] = process.argv.slice(2)
let sent = 0

/** Canadian numbers of 555, told apart by their area and their end: each is somebody who reads. */
function recipient() {
  sent += 1
  return `+1416${String(2_000_000 + (sent % 7_999_999))}`
}

const body = () =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: recipient(),
    type: 'template',
    template: {
      name: template,
      language: { policy: 'deterministic', code: 'en_US' },
      ...(template === 'birthday_offer' && {
        components: [
          { type: 'header', parameters: [{ type: 'text', text: 'Robin' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Robin' },
              { type: 'text', text: 'BREAD20' },
            ],
          },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'BREAD20' }] },
        ],
      }),
    },
  })

const { requests, non2xx } = await autocannon({
  url,
  method: 'POST',
  duration: Number(seconds),
  connections: Number(connections),
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'user-agent': 'bench/1.0.0' },
  setupClient: (client) => {
    client.setBody(body())
    client.on('response', () => client.setBody(body()))
  },
})
process.stdout.write(JSON.stringify({ rate: requests.average, refused: non2xx }))
