import { qualityScores } from '../nodes/message-template.ts'
import { templateNamed } from '../template-webhook.ts'
import { defineWebhook } from '../webhook.ts'

/** What people think of a template changed. @see ruling template-quality-field */
export const templateQualityUpdate = defineWebhook({
  field: 'message_template_quality_update',
  events: {
    changed: {
      cause: 'The quality score changed; after a pause it begins anew',
      entry: 'account',
      value: {
        type: 'object',
        properties: {
          previous_quality_score: { enum: qualityScores },
          new_quality_score: { enum: qualityScores },
          ...templateNamed,
        },
        required: ['previous_quality_score', 'new_quality_score', ...Object.keys(templateNamed)],
        additionalProperties: false,
      },
      sources: ['template-quality-webhook'],
    },
  },
  basis: 'documented',
  sources: ['template-quality-webhook'],
})
