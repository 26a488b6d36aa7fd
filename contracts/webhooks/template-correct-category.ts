import { templateCategoryChange } from '../template-webhook.ts'
import { defineWebhook } from '../webhook.ts'

/** What Meta found to be the right category of a template. */
export const templateCorrectCategory = defineWebhook({
  field: 'template_correct_category_detection',
  events: {
    detected: {
      cause: 'Its content was found to be of another category',
      entry: 'account',
      value: templateCategoryChange({ category: true, correct_category: true }),
      sources: ['meta-whatsapp-rs: TemplateCorrectCategoryDetectionValue'],
    },
  },
  basis: 'observed',
  sources: ['meta-whatsapp-rs'],
})
