import type { ErrorName } from '../../contracts/errors.ts'
import type { HabitName } from '../../contracts/habits.ts'

export type MessageCategory = 'marketing_lite' | 'marketing' | 'utility' | 'authentication' | 'service'
export type MessageStatus = 'held' | 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'dropped'

/** One message that a business sent. It is no node of Graph: nobody can read it by its wamid. */
export interface Message {
  readonly id: string
  readonly phoneId: string
  readonly accountId: string
  /** `template`, `text`, `image` …, as it was sent. */
  readonly type: string
  readonly templateId?: string
  /** The ad that it counts for in Insights. */
  readonly adId?: string
  /** What carries it and what it costs. */
  readonly category: MessageCategory
  /** Digits; or, where it was sent to one, the business-scoped user id. */
  readonly to: string
  readonly sentToUserId?: true
  /** Who that is, by number: their chat with the business is one, however they are named. */
  readonly waId?: string
  /** Where its recipient is, ISO 3166. */
  readonly country: string
  readonly opaque?: string
  /** Milliseconds of the world's time. */
  readonly at: number
  readonly expiresAt: number
  /** What customers can act on: `interactive` or `template` as it was sent. */
  readonly content?: Readonly<Record<string, unknown>>
  readonly status: MessageStatus
  readonly habit: HabitName
  /** How many steps of the habit are done. */
  readonly step: number
  /** Nothing more will happen to it by itself. */
  readonly done?: true
  /** Whether the one status after `sent` that carries `pricing` was told. */
  readonly priced?: true
  /** When it was sent, where that is told after its arrival: ruling status-order. */
  readonly sentLate?: number
  /** Free within a customer service window, or free of any. */
  readonly free?: 'free_customer_service' | 'free_entry_point'
  /** What it may cost at most, in the currency of the account: the max price of its template. Only then its cost is told. */
  readonly maxPrice?: number
  /** What it cost, in the currency of the account, once it has arrived. */
  readonly cost?: number
  readonly fails?: ErrorName
  /** Whether activity on it is shared for optimisation. */
  readonly sharesActivity: boolean
  /** The titles of the link buttons that its recipient tapped. */
  readonly tapped?: readonly string[]
  /** Sent through the Marketing Messages API, without delivery optimisation. */
  readonly unoptimised?: true
}

/** What is between a business phone number and one person. */
export interface Chat {
  /** Until when the customer service window is open. */
  readonly windowUntil?: number
  readonly stoppedMarketing?: true
  /** The business blocked the customer. */
  readonly blocked?: true
  /** The customer blocked the business. */
  readonly blocksBusiness?: true
  /** Until which moment what the customer wrote is marked as read. */
  readonly readUntil?: number
  /** Until when the customer sees that the business is typing. */
  readonly typingUntil?: number
  /** The business knows the number of a customer with a username, as it sent something to the number. */
  readonly knowsNumber?: true
}

/** One message that a customer sent. */
export interface InboundMessage {
  readonly id: string
  readonly phoneId: string
  readonly waId: string
  readonly at: number
}

/** A tap on a link of a message; conversions are told of by its id. */
export interface Click {
  /** `click_id`. */
  readonly id: string
  readonly messageId: string
  readonly component: 'cta' | 'body'
  readonly trackingToken: string
  /** What Meta adds to the link. */
  readonly fbclid: string
  /** Who tapped, by number. */
  readonly waId: string
  readonly at: number
}

/** A tap on an ad that leads to WhatsApp: the customer who came from it wrote with its id. */
export interface AdClick {
  /** `ctwa_clid`. */
  readonly id: string
  readonly accountId: string
}

/** An event of a dataset that came with an `event_id`. */
export interface ReceivedEvent {
  /** What makes another one a repeat: the dataset, `event_name` and `event_id`. */
  readonly id: string
  readonly at: number
}

/** A person with WhatsApp whom the world names. Everybody else has the habit that their number tells. */
export interface Recipient {
  /** Digits, no plus. */
  readonly waId: string
  readonly name: string
  readonly username?: string
  readonly habit: HabitName
  /** How often their identity key changed, as with a new phone. */
  readonly identityChanges?: number
}
