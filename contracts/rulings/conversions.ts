import type { Ruling } from '../ruling.ts'

/** Contradictions about conversions. */
export const conversionRulings = {
  'insights-conversions': {
    question: 'Does the Ads Insights API give conversions (marketing_messages_website_… and marketing_messages_app_…)?',
    sides: {
      'until-april-2026': {
        says: 'Yes before 2026-04-01, and not from then on: they are deprecated in the first quarter of 2026',
        sources: ['view-metrics: Viewing conversion metrics via Ads Insights API'],
      },
      given: {
        says: 'Yes: pages of June 2026 and the SDK spec of April 2026 still have them',
        sources: ['view-metrics: Fields', 'codegen: AdsInsights'],
      },
      'left-out': {
        says: 'No: conversions moved to WhatsApp Manager and to template_analytics in September 2025',
        sources: ['mm-changelog: 2025-09-03'],
      },
    },
    chosen: 'until-april-2026',
    why: 'The page gives the quarter and not the day; its last day is taken. By the day of the Graph of a world a client meets both.',
  },
} as const satisfies Record<string, Ruling>
