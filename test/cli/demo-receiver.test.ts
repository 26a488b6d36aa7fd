import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startReceiver } from '../../emulator/cli/demo-receiver.ts'

const SECRET = 'a-secret-of-a-test'
const webhook = (value: unknown): string =>
  JSON.stringify({ entry: [{ changes: [{ field: 'account_update', value }] }] })
const right = webhook({ event: 'MM_LITE_TERMS_SIGNED', waba_info: { waba_id: '7' } })

/** A receiver, what it told, and a signed POST to it, which resolves to the status. */
async function receiver() {
  const told: string[] = []
  const { url, close } = await startReceiver(SECRET, (text) => void told.push(text))
  onTestFinished(close)
  const post = async (body: string): Promise<number> => {
    const signature = createHmac('sha256', SECRET).update(body).digest('hex')
    const headers = { 'x-hub-signature-256': `sha256=${signature}` }
    return (await fetch(url, { method: 'POST', body, headers })).status
  }
  return { url, told, post }
}

test.each(['', '{', 'null', '[]', '{"entry": 5}', '{"entry": []}', webhook(null), webhook({ event: 'X' })])(
  'the receiver of the demo refuses %j with 400, and goes on',
  async (body) => {
    const { told, post } = await receiver()
    expect(await post(body)).toBe(400)
    expect(await post(right)).toBe(200)
    expect(told).toEqual([
      'a body that is no webhook of an account (signature right)',
      'webhook MM_LITE_TERMS_SIGNED for account 7 (signature right)',
    ])
  },
)

test('it goes on after a body that broke off, and after an address that is none', async () => {
  const { url, post } = await receiver()
  const port = Number(new URL(url).port)
  const cut = connect(port, '127.0.0.1')
  cut.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{')
  await new Promise((resolve) => cut.on('ready', resolve))
  cut.destroy()
  const odd = connect(port, '127.0.0.1')
  odd.write('GET // HTTP/1.1\r\nHost: a\r\n\r\n')
  await new Promise((resolve) => odd.once('data', resolve))
  odd.destroy()
  expect(await post(right)).toBe(200)
})
