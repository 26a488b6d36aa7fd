import type { ErrorDefinition } from './definition.ts'

/** Subscribing a callback. */
export const webhookErrors = {
  callback_verification_failed: {
    status: 400,
    type: 'OAuthException',
    code: 2200,
    message: '(#2200) Callback verification failed with the following errors: <errors>',
    basis: 'observed',
    sources: ['capture-callback-status', 'capture-callback-timeout'],
  },
  callback_challenge_mismatch: {
    status: 400,
    type: 'OAuthException',
    code: 2201,
    message: '(#2201) response does not match challenge, expected value="<expected>", received="<received>"',
    basis: 'observed',
    sources: ['capture-callback-challenge'],
  },
  callback_host_refused: {
    status: 400,
    type: 'OAuthException',
    code: 2200,
    message: '(#2200) Callback verification failed with the following errors: <errors>',
    basis: 'assumed',
    sources: ['capture-callback-status'],
    assumes: 'A rule of this emulator, not of Graph: it posts to loopback hosts only, unless told otherwise.',
  },
  callback_uri_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid callback URI format',
    basis: 'documented',
    sources: ['openapi: subscribeToWabaWebhooks, 400'],
  },
  callback_override_before_subscription: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message:
      '(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
    basis: 'observed',
    sources: ['webhooks-override'],
  },
} as const satisfies Record<string, ErrorDefinition>
