/** What template_analytics tells of messages of either product. REPLIED stands in the SDK specs alone. */
export const messageMetrics = ['SENT', 'DELIVERED', 'READ', 'REPLIED', 'CLICKED', 'COST'] as const

/** What only the Marketing Messages API has: what people did elsewhere. */
export const firstConversionMetrics = [
  'APP_ACTIVATIONS',
  'APP_ADD_TO_CART',
  'APP_CHECKOUTS_INITIATED',
  'APP_PURCHASES',
  'APP_PURCHASES_CONVERSION_VALUE',
  'WEBSITE_ADD_TO_CART',
  'WEBSITE_CHECKOUTS_INITIATED',
  'WEBSITE_PURCHASES',
  'WEBSITE_PURCHASES_CONVERSION_VALUE',
] as const

/** Those, and what came in April 2026. */
export const conversionMetrics = [
  ...firstConversionMetrics,
  'APP_ADD_PAYMENT_INFO',
  'APP_ADD_TO_WISHLIST',
  'APP_COMPLETE_REGISTRATION',
  'APP_LEVEL_ACHIEVED',
  'APP_OTHER',
  'APP_RATE',
  'APP_SEARCH',
  'APP_TUTORIAL_COMPLETION',
  'APP_VIEW_CONTENT',
  'WEBSITE_ADD_PAYMENT_INFO',
  'WEBSITE_ADD_TO_WISHLIST',
  'WEBSITE_COMPLETE_REGISTRATION',
  'WEBSITE_CUSTOM',
  'WEBSITE_LEAD',
  'WEBSITE_SEARCH',
  'WEBSITE_VIEW_CONTENT',
] as const

export type ConversionMetric = (typeof conversionMetrics)[number]

/** What Insights calls these conversions, and we count them by; the others have one name. */
export const renamedConversions: Readonly<Record<string, string>> = {
  CHECKOUTS_INITIATED: 'initiate_checkout',
  PURCHASES: 'purchase',
  PURCHASES_CONVERSION_VALUE: 'purchase_values',
}
