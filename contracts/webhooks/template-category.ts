import { integer } from '../shapes.ts'
import { templateCategoryChange } from '../template-webhook.ts'
import { defineWebhook } from '../webhook.ts'

/** The category of a template will change, or has changed. */
export const templateCategoryUpdate = defineWebhook({
  field: 'template_category_update',
  events: {
    impending: {
      cause: 'Its category will change in 24 hours; new_category is still the one that it has',
      entry: 'account',
      value: templateCategoryChange({ new_category: true, correct_category: true, category_update_timestamp: integer }),
      sources: ['template-category-webhook', 'template-categorization: Automatic category updates'],
    },
    completed: {
      cause: 'Its category has changed, by Meta or by an edit that passed its review',
      entry: 'account',
      value: templateCategoryChange({ previous_category: true, new_category: true }),
      sources: ['template-category-webhook', 'template-categorization: Edit your template’s category'],
    },
  },
  basis: 'documented',
  sources: ['template-category-webhook'],
})
