import type { Target } from '../../scenarios/play.ts'
import { createEmulator } from '../emulator.ts'
import type { Transport } from '../webhooks/transport.ts'

/** Nobody is posted to: what would be posted is in the log of the world, which the steps look at. */
const transport: Transport = ({ url, method }) => {
  const challenge = method === 'GET' ? (new URL(url).searchParams.get('hub.challenge') ?? '') : ''
  return Promise.resolve({ status: 200, statusText: 'OK', body: challenge })
}

/** An emulator of its own for one scenario. */
export function inProcess(): { target: Target; close: () => void } {
  const emulator = createEmulator({ transport })
  const fetch = async (url: string, init?: RequestInit): Promise<Response> => emulator.fetch(new Request(url, init))
  const target = { url: 'http://127.0.0.1', fetch, callback: 'http://127.0.0.1/webhooks' }
  return { target, close: () => emulator.close() }
}
