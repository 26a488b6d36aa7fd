import { counted, durationText, escaped, momentText } from '../../contracts/report/html-text.ts'
import type { Played, PlayedStep, Verb } from '../result.ts'

type Lane = 'call' | 'happens' | 'webhook'

interface Mark {
  readonly lane: Lane
  readonly at: number
  readonly says: string
  readonly failed: boolean
}

/** Stretch of a time line in which nothing comes, from and to in its own units. */
interface Gap {
  readonly from: number
  readonly to: number
  readonly milliseconds: number
}

/** The lane of each verb that is seen as a mark: a wait is a gap. */
const LANE: Readonly<Partial<Record<Verb, Lane>>> = { call: 'call', happens: 'happens', fault: 'happens' }
const LANES: readonly (readonly [Lane, string])[] = [
  ['call', 'calls'],
  ['happens', 'happens'],
  ['webhook', 'webhooks'],
]

/**
 * All of a scenario at one glance: calls, happenings and webhooks over the world's time. Marks stand as far apart as they
 * must to be told apart, and time in which nothing comes is drawn by its logarithm: a month has room beside a second.
 */
export function stripOf({ steps }: Played): string {
  const first = steps[0]?.at ? Date.parse(steps[0].at) : undefined
  const marks = steps.flatMap(marksOf)
  if (first === undefined || marks.length === 0) return ''
  const last = Math.max(
    first,
    ...marks.map(({ at }) => at),
    ...steps.map(({ until }) => (until ? Date.parse(until) : first)),
  )
  const { places, gaps, width } = laidOut(marks, first, last)
  const share = (units: number): string => `${((units / width) * 100).toFixed(2)}%`
  const gapText = ({ from, to, milliseconds }: Gap): string =>
    `<span class="gap" style="left:${share(from)};width:${share(to - from)}"><i>${durationText(milliseconds)}</i></span>`
  const lane = ([name, label]: readonly [Lane, string]): string => {
    const own = marks.flatMap((mark, at) => (mark.lane === name ? [markText(mark, share(places[at] ?? 0))] : []))
    return `<span class="lane"><b>${label}</b><span class="track">${own.join('')}</span></span>`
  }
  return [
    `<div class="strip" role="img" aria-label="${escaped(summaryOf(marks, last - first))}">`,
    `<div class="strip-in" style="min-width:${Math.min(marks.length, 400) * 11 + 90}px">`,
    `<div class="gaps">${gaps.map(gapText).join('')}</div>`,
    ...LANES.map(lane),
    `<div class="axis"><span>${momentText(first)}</span><span>${last > first ? `+${durationText(last - first)}` : ''}</span></div>`,
    '</div></div>',
  ].join('')
}

function marksOf(step: PlayedStep): Mark[] {
  const at = step.at ? Date.parse(step.at) : 0
  const { say, outcome, verbs, webhooks } = step
  if (outcome.status === 'skip') return []
  const failed = outcome.status === 'FAIL'
  const lanes = verbs.flatMap((verb) => LANE[verb] ?? [])
  const does = lanes.map((lane): Mark => ({ lane, at, says: say, failed }))
  // A webhook that did not come is missed when the step is over.
  if (failed && lanes.length === 0) does.push({ lane: 'webhook', at: Date.parse(step.until ?? ''), says: say, failed })
  const came = webhooks.map(({ at: when, field }): Mark => ({ lane: 'webhook', at: when, says: field, failed: false }))
  return [...does, ...came]
}

function laidOut(
  marks: readonly Mark[],
  first: number,
  last: number,
): { places: number[]; gaps: Gap[]; width: number } {
  const places: number[] = []
  const gaps: Gap[] = []
  let width = 0
  let now = first
  const pass = (until: number): void => {
    if (until <= now) return
    const wide = 1.5 + 1.5 * Math.log10(1 + (until - now) / 1000)
    gaps.push({ from: width, to: width + wide, milliseconds: until - now })
    width += wide
    now = until
  }
  const order = marks.map((mark, at) => ({ mark, at })).sort((a, b) => a.mark.at - b.mark.at || a.at - b.at)
  for (const { mark, at } of order) {
    pass(mark.at)
    places[at] = width + 0.5
    width += 1
  }
  pass(last)
  return { places, gaps, width }
}

function markText({ lane, says, failed, at }: Mark, left: string): string {
  const title = escaped(`${says}, ${momentText(at)}`)
  return `<span class="mark ${lane}${failed ? ' failed' : ''}" style="left:${left}" title="${title}"></span>`
}

function summaryOf(marks: readonly Mark[], milliseconds: number): string {
  const count = (lane: Lane): number => marks.filter((mark) => mark.lane === lane).length
  const parts = [
    counted(count('call'), 'call'),
    counted(count('happens'), 'happening'),
    counted(count('webhook'), 'webhook'),
  ]
  return `Time line: ${parts.join(', ')} in ${durationText(milliseconds)} of the world's time; the steps below tell the same`
}
