// npx vitest run
import { createEmulator } from 'mmgraph'
import { afterAll, beforeEach, expect, test } from 'vitest'

const heard = []
const emulator = await createEmulator({
  world: 'ready-to-send',
  callback: async (webhook) => heard.push(await webhook.json()),
})
beforeEach(() => {
  emulator.reset()
  heard.length = 0
})
afterAll(() => emulator.close())

/** Your client: it is given a host and a token, and knows nothing of mmgraph. */
function send({ url, names, tokens, people }) {
  return fetch(`${url}/v24.0/${names.phone}/marketing_messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${tokens.client_business}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: `+${people.recipient}`,
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    }),
  })
}

const statuses = () => heard.flatMap(({ entry }) => entry[0].changes[0].value.statuses.map(({ status }) => status))

test('a template is sent, delivered and read', async () => {
  const response = await send(emulator)
  expect(response.status).toBe(200)
  await emulator.advance('1m')
  expect(statuses()).toEqual(['sent', 'delivered', 'read'])
  expect((await emulator.report()).findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a customer writes back', async () => {
  await emulator.happen('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } })
  expect(heard[0].entry[0].changes[0].value.messages[0].text.body).toBe('Rye?')
})
