import { templateCategories } from './nodes/message-template.ts'
import { integer, text } from './shapes.ts'

/** What every webhook about a template says of it. Its id is a number there, and a string everywhere else. */
export const templateNamed = {
  message_template_id: integer,
  message_template_name: text,
  message_template_language: text,
} as const

/** A webhook about the category of a template, with those of the keys that one names. */
export const templateCategoryChange = (keys: Readonly<Record<string, true | typeof integer>>) =>
  ({
    type: 'object',
    properties: {
      ...templateNamed,
      ...Object.fromEntries(
        Object.entries(keys).map(([key, schema]) => [key, schema === true ? { enum: templateCategories } : schema]),
      ),
    },
    required: [...Object.keys(templateNamed), ...Object.keys(keys)],
    additionalProperties: false,
  }) as const
