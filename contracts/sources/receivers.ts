import type { Source } from '../source.ts'

/** What published receivers of webhooks do and did wrong. */
export const receiverSources = {
  'capture-signed-handshake': {
    title: 'A receiver that asks for a signature of the handshake can never be registered (elizaOS/eliza)',
    date: '2026-08-06',
    url: 'https://github.com/elizaOS/eliza/issues/17823',
  },
  'capture-written-anew': {
    title: 'A signature of a body that was parsed and written anew is wrong (tawn33y/whatsapp-cloud-api)',
    date: '2023',
    url: 'https://github.com/tawn33y/whatsapp-cloud-api/issues/60',
  },
} as const satisfies Record<string, Source>
