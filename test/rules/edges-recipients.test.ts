import { describe } from 'vitest'
import { DAY, HOUR, hold, later, otherReply, SECOND, toOther } from './edges.ts'
import { cloud, type Event, failed, preference, sent, status, text } from './story.ts'

describe('recipients', () => {
  const writes = (from: string): Event => ({ hears: 'messages', value: { messages: [{ from }] } })

  hold([
    ['a stop', 'sent-after-stop', [preference('stop'), sent('a')], [1]],
    ['a stop and a resume', 'sent-after-stop', [preference('stop'), preference('resume'), sent('a')], []],
    ['a resume and a stop', 'sent-after-stop', [preference('resume'), preference('stop'), sent('a')], [1]],
    ['before the stop', 'sent-after-stop', [sent('a'), preference('stop')], []],
    ['to another', 'sent-after-stop', [preference('stop'), sent('a', toOther, otherReply)], []],
    ['no marketing', 'sent-after-stop', [preference('stop'), cloud('a', text)], []],
    ['a stop that was not taken', 'sent-after-stop', [{ ...preference('stop'), status: 500 } as Event, sent('a')], []],
    ['the opt-out is known', 'resent-after-opt-out', [sent('a'), failed('a', 131050), sent('b')], [2]],
    ['a resume came', 'resent-after-opt-out', [sent('a'), failed('a', 131050), preference('resume'), sent('b')], []],
    [
      'a resume came before',
      'resent-after-opt-out',
      [preference('resume'), sent('a'), failed('a', 131050), sent('b')],
      [2],
    ],
    [
      'a resume came after',
      'resent-after-opt-out',
      [sent('a'), failed('a', 131050), sent('b'), preference('resume')],
      [2],
    ],
    [
      'two resumes, one in time',
      'resent-after-opt-out',
      [preference('resume'), sent('a'), failed('a', 131050), preference('resume'), sent('b')],
      [],
    ],
    ['a text', 'resent-after-opt-out', [sent('a'), failed('a', 131050), cloud('b', text)], []],
    ['the same template by the Cloud API', 'resent-after-opt-out', [cloud('a'), failed('a', 131050), cloud('b')], [2]],
    [
      'another template by the Cloud API',
      'resent-after-opt-out',
      [cloud('a'), failed('a', 131050), cloud('b', { template: { name: 'receipt' } })],
      [],
    ],
    [
      'a stop is no resume',
      'resent-after-opt-out',
      [sent('a'), failed('a', 131050), preference('stop'), sent('b')],
      [2],
    ],
    ['a text after a text', 'resent-after-opt-out', [cloud('a', text), failed('a', 131050), cloud('b', text)], []],
    ['another code', 'resent-after-opt-out', [sent('a'), failed('a', 131049), sent('b')], []],
    [
      'it was delivered with an error',
      'resent-after-opt-out',
      [sent('a'), status('a', 'delivered', { errors: [{ code: 131050 }] }), sent('b')],
      [],
    ],
    [
      'within a day',
      'resent-while-held-back',
      [sent('a'), failed('a', 131049), later(DAY - 2 * SECOND, sent('b'))],
      [2],
    ],
    ['after a day', 'resent-while-held-back', [sent('a'), failed('a', 131049), later(DAY - SECOND, sent('b'))], []],
    ['a text within a day', 'resent-while-held-back', [sent('a'), failed('a', 131049), cloud('b', text)], []],
    ['a text within the hour', 'resent-to-unreachable', [sent('a'), failed('a', 131026), cloud('b', text)], [2]],
    ['after an hour', 'resent-to-unreachable', [sent('a'), failed('a', 131026), later(HOUR - SECOND, sent('b'))], []],
    ['a text', 'resent-to-blocked', [sent('a'), failed('a', 130403), later(30 * DAY, cloud('b', text))], [2]],
    ['a text again', 'sent-after-window', [cloud('a', text), failed('a', 131047), cloud('b', text)], [2]],
    ['a template then', 'sent-after-window', [cloud('a', text), failed('a', 131047), cloud('b')], []],
    [
      'a marketing message then',
      'sent-after-window',
      [cloud('a', text), failed('a', 131047), sent('b', { template: undefined })],
      [],
    ],
    [
      'the customer wrote',
      'sent-after-window',
      [cloud('a', text), failed('a', 131047), writes('14165550100'), cloud('b', text)],
      [],
    ],
    [
      'the customer wrote before',
      'sent-after-window',
      [writes('14165550100'), cloud('a', text), failed('a', 131047), cloud('b', text)],
      [2],
    ],
    [
      'the customer wrote after',
      'sent-after-window',
      [cloud('a', text), failed('a', 131047), cloud('b', text), writes('14165550100')],
      [2],
    ],
    [
      'another wrote',
      'sent-after-window',
      [cloud('a', text), failed('a', 131047), writes('14165550177'), cloud('b', text)],
      [2],
    ],
    [
      'another is written to',
      'sent-after-window',
      [cloud('a', text), failed('a', 131047), cloud('b', { ...text, ...toOther }, otherReply)],
      [],
    ],
  ])
})
