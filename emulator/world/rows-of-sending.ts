import { type HabitName, habits } from '../../contracts/habits.ts'
import {
  qualityScores,
  rejectedReasons,
  templateCategories,
  templateStatuses,
} from '../../contracts/nodes/message-template.ts'
import { flag, integer, text } from '../../contracts/shapes.ts'
import { day, names } from './rows.ts'

// What a row of a template and of a person may say.

export const template = {
  type: 'object',
  description: 'A message template',
  properties: {
    account: { ...text, description: 'Name of the account that has it' },
    name: { type: 'string', pattern: '^[a-z0-9_]{1,512}$', description: 'small letters, digits and _' },
    language: { ...text, description: 'en_US where absent' },
    category: { enum: templateCategories },
    status: { enum: templateStatuses },
    parameter_format: { enum: ['NAMED', 'POSITIONAL'] },
    components: { type: 'array', items: { type: 'object', properties: { type: text }, required: ['type'] } },
    quality: { enum: qualityScores },
    rejected_reason: { enum: rejectedReasons },
    previous_category: { enum: templateCategories },
    sub_category: text,
    library_template_name: text,
    pauses: { type: 'integer', minimum: 0, description: 'How often it was paused for its quality' },
    edited: { type: 'array', items: day, description: 'When it was edited' },
    message_send_ttl_seconds: integer,
    optimization_spec: {
      type: 'object',
      properties: { bid_amount: { type: 'integer', minimum: 1 }, bid_strategy: text },
      required: ['bid_amount', 'bid_strategy'],
      additionalProperties: false,
    },
    created: day,
    lastSent: day,
    synced: { ...flag, description: 'Whether its ads are ready: true where absent and its business has signed' },
    ad: { ...text, description: 'The name by which its ad is known; it must begin synced' },
    adSet: { ...text, description: 'The same for its ad set' },
    campaign: { ...text, description: 'The same for its campaign' },
    syncFailed: { ...flag, description: 'The ad sync failed for good' },
    pacingAfter: { type: 'integer', minimum: 0, description: 'How many messages are sent before the rest is held' },
  },
  required: ['account', 'name', 'category', 'components'],
  additionalProperties: false,
} as const

export const templateReview = {
  type: 'object',
  description: 'How Meta reviews templates',
  properties: {
    takes: {
      type: 'string',
      pattern: '^(by_hand|[0-9]{1,9}(ms|s|m|h|d))$',
      description:
        'a duration like 30s, 5m or 24h, or by_hand: the happening template_is_reviewed ends it; 1m where absent',
    },
    promotionalWords: { ...names, description: 'Words for which a UTILITY template is filed under MARKETING' },
  },
  additionalProperties: false,
} as const

export const recipient = {
  type: 'object',
  description: 'A person with WhatsApp. Everybody else has the habit that their number tells: see contracts/habits.ts',
  properties: {
    number: { type: 'string', pattern: '^[0-9]{7,15}$', description: 'digits with the country code, no plus' },
    name: text,
    username: text,
    habit: { enum: Object.keys(habits) as HabitName[] },
    stoppedMarketing: { ...names, description: 'Names of the phone numbers whose marketing messages they stopped' },
    wroteTo: {
      ...names,
      description: 'Names of the phone numbers that they wrote to just now: the customer service window is open',
    },
  },
  required: ['number'],
  additionalProperties: false,
} as const
