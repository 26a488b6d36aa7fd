import { templateCategories } from './nodes/message-template.ts'
import { flag, integer, text } from './shapes.ts'

/** An enum that is read without regard to case: Meta's own samples have `marketing` and `named`. */
export const caseless = <const V extends readonly string[]>(values: V) => ({ enum: values, caseless: true }) as const

const object = { type: 'object' } as const
const objects = { type: 'array', items: object } as const

export const templateCategory = caseless(templateCategories)

/** What can be set when a template is made and when it is edited. */
export const templateSettings = {
  components: objects,
  parameter_format: caseless(['NAMED', 'POSITIONAL'] as const),
  message_send_ttl_seconds: integer,
  cta_url_link_tracking_opted_out: flag,
  degrees_of_freedom_spec: object,
  bid_spec: object,
  optimization_spec: object,
} as const

/** Parameters of the creation alone. */
export const templateCreation = {
  name: text,
  language: text,
  category: templateCategory,
  allow_category_change: flag,
  creative_sourcing_spec: object,
  display_format: caseless(['ORDER_DETAILS'] as const),
  sub_category: caseless(['ORDER_DETAILS', 'ORDER_STATUS', 'RICH_ORDER_STATUS', 'CUSTOM'] as const),
  send_type: caseless(['CAMPAIGN', 'DIRECT'] as const),
  library_template_name: text,
  library_template_body_inputs: object,
  library_template_button_inputs: objects,
} as const
