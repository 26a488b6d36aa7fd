// node --test
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createEmulator } from 'mmgraph'

// No port: the client is given a fetch.
const emulator = await createEmulator({ world: 'ready-to-send', port: false })
after(() => emulator.close())

/** Your client: it takes a fetch, as many libraries do. */
async function subscribe(fetch, { names, tokens }) {
  const response = await fetch(`https://graph.facebook.com/v24.0/${names.waba}/subscribed_apps`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${tokens.client_business}` },
  })
  return response.json()
}

test('an account is subscribed', async () => {
  assert.deepEqual(await subscribe(emulator.fetch, emulator), { success: true })
})

test('a token that nobody gave is refused', async () => {
  const { fetch, tokens } = emulator
  const response = await fetch('/v24.0/me', { headers: { Authorization: `Bearer ${tokens.client_business}x` } })
  assert.equal((await response.json()).error.code, 190)
})
