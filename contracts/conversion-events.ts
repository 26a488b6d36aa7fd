import type { ErrorName } from './errors.ts'

/** Where a conversion took place. @see sources server-event */
export const actionSources = [
  'website',
  'app',
  'email',
  'phone_call',
  'chat',
  'physical_store',
  'system_generated',
  'business_messaging',
  'other',
] as const

/**
 * Customer information that finds nobody by itself: an event of which all of it stands in one of these rows is refused.
 * @see sources server-event: user_data
 */
export const tooLittleInformation: readonly (readonly string[])[] = [
  ['ct', 'country', 'st', 'zp', 'ge', 'client_user_agent'],
  ['db', 'client_user_agent'],
  ['fn', 'ge'],
  ['ln', 'ge'],
]

/** The events of a chat. @see sources business-messaging-events */
export const messagingEvents: readonly string[] = [
  'Purchase',
  'LeadSubmitted',
  'InitiateCheckout',
  'AddToCart',
  'ViewContent',
  'OrderCreated',
  'OrderShipped',
  'OrderDelivered',
  'OrderCanceled',
  'OrderReturned',
  'CartAbandoned',
  'QualifiedLead',
  'RatingProvided',
  'ReviewProvided',
]

/** How the metrics call the events of websites; all others are `website_custom`. @see sources view-metrics */
export const websiteCounters: Readonly<Record<string, `website_${string}`>> = {
  Purchase: 'website_purchase',
  AddToCart: 'website_add_to_cart',
  InitiateCheckout: 'website_initiate_checkout',
  CompleteRegistration: 'website_complete_registration',
  AddToWishlist: 'website_add_to_wishlist',
  AddPaymentInfo: 'website_add_payment_info',
  Search: 'website_search',
  Lead: 'website_lead',
  ViewContent: 'website_view_content',
}

/**
 * How the metrics call the events of apps, all others being `app_other`. The names that begin with fb_mobile are those of
 * Meta's SDK for apps: general knowledge, and so is that they mean the same as the names of websites.
 * @see sources view-metrics
 */
export const appCounters: Readonly<Record<string, `app_${string}`>> = {
  Purchase: 'app_purchase',
  fb_mobile_purchase: 'app_purchase',
  AddToCart: 'app_add_to_cart',
  fb_mobile_add_to_cart: 'app_add_to_cart',
  InitiateCheckout: 'app_initiate_checkout',
  fb_mobile_initiated_checkout: 'app_initiate_checkout',
  CompleteRegistration: 'app_complete_registration',
  fb_mobile_complete_registration: 'app_complete_registration',
  AddToWishlist: 'app_add_to_wishlist',
  fb_mobile_add_to_wishlist: 'app_add_to_wishlist',
  AddPaymentInfo: 'app_add_payment_info',
  fb_mobile_add_payment_info: 'app_add_payment_info',
  Search: 'app_search',
  fb_mobile_search: 'app_search',
  ViewContent: 'app_view_content',
  fb_mobile_content_view: 'app_view_content',
  fb_mobile_level_achieved: 'app_level_achieved',
  fb_mobile_rate: 'app_rate',
  fb_mobile_tutorial_completion: 'app_tutorial_completion',
}

/** What refuses the events of a call. */
export const eventErrors = [
  'events_empty',
  'event_name_missing',
  'event_too_old',
  'event_in_future',
  'event_customer_missing',
  'event_contents_invalid',
  'event_currency_missing',
  'event_currency_invalid',
  'event_value_currency_missing',
  'messaging_event_name_invalid',
  'messaging_account_missing',
  'messaging_click_missing',
  'messaging_click_unknown',
  'dataset_account_missing',
  'dataset_page_missing',
] as const satisfies readonly ErrorName[]

export type EventError = (typeof eventErrors)[number]
