import { text } from '../shapes.ts'
import { templateNamed } from '../template-webhook.ts'
import { defineWebhook } from '../webhook.ts'

/** The words of a template were edited. */
export const templateComponentsUpdate = defineWebhook({
  field: 'message_template_components_update',
  events: {
    edited: {
      cause: 'A template was edited; its new header text, body, footer and buttons',
      entry: 'account',
      value: {
        type: 'object',
        properties: {
          ...templateNamed,
          message_template_element: text,
          message_template_title: text,
          message_template_footer: text,
          message_template_buttons: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                message_template_button_type: text,
                message_template_button_text: text,
                message_template_button_url: text,
                message_template_button_phone_number: text,
              },
              required: ['message_template_button_type'],
              additionalProperties: false,
            },
          },
        },
        required: [...Object.keys(templateNamed), 'message_template_element'],
        additionalProperties: false,
      },
      sources: ['template-components-webhook'],
    },
  },
  basis: 'documented',
  sources: ['template-components-webhook', 'meta-whatsapp-rs'],
})
