import type { ErrorDefinition } from './definition.ts'

/** Template management: `Invalid parameter` and a subcode, with a title and a sentence for people. */
const refused = <Title extends string, Message extends string>(subcode: number, title: Title, userMessage: Message) =>
  ({
    status: 400,
    type: 'OAuthException',
    code: 100,
    subcode,
    message: 'Invalid parameter',
    transient: false,
    title,
    userMessage,
  }) as const

const FIELD_SPECIFIC = {
  basis: 'documented',
  assumes: 'The page says that the sentence names the field and what is allowed; its words are ours.',
} as const

/** What the creation or an edit of a message template is refused with. */
export const templatesErrors = {
  template_limit_exceeded: {
    ...refused(
      2388019,
      'Message Template Limit Exceeded',
      'You have exceeded the maximum number of message templates you can have for this WhatsApp business account.',
    ),
    basis: 'documented',
    sources: ['error-codes: 2388019', 'template-overview: Template limits'],
  },
  template_language_being_deleted: {
    ...refused(
      2388023,
      'Message template language is being deleted',
      "New <language> content can't be added while the existing <language> content is being deleted. Try again in <wait> or consider creating a new message template.",
    ),
    basis: 'observed',
    sources: ['capture-template-deleted', 'template-management: Delete template limitations'],
    assumes: 'Waits between the captured "4 weeks" and "less than 1 minute" are worded like these.',
  },
  template_exists: {
    ...refused(
      2388024,
      'Content in This Language Already Exists',
      'There is already <language> content for this template. You can create a new template and try again.',
    ),
    basis: 'observed',
    sources: ['capture-template-exists', 'template-management: Template name validation'],
  },
  template_status_fixed: {
    ...refused(
      2388039,
      "Message template status can't be changed",
      "The status for this message template can't be changed. You can only delete or add templates.",
    ),
    basis: 'documented',
    sources: ['error-codes: 2388039', 'template-management: Edit template limitations'],
    assumes:
      'That an edit over the limits ends in it (the page mentions them beside this error), and the deletion of a disabled template.',
  },
  template_too_long: {
    ...refused(2388040, 'Character limit exceeded', '<problem>'),
    ...FIELD_SPECIFIC,
    sources: ['error-codes: 2388040', 'template-components'],
  },
  template_field_unexpected: {
    ...refused(
      2388042,
      'Message template "components" param contains unexpected field(s)',
      'component of type <type> has unexpected field(s) (<fields>)',
    ),
    basis: 'observed',
    sources: ['capture-template-fields'],
  },
  template_field_missing: {
    ...refused(
      2388043,
      'Message template "components" param is missing expected field(s)',
      'component of type <type> is missing expected field(s) (<fields>)',
    ),
    basis: 'observed',
    sources: ['capture-template-example', 'template-components'],
  },
  template_name_invalid: {
    ...refused(
      2388046,
      'Name Format is Incorrect',
      'The message template name can only have lowercase letters and underscores.',
    ),
    blames: [['name']],
    basis: 'observed',
    sources: ['capture-template-name', 'template-management: Template name validation'],
  },
  template_header_format: {
    ...refused(2388047, 'Message header format is incorrect', '<problem>'),
    ...FIELD_SPECIFIC,
    sources: ['error-codes: 2388047'],
  },
  template_language_unsupported: {
    ...refused(2388049, 'Language not supported', 'The language <language> is not supported.'),
    basis: 'observed',
    sources: ['capture-template-language', 'template-management: Category and language validation'],
    assumes: 'Title and sentence: the note has the subcode, the page the code.',
  },
  template_body_format: {
    ...refused(2388072, 'Message body format is incorrect', '<problem>'),
    ...FIELD_SPECIFIC,
    sources: ['error-codes: 2388072'],
  },
  template_footer_format: {
    ...refused(2388073, 'Message footer format is incorrect', '<problem>'),
    ...FIELD_SPECIFIC,
    sources: ['error-codes: 2388073'],
  },
  template_buttons_of_authentication: {
    ...refused(
      2388148,
      'Unsupported message template button configuration',
      'Message templates in the AUTHENTICATION category must have exactly one button, which must be of the OTP type. Other button types, creating a template without a button or creating a template with more than one button are not supported in this category.',
    ),
    basis: 'observed',
    sources: ['capture-template-authentication'],
  },
  template_name_of_sample: {
    ...refused(
      2388155,
      'Template name is already used as a sample template',
      'This template is named after a sample template created by default. Please use a different name.',
    ),
    basis: 'observed',
    sources: ['capture-template-sample'],
    assumes: 'That hello_world is such a name; no list of them was found.',
  },
  template_words_ratio: {
    ...refused(
      2388293,
      'Params Words Ratio Exceeds Limit',
      'This template has too many variables for its length. Reduce the number of variables or increase the message length.',
    ),
    basis: 'observed',
    sources: ['capture-template-ratio', 'error-codes: 2388293'],
    assumes: 'The ratio: fewer than 2x + 1 words beside x variables, as senders report; Meta gives none.',
    under: { 'template-error-titles': { 'error-page': { title: 'Parameters words ratio exceeds limit' } } },
  },
  template_variables_at_edges: {
    ...refused(
      2388299,
      'Leading or trailing params not allowed',
      "Variables can't be at the start or end of the template.",
    ),
    basis: 'observed',
    sources: ['capture-template-fields', 'error-codes: 2388299'],
    under: { 'template-error-titles': { 'error-page': { title: 'Leading or trailing parameters not allowed' } } },
  },
  template_category_mismatch: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid parameter',
    transient: false,
    title: "Template Category Doesn't Match",
    userMessage:
      "The category <category> doesn't match the one that's already associated with this template, <existing>.",
    basis: 'observed',
    sources: ['capture-template-exists'],
    assumes: 'No subcode: the capture gives title and sentence only.',
  },
  template_buttons_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid parameter',
    transient: false,
    title: 'Invalid combination of buttons',
    userMessage: 'The buttons are an invalid combination: <problem>',
    basis: 'documented',
    sources: ['template-components: Quick reply buttons'],
    assumes:
      'The page says that the error tells of an invalid combination; title and sentence are ours, and no subcode is known.',
  },
  template_structure_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid parameter',
    transient: false,
    title: 'Template structure is incorrect',
    userMessage: '<problem>',
    basis: 'assumed',
    sources: ['template-components', 'carousel-templates', 'limited-time-offer-templates'],
    assumes: 'The pages give the rules and no error: code 100 as for every other one, title and sentence are ours.',
  },
  template_setting_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid parameter',
    transient: false,
    title: 'Template setting is incorrect',
    userMessage: '<problem>',
    basis: 'assumed',
    sources: ['time-to-live', 'mm-pricing', 'template-library', 'send-marketing-messages: Creative optimizations'],
    assumes:
      'The pages give the allowed values and no error: code 100 as for every other one, title and sentence are ours.',
  },
  template_components_missing: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid parameter',
    transient: false,
    title: 'Invalid parameter',
    userMessage: 'Missing both components and library template name',
    basis: 'observed',
    sources: ['capture-template-components'],
    assumes: 'Where in the body the sentence stands: the note gives both sentences side by side.',
  },
  template_button_phone: {
    status: 400,
    type: 'OAuthException',
    code: 192,
    message: '(#192) Param <param> is not a valid phone number.',
    basis: 'observed',
    sources: ['capture-template-fields', 'graph-reference-templates: 192'],
  },
  template_missing: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid parameter',
    transient: false,
    title: 'Message template not found',
    userMessage: 'The message template <template> does not exist.',
    basis: 'documented',
    sources: ['template-management: Delete templates', 'graph-reference-templates: Deleting, 100'],
    assumes: 'Title and sentence: the page says that it is an error, the reference that it is 100.',
  },
  template_creation_failed: {
    status: 400,
    type: 'OAuthException',
    code: 200002,
    message: '(#200002) HSM Template creation failed',
    basis: 'documented',
    sources: ['graph-reference-templates: 200002'],
    assumes: 'That the description is the message.',
  },
} as const satisfies Record<string, ErrorDefinition>
