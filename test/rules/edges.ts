import { expect, test } from 'vitest'
import type { History } from '../../contracts/history.ts'
import type { Hit } from '../../contracts/rule.ts'
import { rules } from '../../contracts/rules.ts'
import { need } from '../kit.ts'
import { type Event, story } from './story.ts'

/** What a rule finds in a history of these events; `more` of the history as it is said. */
export function hitsIn(id: string, events: readonly Event[], more: Partial<History> = {}): readonly Hit[] {
  return need(rules.find((one) => one.id === id)).judge({ ...story(...events), ...more })
}

/** What happens, in words; the rule; the events; the calls that it names, by their numbers. */
export type Edge = [
  what: string,
  rule: string,
  events: readonly Event[],
  named: readonly number[],
  more?: Partial<History>,
]

/** A test for each edge of rules: what is still found, and what is no longer. */
export function hold(edges: readonly Edge[]): void {
  for (const [what, rule, events, named, more] of edges) {
    test(`${rule}: ${what}`, () => {
      expect(hitsIn(rule, events, more).flatMap(({ exchanges }) => exchanges)).toEqual(named)
    })
  }
}

/** The same event, so many milliseconds after the one before. */
export const later = (after: number, event: Event): Event => ({ ...event, after })

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const refused = { error: 'parameter_value' }
export const untaken = { ...refused, reply: {} }
export const toOther = { to: '+14165550177' }
export const otherReply = { reply: { contacts: [{ wa_id: '14165550177' }], messages: [{ id: 'wamid.other' }] } }
