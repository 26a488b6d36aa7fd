// NODE_OPTIONS=--experimental-vm-modules npx jest --testMatch '**/*.test.mjs'
// jest runs ES modules behind this flag; beforeAll, afterAll, test and expect are its globals.
import { createEmulator } from 'mmgraph'

let emulator

beforeAll(async () => {
  emulator = await createEmulator({ world: 'ready-to-send', callback: () => undefined })
})
afterAll(() => emulator.close())

test('a recipient who has had enough: 200, and failed with 131049', async () => {
  const { url, names, tokens } = emulator
  const response = await fetch(`${url}/v24.0/${names.phone}/marketing_messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${tokens.client_business}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: '+14165550111',
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    }),
  })
  expect(response.status).toBe(200)
  await emulator.advance('1m')
  const [{ body }] = emulator.deliveries()
  expect(JSON.parse(body).entry[0].changes[0].value.statuses[0]).toMatchObject({
    status: 'failed',
    errors: [{ code: 131049 }],
  })
})
