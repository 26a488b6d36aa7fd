import type { CreativeFeature } from '../../contracts/creative-features.ts'
import type { limitTiers, nameStatuses, numberStatuses, qualityRatings } from '../../contracts/nodes/phone-number.ts'
import type { RestrictionType } from '../../contracts/nodes/whats-app-business-account.ts'
import type { StorageRegion } from '../../contracts/operations/register-phone-number.ts'

import type { BusinessApp } from './business-app.ts'

export type MessagingLimit = (typeof limitTiers)[number]
export type CreativeFeatures = Readonly<Partial<Record<CreativeFeature, 'OPT_IN' | 'OPT_OUT'>>>

/** A business phone number. */
export interface PhoneNumber {
  readonly nodeType: 'WhatsAppBusinessAccountToNumberCurrentStatus'
  readonly id: string
  readonly accountId: string
  /** As it is shown: `+1 631-555-0101`. */
  readonly display_phone_number: string
  readonly verified_name: string
  readonly code_verification_status: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED'
  readonly quality_rating: (typeof qualityRatings)[number]
  /** NOT_APPLICABLE until it is registered. */
  readonly platform_type: 'CLOUD_API' | 'NOT_APPLICABLE'
  readonly throughput: { readonly level: 'STANDARD' | 'HIGH' | 'NOT_APPLICABLE' }
  readonly last_onboarded_time: string
  readonly account_mode: 'LIVE' | 'SANDBOX'
  readonly is_official_business_account: boolean
  /** Coexistence: it is used in the WhatsApp Business app, too. */
  readonly is_on_biz_app: boolean
  /** What it has there. */
  readonly businessApp?: BusinessApp
  readonly name_status: (typeof nameStatuses)[number]
  /** A display name that was asked for, until it is approved. */
  readonly new_display_name?: string
  readonly new_name_status?: (typeof nameStatuses)[number]
  readonly username?: string
  readonly search_visibility?: 'VISIBLE' | 'HIDDEN'
  /** Only CONNECTED numbers send. */
  readonly status: (typeof numberStatuses)[number]
  /** The PIN of two-step verification; absent: it is off. */
  readonly pin?: string
  /** Somebody asked in WhatsApp Manager to turn the PIN off, and has a letter that does it. */
  readonly pinResetAsked?: true
  /** The code that was sent to it last, until it is used. */
  readonly verification?: { readonly code: string; readonly sentAt: number }
  readonly settings?: NumberSettings
  readonly profile?: Readonly<Record<string, unknown>>
  readonly commerce?: { readonly is_cart_enabled: boolean; readonly is_catalog_visible: boolean }
  /** Callbacks of its own, which come before those of its account. */
  readonly callbackOverrides?: readonly WabaSubscription[]
  /** Recipients that a number in SANDBOX may send to. */
  readonly allowedRecipients?: readonly string[]
  /** Until when its throughput is being upgraded. */
  readonly maintenanceUntil?: number
  /** Until when it is held back as people blocked or reported it. */
  readonly spamUntil?: number
  readonly deletedAt?: number
  /** The number of another account that this one was before its account was migrated. */
  readonly movedFrom?: string
}

/** `POST /{phone}/settings`. */
export interface NumberSettings {
  /** Where the content of messages rests; absent: wherever Meta keeps it. */
  readonly storageRegion?: StorageRegion
  /** Whether a send is held back when the identity of its recipient has changed. */
  readonly identityCheck?: boolean
}

/** `POST /{waba}/subscribed_apps`, or `webhook_configuration` of a number. */
export interface WabaSubscription {
  readonly appId: string
  readonly overrideCallbackUri?: string
}

/** Something that an account may not do. `expires`: milliseconds. */
export interface AccountRestriction {
  readonly type: RestrictionType
  readonly expires: number
  /** What the business can do about it. */
  readonly remediation?: string
}
