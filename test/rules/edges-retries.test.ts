import { describe, expect, test } from 'vitest'
import { hitsIn, hold, later, MINUTE, SECOND } from './edges.ts'
import { type Event, sent, times } from './story.ts'

describe('retries and limits', () => {
  const get = (rest: object = {}): Event => ({ call: 'GET /v25.0/1', ...rest })
  const final = { error: 'object_missing_on_get' }
  const unclear = { error: 'insights_no_data', reply: { error: { code: 2 } } }
  const down = { error: 'service_unavailable' }
  const limited = { error: 'app_limit_reached', operation: 'readPage', regain: 2 }
  const quick = (event: Event): Event => later(100, event)
  const blocked = sent('a', {}, { error: 'account_locked' })

  hold([
    ['within a minute', 'retried-final-error', [get(final), later(MINUTE, get(final))], [1, 2]],
    ['later', 'retried-final-error', [get(final), later(MINUTE + 1, get(final))], []],
    ['something was changed between', 'retried-final-error', [get(final), sent('a'), get(final)], []],
    ['code 2 once more', 'retried-final-error', [get(unclear), get(unclear)], []],
    ['code 2 and again', 'retried-final-error', times(3, get(unclear)), [2, 3]],
    ['what nobody could read', 'retried-final-error', times(2, get({ error: 'body_malformed' })), []],
    ['what passes', 'retried-final-error', times(2, get(down)), []],
    ['other parameters', 'retried-final-error', [get(final), get({ ...final, params: { a: 1 } })], []],
    ['at once after downtime', 'retried-without-wait', [get(down), quick(get())], [1, 2]],
    ['after a quarter of a second', 'retried-without-wait', [get(down), later(250, get())], []],
    ['at once after no answer', 'retried-without-wait', [get({ status: 0 }), quick(get())], [1, 2]],
    ['at once after a page', 'retried-without-wait', [get({ status: 502, fault: 'page 502' }), quick(get())], [1, 2]],
    ['at once after success', 'retried-without-wait', [get(), quick(get()), get(down)], []],
    ['another call at once', 'retried-without-wait', [get(down), quick(get({ params: { a: 1 } }))], []],
    ['a fourth', 'sent-on-while-blocked', times(4, blocked), [4]],
    ['a third', 'sent-on-while-blocked', times(3, blocked), []],
    ['four, taken between', 'sent-on-while-blocked', [blocked, sent('b'), blocked, sent('c'), blocked], []],
    [
      'two more within what was told',
      'called-on-while-limited',
      [get(limited), get({ operation: 'readPage' }), get({ operation: 'readPage' })],
      [1, 3],
    ],
    ['one more', 'called-on-while-limited', [get(limited), get({ operation: 'readPage' })], []],
    [
      'two more after it',
      'called-on-while-limited',
      [get(limited), later(2 * MINUTE, get({ operation: 'readPage' })), get({ operation: 'readPage' })],
      [],
    ],
    [
      'before it was limited',
      'called-on-while-limited',
      [get({ operation: 'readPage' }), get(limited), get({ operation: 'readPage' })],
      [],
    ],
    ['refused on and on', 'called-on-while-limited', times(3, get(limited)), [1, 3]],
    [
      'no time was told: two after a minute',
      'called-on-while-limited',
      [
        get({ ...limited, regain: undefined }),
        later(MINUTE, get({ operation: 'readPage' })),
        later(0, get({ operation: 'readPage' })),
      ],
      [],
    ],
    [
      'refused for other reasons',
      'sent-on-while-blocked',
      [blocked, ...times(4, sent('a', {}, { error: 'parameter_value' }))],
      [],
    ],
    ['of another operation', 'called-on-while-limited', [get(limited), ...times(2, get({ operation: 'other' }))], []],
    [
      'of another token',
      'called-on-while-limited',
      [get(limited), ...times(2, get({ operation: 'readPage', token: 'bbbb' }))],
      [],
    ],
    [
      'no time was told: a minute',
      'called-on-while-limited',
      [
        get({ ...limited, regain: undefined }),
        later(MINUTE - SECOND, get({ operation: 'readPage' })),
        later(1, get({ operation: 'readPage' })),
      ],
      [1, 3],
    ],
    [
      'no time was told: after a minute',
      'called-on-while-limited',
      [
        get({ ...limited, regain: undefined }),
        later(MINUTE, get({ operation: 'readPage' })),
        get({ operation: 'readPage' }),
      ],
      [],
    ],
  ])

  test('says how long Graph had told to wait', () => {
    const said = (regain: number | undefined) =>
      hitsIn('called-on-while-limited', times(3, get({ ...limited, regain })))[0]?.problem
    expect(said(2)).toBe('2 calls more came within 2 min of app_limit_reached: 2 min were told')
    expect(said(undefined)).toBe('2 calls more came within 60 s of app_limit_reached: no time was told')
  })

  test('says what came before a retry without a wait', () => {
    const said = (rest: object) => hitsIn('retried-without-wait', [get(rest), quick(get())])[0]?.problem
    expect(said({ status: 0 })).toBe('it came again 100 ms after no answer: wait, each time longer')
    expect(said({ status: 502, fault: 'page 502' })).toBe('it came again 100 ms after HTTP 502: wait, each time longer')
    expect(said(down)).toBe('it came again 100 ms after service_unavailable: wait, each time longer')
  })
})
