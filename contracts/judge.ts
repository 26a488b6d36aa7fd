import type { Finding } from './finding.ts'
import type { History } from './history.ts'
import { masked } from './judging/masked.ts'
import type { Checked, Unchecked } from './report/report.ts'
import type { Hit, Rule } from './rule.ts'
import { rules } from './rules.ts'

/** Holds what a world saw of its client to all rules. The findings stand in the order of the rules, then of the calls. */
export function judge(history: History): Finding[] {
  return rules.filter(appliesTo(history)).flatMap((rule) => rule.judge(history).map((hit) => findingOf(rule, hit)))
}

function findingOf({ id, severity, side, sources }: Rule, { where, problem, contract, exchanges }: Hit): Finding {
  const [source] = sources
  return { rule: id, severity, side, where: masked(where), problem: masked(problem), contract, source, exchanges }
}

function appliesTo({ clock }: History): (rule: Rule) => boolean {
  return ({ timed }) => clock === 'running' || !timed
}

/** What was looked at. */
export function judged({ calls, deliveries }: History): Checked[] {
  return [
    { what: 'calls of Graph', count: calls.length },
    { what: 'webhooks that were posted', count: deliveries.length },
  ]
}

/** What was not looked at, and why. */
export function notJudged(history: History): Unchecked[] {
  const { calls, deliveries } = history.forgotten
  const gone = [
    { what: 'older calls', count: calls },
    { what: 'older webhooks', count: deliveries },
  ]
  const why = 'the log of the world has no room for them (retention)'
  const forgotten = gone.filter(({ count }) => count > 0).map(({ what, count }) => ({ what: `${count} ${what}`, why }))
  const applies = appliesTo(history)
  const still = rules.filter((rule) => !applies(rule)).map(({ id }) => ({ what: id, why: STILL }))
  return [...forgotten, ...still]
}

const STILL = 'the clock of the world stands still: it does not tell how long a client waits'
