import fc from 'fast-check'
import { type HabitName, habits } from '../../contracts/habits.ts'
import { TEMPLATES, type TemplateName } from './campaign-world.ts'

/** How numbers of a country begin: before the `555` and the four digits of a habit. */
export const COUNTRIES = {
  CA: '1416',
  US: '1415',
  BR: '551195',
  IN: '91981',
  DE: '4930',
  JP: '81901',
  AR: '54114',
  TR: '90532',
  KR: '82101',
} as const

export type Country = keyof typeof COUNTRIES

/** One thing that happens in a campaign. `which` picks a message that was sent, or a tap, whatever their number is. */
export type Step =
  | {
      readonly sends: TemplateName
      readonly by: 'marketing_messages' | 'messages'
      readonly to: Country
      readonly habit: HabitName
    }
  | { readonly waits: string }
  | { readonly customer: keyof typeof DEEDS; readonly which: number }
  | { readonly converts: string; readonly source: 'website' | 'app'; readonly value: number; readonly which: number }
  | { readonly business: 'deletes' | 'is_disliked'; readonly template: TemplateName }
  | { readonly business: 'leaves' }

/** What a customer does with a message: the happening, and what more it is told. */
export const DEEDS = {
  clicks: 'customer_clicks_link',
  taps: 'customer_taps_quick_reply',
  calls: 'customer_taps_phone_button',
  replies: 'customer_sends_message',
  receives: 'message_is_delivered',
  reads: 'message_is_read',
} as const

/** A campaign, as data: where and when it begins, how Graph is read, and what happens. */
export interface Campaign {
  readonly clock: string
  readonly timezone: string
  readonly currency: 'USD' | 'EUR'
  readonly rulings: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  /** Days of a row, and rows of a page, for those who ask in pieces. */
  readonly increment: number
  readonly limit: number
}

const TIMEZONES = [
  'America/Los_Angeles',
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
] as const

/** An hour after a midnight, and seconds before others: of Los Angeles as its summer begins, of Europe's, of UTC. */
const CLOCKS = ['2026-03-02T09:00:00Z', '2026-03-08T07:59:50Z', '2026-03-28T23:59:58Z', '2026-02-27T18:14:30Z'] as const

const names = fc.constantFrom(...(Object.keys(TEMPLATES) as TemplateName[]))
const which = fc.noBias(fc.nat(40))

const sending: fc.Arbitrary<Step> = fc.record({
  sends: names,
  by: fc.constantFrom('marketing_messages', 'marketing_messages', 'messages'),
  to: fc.constantFrom(...(Object.keys(COUNTRIES) as Country[])),
  // What arrives tells more than what fails.
  habit: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<HabitName>('reads', 'receives', 'comes_online', 'clicks', 'taps', 'replies'),
    },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(habits) as HabitName[])) },
  ),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: sending },
  { weight: 14, arbitrary: fc.record({ waits: fc.constantFrom('1s', '20s', '25m', '7h', '27h', '9d') }) },
  {
    weight: 18,
    arbitrary: fc.record({ customer: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])), which }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      converts: fc.constantFrom('Purchase', 'AddToCart', 'Lead', 'Knead'),
      source: fc.constantFrom('website', 'app'),
      value: fc.constantFrom(0, 19.99, 40),
      which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ business: fc.constantFrom('deletes', 'is_disliked'), template: names }) },
  { weight: 1, arbitrary: fc.constant<Step>({ business: 'leaves' }) },
)

/** Any campaign. */
export const campaign: fc.Arbitrary<Campaign> = fc.record({
  clock: fc.constantFrom(...CLOCKS),
  timezone: fc.constantFrom(...TIMEZONES),
  currency: fc.constantFrom('USD', 'EUR'),
  rulings: fc.record({
    'insights-regions': fc.constantFrom('left-out', 'counted'),
    'insights-conversions': fc.constantFrom('until-april-2026', 'given', 'left-out'),
    'status-order': fc.constantFrom('as-they-happen', 'disordered', 'repeated'),
  }),
  steps: fc.array(step, { minLength: 8, maxLength: 45, size: 'max' }),
  increment: fc.integer({ min: 1, max: 90 }),
  limit: fc.integer({ min: 1, max: 7 }),
})
