import { as, ruled, there } from '../ruled.ts'
import type { Variation } from '../variation.ts'

const both = ['sendMarketingMessage', 'sendMessage'] as const
const marketing = ['sendMarketingMessage'] as const
const templates = ['createMessageTemplate', 'editTemplate'] as const

/** What sends, templates and media are otherwise under other sides of rulings. */
export const sendVariations: readonly Variation[] = [
  ruled(
    'number-without-plus',
    { kind: 'param', operations: both, param: '/to' },
    {
      'whole-numbers-stand': as('digits that are a whole number stand'),
      'country-of-business': as('digits without a plus get the calling code of the business'),
      'as-it-stands': as('digits stand as they are'),
    },
    'whether numbers are written without a plus',
  ),
  ruled(
    'brazil-mexico-digit',
    { kind: 'reply', operations: both, parts: ['/contacts/*/wa_id'] },
    {
      kept: as('the number as it was sent'),
      normalised: as('the number, in Brazil and Mexico without its extra digit'),
    },
  ),
  ruled(
    'mm-strict-not-onboarded',
    { kind: 'error', operations: marketing },
    { 'template-unavailable': { error: 'template_unavailable' }, 'access-denied': { error: 'access_denied' } },
    'whether the error was met for an account that is not onboarded',
  ),
  ruled(
    'message-status-presence',
    { kind: 'reply', operations: both, parts: ['/messages/*/message_status'] },
    { always: there, 'when-paced': 'gone' },
  ),
  ruled(
    'ecosystem-limit-timing',
    { kind: 'error', operations: both },
    { webhook: as('it comes as a failed status'), call: { error: 'ecosystem_limit_reached' } },
  ),
  ruled(
    'ecosystem-limit-timing',
    { kind: 'webhook', field: 'messages', events: ['statuses: failed'] },
    { webhook: as('131049 comes here'), call: as('131049 comes as the answer of the call') },
  ),
  ruled(
    'order-of-send-checks',
    { kind: 'param', operations: both, param: '/template' },
    {
      'template-first': as('the template is looked at first'),
      'recipient-first': as('the recipient is looked at first'),
    },
    'whether a send has several faults',
  ),
  ruled(
    'list-body-length',
    { kind: 'param', operations: ['sendMessage'], param: '/interactive/action/sections' },
    { captured: as('the text has at most 1024 characters'), page: as('the text has at most 4096 characters') },
    'how long the text is',
  ),
  ruled(
    'template-ttl',
    { kind: 'param', operations: templates, param: '/message_send_ttl_seconds' },
    { range: as('values out of the range of the category are refused'), sample: as('any value is taken') },
    'which value is sent',
  ),
  ruled(
    'template-limit',
    { kind: 'param', operations: ['createMessageTemplate'], param: '/name' },
    { portfolio: as('an account has up to 6,000 templates'), 'error-page': as('an account has up to 250 templates') },
    'how many templates there are',
  ),
  ruled(
    'template-name-lock',
    { kind: 'param', operations: ['createMessageTemplate'], param: '/name' },
    {
      language: as('the name of a deleted template is locked in its language'),
      name: as('the name of a deleted template is locked in all languages'),
    },
    'whether the name was that of a deleted template',
  ),
  ruled(
    'template-disabled-edit',
    { kind: 'error', operations: ['editTemplate'] },
    { refused: { error: 'template_status_fixed' }, allowed: as('a disabled template is edited') },
    'whether the template was disabled',
  ),
  ruled(
    'template-max-price-later',
    { kind: 'param', operations: ['editTemplate'], param: '/optimization_spec' },
    { 'in-place': as('a max price can be added by an edit'), never: as('a max price takes a new template') },
    'whether the template was created with a max price',
  ),
  ruled(
    'template-name-filter',
    { kind: 'param', operations: ['getMessageTemplates'], param: '/name' },
    { substring: as('it finds names that contain it'), exact: as('it finds the very name') },
  ),
  ruled(
    'template-group-description',
    { kind: 'param', operations: ['createTemplateGroup'], param: '/description', missing: true },
    { optional: as('nothing is missing'), required: { error: 'parameter_required' } },
  ),
  ruled(
    'media-type-parameter',
    { kind: 'param', operations: ['uploadImage'], param: '/type', missing: true },
    { optional: as('nothing is missing'), required: { error: 'parameter_required' } },
  ),
  ruled(
    'media-chunked-upload',
    { kind: 'header', operations: ['uploadImage'], header: 'transfer-encoding' },
    { lost: { error: 'parameter_required' }, seen: as('the file is seen') },
  ),
]
