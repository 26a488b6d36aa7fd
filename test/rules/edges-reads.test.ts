import { describe } from 'vitest'
import { HOUR, hold, later, MINUTE, refused, SECOND } from './edges.ts'
import { type Event, PHONE, sent, times } from './story.ts'

describe('reads', () => {
  const read = (path: string, operation: string, rest: object = {}): Event => ({
    call: `GET /v25.0/${path}`,
    operation,
    ...rest,
  })
  const number = read(PHONE, 'getPhoneNumber')
  const status = read('1', 'getWhatsAppBusinessAccountDetails', {
    params: { fields: 'marketing_messages_onboarding_status' },
  })
  const templates = read('1/message_templates', 'getMessageTemplates')
  const run = read('77', 'getAdReportRun')
  const rows = read('77/insights', 'getReportRunInsights')
  const debug = read('debug_token', 'debugToken')
  const metrics = read('1', 'getWhatsAppBusinessAccountDetails', { params: { fields: ['analytics.start(1)'] } })
  const soon = (event: Event): Event => later(SECOND - 1, event)

  hold([
    ['three in ten seconds', 'read-again', [number, later(5 * SECOND, number), later(5 * SECOND, number)], [1, 2, 3]],
    ['three in more', 'read-again', [number, later(5 * SECOND, number), later(5 * SECOND + 1, number)], []],
    ['two', 'read-again', times(2, number), []],
    ['something was changed between', 'read-again', [number, number, sent('a'), number], []],
    ['a webhook came between', 'read-again', [number, number, { hears: 'account_update' }, number], []],
    ['parts of a batch', 'read-again', times(3, { ...number, part: true } as Event), []],
    ['refused', 'read-again', times(3, { ...number, ...refused } as Event), []],
    ['posts', 'read-again', times(3, { ...number, call: `POST /v25.0/${PHONE}`, operation: undefined } as Event), []],
    ['tokens have a rule of their own', 'read-again', times(3, debug), []],
    ['rows of a report', 'report-polled-too-fast', [rows, soon(rows), soon(rows)], []],
    ['a run, within a second twice', 'report-polled-too-fast', [run, soon(run), soon(run)], [2, 3]],
    ['a run, within a second once', 'report-polled-too-fast', [run, soon(run), later(SECOND, run)], []],
    ['a run, each second', 'report-polled-too-fast', [run, later(SECOND, run), later(SECOND, run)], []],
    [
      'two runs',
      'report-polled-too-fast',
      [run, soon(read('78', 'getAdReportRun')), soon(read('79', 'getAdReportRun'))],
      [],
    ],
    [
      'four in an hour',
      'onboarding-polled',
      [status, ...times(2, status), later(HOUR - 2 * SECOND, status)],
      [1, 2, 3, 4],
    ],
    ['four in more', 'onboarding-polled', [status, ...times(2, status), later(HOUR, status)], []],
    ['three', 'onboarding-polled', times(3, status), []],
    ['of other fields', 'onboarding-polled', times(4, { ...status, params: { fields: 'name' } } as Event), []],
    [
      'four in ten minutes',
      'template-status-polled',
      [...times(3, templates), later(10 * MINUTE - 2 * SECOND, templates)],
      [1, 2, 3, 4],
    ],
    ['four in more', 'template-status-polled', [...times(3, templates), later(10 * MINUTE, templates)], []],
    [
      'three in a quarter of an hour',
      'metrics-read-too-often',
      [...times(2, metrics), later(15 * MINUTE - SECOND, metrics)],
      [1, 2, 3],
    ],
    ['three in more', 'metrics-read-too-often', [...times(2, metrics), later(15 * MINUTE, metrics)], []],
    [
      'after each of three messages',
      'metrics-per-message',
      [sent('a'), metrics, sent('b'), metrics, sent('c'), metrics],
      [2, 4, 6],
    ],
    ['after each of two messages', 'metrics-per-message', [sent('a'), metrics, sent('b'), metrics], []],
    [
      'after each second message',
      'metrics-per-message',
      [1, 2, 3].flatMap((n) => [sent(`a${n}`), sent(`b${n}`), metrics]),
      [],
    ],
    [
      'something else after each message',
      'metrics-per-message',
      [sent('a'), number, sent('b'), number, sent('c'), number],
      [],
    ],
    [
      'something else between',
      'metrics-per-message',
      [1, 2, 3].flatMap((n) => [sent(`a${n}`), number, metrics]),
      [3, 6, 9],
    ],
  ])
})
