import type { Ruling } from './ruling.ts'
import { adsRulings } from './rulings/ads.ts'
import { analyticsRulings } from './rulings/analytics.ts'
import { conversionRulings } from './rulings/conversions.ts'
import { enrolmentRulings } from './rulings/enrolment.ts'
import { graphRulings } from './rulings/graph.ts'
import { insightsRulings } from './rulings/insights.ts'
import { mediaRulings } from './rulings/media.ts'
import { messageRulings } from './rulings/messages.ts'
import { newsRulings } from './rulings/news.ts'
import { numberRulings } from './rulings/numbers.ts'
import { sendingRulings } from './rulings/sending.ts'
import { signupRulings } from './rulings/signup.ts'
import { solutionRulings } from './rulings/solutions.ts'
import { templateGroupRulings } from './rulings/template-groups.ts'
import { templateRulings } from './rulings/templates.ts'

/** Every contradiction of Meta's documents, and the side that we take. */
export const rulings = {
  ...graphRulings,
  ...enrolmentRulings,
  ...adsRulings,
  ...sendingRulings,
  ...insightsRulings,
  ...mediaRulings,
  ...messageRulings,
  ...numberRulings,
  ...newsRulings,
  ...signupRulings,
  ...templateRulings,
  ...templateGroupRulings,
  ...analyticsRulings,
  ...conversionRulings,
  ...solutionRulings,
} as const satisfies Record<string, Ruling>

export type RulingName = keyof typeof rulings
export type SideOf<N extends RulingName> = keyof (typeof rulings)[N]['sides'] & string

/** The side that each ruling takes in one world. */
export type Rulings = { readonly [N in RulingName]: SideOf<N> }

/** The sides chosen where a world says nothing. */
export const defaultRulings = Object.fromEntries(
  Object.entries(rulings).map(([name, ruling]) => [name, ruling.chosen]),
) as Rulings
