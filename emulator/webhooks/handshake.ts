import type { Outcome, Transport } from './transport.ts'

/** The challenge that was sent and what came back. */
export interface Handshake {
  readonly challenge: string
  readonly outcome: Outcome
  /** Why this emulator did not even ask. */
  readonly refused?: string
}

/** Meta is reported to wait about 6 seconds. @see sources capture-callback-timeout */
const TIMEOUT = 6000

/**
 * Asks a callback to echo a challenge, as Graph does before it answers a subscription.
 * @see sources webhooks-endpoint, graph-webhooks
 */
export async function shakeHands(
  send: Transport,
  callback: URL,
  verifyToken: string,
  challenge: string,
): Promise<Handshake> {
  const url = new URL(callback)
  // Dots in the names, and every value encoded; the callback's own query stays.
  url.searchParams.append('hub.mode', 'subscribe')
  url.searchParams.append('hub.challenge', challenge)
  url.searchParams.append('hub.verify_token', verifyToken)
  return { challenge, outcome: await send({ url: url.href, method: 'GET', timeout: TIMEOUT }) }
}
