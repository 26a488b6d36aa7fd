import { appMessageTypes } from '../app-data.ts'
import { defineWebhook } from '../webhook.ts'
import { appMessage } from './app-messages.ts'
import { about, one } from './message-shapes.ts'

/** What a business sends with its WhatsApp Business app. */
export const smbMessageEchoes = defineWebhook({
  field: 'smb_message_echoes',
  events: {
    message_echoes: {
      cause: 'A business that is on the Cloud API wrote with its WhatsApp Business app',
      entry: 'account',
      value: about({ message_echoes: one({ anyOf: appMessageTypes.map((type) => appMessage(type, {}, ['to'])) }) }, [
        'message_echoes',
      ]),
      sources: ['echoes-webhook', 'coexistence: Mirror new WhatsApp Business app messages'],
    },
  },
  basis: 'documented',
  sources: ['echoes-webhook'],
})
