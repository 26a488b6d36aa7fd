import { durationText, escaped, jsonBlock, momentText, textBlock } from '../../contracts/report/html-text.ts'
import { gistOf } from '../gist.ts'
import type { Difference } from '../match.ts'
import { AFTER_FAILURE, type Came, type Outcome, type PlayedStep } from '../result.ts'

/** One step: what it did, what came of it, the exchange and the webhooks that came. */
export function stepItem(step: PlayedStep, begin: number | undefined): string {
  const { say, outcome, verbs, wait } = step
  const { status } = outcome
  const inside = insideOf(step)
  const isWait = verbs.length === 1 && verbs[0] === 'wait'
  const does = verbs.map(
    (verb) => `<span class="verb ${verb}">${wait && verb === 'wait' ? `wait ${escaped(wait)}` : verb}</span>`,
  )
  const head = [
    `<span class="state ${status}">${WORDS[status]}</span>`,
    `<span class="say">${escaped(say)}</span>`,
    `<span class="does">${does.join(' ')}${timeOf(step, begin)} <small>${escaped(`${step.file}:${step.line}`)}</small></span>`,
  ].join(' ')
  const body = inside
    ? `<details${status === 'FAIL' ? ' open' : ''}><summary>${head}</summary><div class="inside">${inside}</div></details>`
    : `<div class="bare">${head}</div>`
  const why =
    status === 'skip' && outcome.why && outcome.why !== AFTER_FAILURE.why
      ? `<p class="why">${escaped(outcome.why)}</p>`
      : ''
  const webhooks = step.webhooks.map((came) => webhookItem(came, begin))
  const list = webhooks.length > 0 ? `<ul class="came" aria-label="Webhooks that came">${webhooks.join('')}</ul>` : ''
  return `<li class="step ${status}${isWait ? ' waits' : ''}">${body}${why}${list}</li>`
}

const WORDS = { ok: 'ok', FAIL: 'failed', skip: 'skipped' } as const

function timeOf({ at, outcome }: PlayedStep, begin: number | undefined): string {
  return at === undefined || begin === undefined || outcome.status === 'skip' ? '' : ` ${moment(Date.parse(at), begin)}`
}

function moment(at: number, begin: number): string {
  const iso = new Date(at).toISOString()
  const text = at === begin ? 'start' : `+${durationText(at - begin)}`
  return `<time datetime="${iso}" title="${momentText(at)}">${text}</time>`
}

function insideOf({ outcome, until }: PlayedStep): string {
  const { status, why, differences = [], notes = [], curl, reply } = outcome
  const isFailure = status === 'FAIL'
  return [
    isFailure && why ? `<p class="why">${escaped(why)}</p>` : '',
    ...differences.map(differenceBlock),
    notes.length > 0 ? textBlock(notes.join('\n'), 'What else helps') : '',
    curl ? `<h4>Call</h4>${textBlock(curl, 'The call for a shell')}` : '',
    replyBlock(reply),
    isFailure && until ? `<p class="clock">The world's clock: ${escaped(until)}</p>` : '',
  ].join('')
}

function replyBlock(reply: Outcome['reply']): string {
  const label = 'The body of the answer'
  return reply
    ? `<h4>Answer: HTTP ${reply.status}</h4>${typeof reply.body === 'string' ? textBlock(reply.body, label) : jsonBlock(reply.body, label)}`
    : ''
}

function differenceBlock({ where, expected, actual }: Difference): string {
  const place = escaped(where || 'the whole')
  return [
    `<div class="difference"><h4>${place} differs</h4><div class="sides">`,
    `<div class="expected"><h5>expected</h5>${jsonBlock(expected, `expected of ${where}`)}</div>`,
    `<div class="actual"><h5>actual</h5>${jsonBlock(actual, `actual ${where}`)}</div>`,
    '</div></div>',
  ].join('')
}

function webhookItem({ at, app, field, value }: Came, begin: number | undefined): string {
  const time = begin === undefined ? '' : ` ${moment(at, begin)}`
  const gist = gistOf(value)
  const says = `<span class="say">${escaped(field)}${gist ? ` <b>${escaped(gist)}</b>` : ''}</span>`
  const head = `${says} <span class="does"><span class="verb webhook">to ${escaped(app)}</span>${time}</span>`
  const body = jsonBlock(value, `The value of the webhook ${field}`)
  return `<li><details><summary>${head}</summary><div class="inside">${body}</div></details></li>`
}
