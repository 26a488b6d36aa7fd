/** What Insights can tell of each row, and how its numbers come about. Values are strings, all of them. */

/** Numbers that are counted. @see sources view-metrics, codegen */
export const insightsCounts = [
  'impressions',
  'marketing_messages_sent',
  'marketing_messages_delivered',
  'marketing_messages_read',
  'marketing_messages_link_btn_click',
  'marketing_messages_quick_reply_btn_click',
] as const

/** Conversions on websites and in apps. `_purchase_values` are amounts. @see sources view-metrics */
export const insightsConversions = [
  'marketing_messages_website_add_to_cart',
  'marketing_messages_website_initiate_checkout',
  'marketing_messages_website_purchase',
  'marketing_messages_website_purchase_values',
  'marketing_messages_website_complete_registration',
  'marketing_messages_website_add_to_wishlist',
  'marketing_messages_website_add_payment_info',
  'marketing_messages_website_search',
  'marketing_messages_website_lead',
  'marketing_messages_website_view_content',
  'marketing_messages_website_custom',
  'marketing_messages_app_add_to_cart',
  'marketing_messages_app_initiate_checkout',
  'marketing_messages_app_purchase',
  'marketing_messages_app_purchase_values',
  'marketing_messages_app_complete_registration',
  'marketing_messages_app_add_to_wishlist',
  'marketing_messages_app_add_payment_info',
  'marketing_messages_app_level_achieved',
  'marketing_messages_app_rate',
  'marketing_messages_app_tutorial_completion',
  'marketing_messages_app_search',
  'marketing_messages_app_view_content',
  'marketing_messages_app_other',
] as const

/** Amounts in the currency of the account. */
export const insightsAmounts = ['spend', 'marketing_messages_spend'] as const

/** Numbers that are reckoned from others: rates in percent, and costs of one of something. */
export const insightsRatios = [
  'marketing_messages_delivery_rate',
  'marketing_messages_read_rate',
  'marketing_messages_link_btn_click_rate',
  'marketing_messages_quick_reply_btn_click_rate',
  'marketing_messages_phone_call_btn_click_rate',
  'marketing_messages_media_view_rate',
  'marketing_messages_cost_per_delivered',
  'marketing_messages_cost_per_link_btn_click',
] as const

/** The 75th percentile of similar businesses. @see sources view-metrics */
export const insightsBenchmarks = [
  'marketing_messages_read_rate_benchmark',
  'marketing_messages_click_rate_benchmark',
] as const

/** What a row is about. */
export const insightsAttributes = [
  'account_currency',
  'account_id',
  'account_name',
  'ad_id',
  'ad_name',
  'adset_id',
  'adset_name',
  'buying_type',
  'campaign_id',
  'campaign_name',
  'created_time',
  'date_start',
  'date_stop',
  'marketing_messages_spend_currency',
  'objective',
  'optimization_goal',
  'updated_time',
] as const

export type InsightsCount = (typeof insightsCounts)[number]
export type InsightsConversion = (typeof insightsConversions)[number]
export type InsightsAmount = (typeof insightsAmounts)[number]
export type InsightsRatio = (typeof insightsRatios)[number]
export type InsightsBenchmark = (typeof insightsBenchmarks)[number]
export type InsightsAttribute = (typeof insightsAttributes)[number]
/** What has a number that can be summed, compared and sorted by. */
export type InsightsMetric = InsightsCount | InsightsConversion | InsightsAmount | InsightsRatio

export const insightsMetrics: readonly InsightsMetric[] = [
  ...insightsCounts,
  ...insightsConversions,
  ...insightsAmounts,
  ...insightsRatios,
]

/** Every field that is answered. */
export const insightsFields: readonly string[] = [...insightsAttributes, ...insightsMetrics, ...insightsBenchmarks]
