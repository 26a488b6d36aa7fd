import type { AppMessageType, appContact, pastStatuses, SyncType } from '../../contracts/app-data.ts'
import type { Static } from '../../contracts/schema.ts'

export type AppContact = Static<typeof appContact>

/** What a number that is in the WhatsApp Business app has there. Times are milliseconds. */
export interface BusinessApp {
  /** When the number came to the Cloud API. */
  readonly onboardedAt: number
  /** Whether its owner shares the chats. */
  readonly sharesHistory: boolean
  readonly contacts: readonly AppContact[]
  readonly history: readonly PastMessage[]
  /** What a partner has asked for already. */
  readonly synced: readonly SyncType[]
  /** A device that its owner does not use, since when. */
  readonly unused?: { readonly device: 'primary' | 'companion'; readonly since: number }
  /** Its phone was changed, and the connection comes back when the owner keeps it. */
  readonly mayReconnect?: true
}

/** A message of the app from before the number came to the Cloud API. */
export interface PastMessage {
  /** Digits of the customer. */
  readonly with: string
  readonly byBusiness: boolean
  readonly at: number
  readonly status: (typeof pastStatuses)[number]
  readonly type: AppMessageType
  /** The object of the type; of a file what is told beside it. */
  readonly content: Readonly<Record<string, unknown>>
}
