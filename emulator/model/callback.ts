import type { Fail } from '../failure.ts'
import type { Handshake } from '../webhooks/handshake.ts'

/** A URL that a webhook can be posted to, or undefined when it is none. */
export function readCallback(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
}

/**
 * Fails unless the callback answered 200 with the challenge as its whole body.
 * @see sources webhooks-endpoint, capture-callback-status, capture-callback-challenge
 */
export function acceptHandshake(
  handshake: Handshake,
  fail: Fail<'callback_host_refused' | 'callback_verification_failed' | 'callback_challenge_mismatch'>,
): void {
  const { challenge, outcome, refused } = handshake
  if (refused) fail('callback_host_refused', refused, { errors: refused })
  const { status, statusText, error, curl, body } = outcome
  if (status === 0) {
    const errors = `curl_errno = ${curl}; curl_error = ${error}; HTTP Status Code = 0`
    fail('callback_verification_failed', `the callback did not answer (${error}); it must answer 200`, { errors })
  }
  if (status !== 200) {
    const errors = `HTTP Status Code = ${status}; HTTP Message = ${statusText}`
    fail('callback_verification_failed', `the callback answered ${status}; it must answer 200`, { errors })
  }
  if (body !== challenge) {
    const why = 'the callback answered 200, but its body is not the value of hub.challenge and nothing else'
    fail('callback_challenge_mismatch', why, { expected: challenge, received: body.slice(0, 100) })
  }
}
