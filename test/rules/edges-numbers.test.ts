import { describe } from 'vitest'
import { hold, later, SECOND, untaken } from './edges.ts'
import { sent, times } from './story.ts'

describe('numbers', () => {
  const to = (number: string | undefined, wa_id: unknown, more: object = {}) =>
    sent('a', { to: number, ...more }, { reply: { contacts: [{ wa_id }], messages: [{ id: 'wamid.a' }] } })

  hold([
    ['another was read', 'number-without-country-code', [to('4165550100', '914165550100')], [1]],
    ['with a plus', 'number-without-country-code', [to('+4165550100', '914165550100')], []],
    ['as it is written', 'number-without-country-code', [to('(416) 555-0100', '914165550100')], [1]],
    ['the same was read', 'number-without-country-code', [to('14165550100', '14165550100')], []],
    ['a user id', 'number-without-country-code', [to(undefined, '914165550100', { recipient: '4165550100' })], []],
    ['nothing was read', 'number-without-country-code', [to('4165550100', undefined)], []],
    ['no digits', 'number-without-country-code', [to('(-)', '914165550100')], []],
    ['no number', 'number-without-country-code', [to('416x', '914165550100')], []],
    ['the same was read', 'number-without-plus', [to('14165550100', '14165550100')], [1]],
    ['another was read', 'number-without-plus', [to('4165550100', '914165550100')], []],
  ])
})

describe('limits of messages', () => {
  const limited = sent('a', {}, { ...untaken, error: 'pair_rate_reached' })
  const over = sent('a', {}, { ...untaken, error: 'throughput_reached' })

  hold([
    ['again within a second', 'pair-rate-not-waited', [limited, later(SECOND - 1, sent('b'))], [1, 2]],
    ['again after a second', 'pair-rate-not-waited', [limited, later(SECOND, sent('b'))], []],
    ['nothing was refused', 'pair-rate-not-waited', [sent('a'), later(1, sent('b'))], []],
    ['nothing was refused', 'throughput-not-waited', times(20, later(1, sent('b'))), []],
    ['once at once', 'throughput-not-waited', [over, later(500, sent('b'))], []],
    ['twice at once', 'throughput-not-waited', [over, later(500, over), later(500, sent('b'))], [2, 3]],
    ['once', 'throughput-not-waited', [over, later(5 * SECOND, sent('b'))], []],
  ])
})
