/** What Insights can be asked. @see sources insights-reference, codegen */

export const insightsLevels = ['account', 'campaign', 'adset', 'ad'] as const
export type InsightsLevel = (typeof insightsLevels)[number]

export const datePresets = [
  'today',
  'yesterday',
  'this_month',
  'last_month',
  'this_quarter',
  'maximum',
  'data_maximum',
  'last_3d',
  'last_7d',
  'last_14d',
  'last_28d',
  'last_30d',
  'last_90d',
  'last_week_mon_sun',
  'last_week_sun_sat',
  'last_quarter',
  'last_year',
  'this_week_mon_today',
  'this_week_sun_today',
  'this_year',
] as const
export type DatePreset = (typeof datePresets)[number]

/** The one breakdown that is about messages. */
export const BUTTON_BREAKDOWN = 'marketing_messages_btn_name'

const list = { type: 'array', items: { type: 'string' } } as const
const text = { type: 'string' } as const

/**
 * What an insights call takes. Values that Graph refuses in words of its own are typed loosely here and checked by the
 * behaviour.
 */
export const insightsParams = {
  type: 'object',
  properties: {
    fields: { anyOf: [text, list] },
    level: text,
    date_preset: text,
    time_range: {},
    time_ranges: {},
    time_increment: text,
    filtering: {},
    sort: list,
    breakdowns: list,
    summary: list,
    default_summary: { type: 'boolean' },
    limit: { type: 'integer', minimum: 0 },
    after: text,
    before: text,
    export_format: { enum: ['csv', 'xls'] },
    export_columns: list,
    export_name: text,
    // They change nothing for messages, which have no actions of the kind that they are about.
    action_attribution_windows: list,
    action_breakdowns: list,
    action_report_time: text,
    graph_cache: { type: 'boolean' },
    product_id_limit: { type: 'integer' },
    summary_action_breakdowns: list,
    use_account_attribution_setting: { type: 'boolean' },
    use_unified_attribution_setting: { type: 'boolean' },
  },
} as const
