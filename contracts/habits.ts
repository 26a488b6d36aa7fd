import type { ErrorName } from './errors.ts'

/** What a recipient does with a message, and when (milliseconds after the send). */
export interface Step {
  readonly after: number
  readonly does: 'sent' | 'delivered' | 'read' | 'clicks' | 'replies' | 'taps' | 'stops'
}

export interface Habit {
  readonly says: string
  /** The last four digits of the numbers that have it, after 555. */
  readonly number: string
  readonly steps: readonly Step[]
  /** Marketing messages fail with 131050, until a happening says that they want them again. */
  readonly stopped?: true
  /** The message fails with this error instead; of those about marketing every other message does as the steps say. */
  readonly fails?: ErrorName
}

// Quicker than people are, so that a developer who watches need not wait.
const SENT = { after: 200, does: 'sent' } as const
const DELIVERED = { after: 500, does: 'delivered' } as const
const READ = { after: 1000, does: 'read' } as const
const ACTS = 3000

/**
 * What recipients do, as test cards do at payment providers: the number tells. Any number that ends in 555 and the four
 * digits has the habit; every other number reads. A world file may give a number another habit.
 */
export const habits = {
  reads: { says: 'reads what arrives', number: '0100', steps: [SENT, DELIVERED, READ] },
  receives: { says: 'never reads, or has read receipts off', number: '0101', steps: [SENT, DELIVERED] },
  has_chat_open: { says: 'has the chat open: read at once, without a delivered', number: '0102', steps: [SENT, READ] },
  is_offline: {
    says: 'is offline: sent, and dropped without a word when the TTL is over',
    number: '0103',
    steps: [SENT],
  },
  comes_online: {
    says: 'comes online a day later',
    number: '0104',
    steps: [SENT, { after: 86_400_000, does: 'delivered' }, { after: 86_460_000, does: 'read' }],
  },
  clicks: {
    says: 'reads, and clicks the link',
    number: '0105',
    steps: [SENT, DELIVERED, READ, { after: ACTS, does: 'clicks' }],
  },
  replies: {
    says: 'reads, and writes back',
    number: '0106',
    steps: [SENT, DELIVERED, READ, { after: ACTS, does: 'replies' }],
  },
  taps: {
    says: 'reads, and taps the first quick reply',
    number: '0107',
    steps: [SENT, DELIVERED, READ, { after: ACTS, does: 'taps' }],
  },
  stops: {
    says: 'reads, and stops marketing messages of the business',
    number: '0108',
    steps: [SENT, DELIVERED, READ, { after: ACTS, does: 'stops' }],
  },
  has_no_whatsapp: { says: 'is not on WhatsApp', number: '0110', steps: [], fails: 'message_undeliverable' },
  reached_marketing_limit: {
    says: 'got too many marketing messages; reads all others',
    number: '0111',
    steps: [SENT, DELIVERED, READ],
    fails: 'ecosystem_limit_reached',
  },
  stopped_marketing: {
    says: 'stopped marketing messages long ago; reads all others',
    number: '0112',
    steps: [SENT, DELIVERED, READ],
    stopped: true,
  },
  is_in_experiment: { says: 'is part of an experiment', number: '0113', steps: [], fails: 'recipient_in_experiment' },
  is_blocked: {
    says: 'was blocked by the business',
    number: '0114',
    steps: [],
    fails: 'recipient_blocked_by_business',
  },
  changed_identity: {
    says: 'has a new identity key for every message: with the identity check on, those with a hash fail (137000)',
    number: '0115',
    steps: [SENT, DELIVERED, READ],
  },
  breaks: { says: 'cannot be reached for reasons unknown', number: '0116', steps: [], fails: 'unknown_delivery_error' },
} as const satisfies Record<string, Habit>

export type HabitName = keyof typeof habits
