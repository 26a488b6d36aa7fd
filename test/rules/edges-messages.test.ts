import { describe } from 'vitest'
import { hold, later, MINUTE, refused, SECOND, toOther, untaken } from './edges.ts'
import { cloud, type Event, PHONE, sent, status, text, times } from './story.ts'

const lost = { status: 0, fault: 'drop after' }

describe('messages', () => {
  const statusOfOnboarding = { call: 'GET /v25.0/1', params: { fields: 'marketing_messages_onboarding_status' } }
  const billed = (id: string, category: string): Event => status(id, 'sent', { pricing: { category } })
  const campaign = Array.from({ length: 10 }, (_, n) => sent(`c${n}`))
  const upload = (sha256: string, rest: object = {}): Event => ({
    call: 'POST /v25.0/1/media',
    operation: 'uploadImage',
    params: { file: { sha256 } },
    ...rest,
  })
  const rate = (count: number, gap: number): Event[] =>
    Array.from({ length: count }, (_, n) => later(n === 0 ? SECOND : gap, sent(`r${n}`, { to: `+1416555${1000 + n}` })))

  hold([
    [
      'within ten minutes of a lost answer',
      'sent-again-after-lost-answer',
      [sent('a', {}, lost), later(10 * MINUTE, sent('b'))],
      [1, 2],
    ],
    [
      'later than ten minutes',
      'sent-again-after-lost-answer',
      [sent('a', {}, lost), later(10 * MINUTE + 1, sent('b'))],
      [],
    ],
    ['the second was not taken', 'sent-again-after-lost-answer', [sent('a', {}, lost), sent('b', {}, untaken)], []],
    [
      'the lost one was not taken either',
      'sent-again-after-lost-answer',
      [sent('a', {}, { ...lost, reply: {} }), sent('b')],
      [],
    ],
    ['it says something else', 'sent-again-after-lost-answer', [sent('a', {}, lost), sent('b', { ttl: 1 })], []],
    [
      'an answer that broke off',
      'sent-again-after-lost-answer',
      [sent('a', {}, { fault: 'truncate' }), sent('b')],
      [1, 2],
    ],
    ['after five seconds', 'sent-twice', [sent('a'), later(5 * SECOND, sent('b'))], [1, 2]],
    ['after more than five seconds', 'sent-twice', [sent('a'), later(5 * SECOND + 1, sent('b'))], []],
    ['to another', 'sent-twice', [sent('a'), sent('b', toOther)], []],
    ['from another number', 'sent-twice', [sent('a'), sent('b', {}, { call: 'POST /v25.0/2/marketing_messages' })], []],
    ['the first was refused', 'sent-twice', [sent('a', {}, untaken), sent('b')], []],
    ['the second was refused', 'sent-twice', [sent('a'), sent('b', {}, untaken)], []],
    ['a text, no template', 'sent-twice', [cloud('a', text), cloud('b', text)], []],
    [
      'what it is known by differs alone',
      'sent-twice',
      [sent('a', { biz_opaque_callback_data: '1' }), sent('b', { biz_opaque_callback_data: '2' })],
      [1, 2],
    ],
    ['another lies between', 'sent-twice', [sent('a'), sent('x', { ttl: 1 }), sent('b')], [1, 3]],
    ['81 within a second', 'more-than-80-a-second', rate(81, 12), [81]],
    ['80 within a second', 'more-than-80-a-second', rate(80, 12), []],
    ['81 in a second and a bit', 'more-than-80-a-second', rate(81, 12.5), []],
    [
      'four after it was told',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), ...times(4, sent('b'))],
      [2, 3, 4, 5],
    ],
    [
      'three after it was told',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), ...times(3, sent('b'))],
      [],
    ],
    [
      'billed as it should be',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing_lite'), ...times(4, sent('b'))],
      [],
    ],
    ['by the Cloud API', 'fallback-unnoticed', [cloud('a'), billed('a', 'marketing'), ...times(4, sent('b'))], []],
    [
      'and then by the Cloud API',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), ...times(4, cloud('b'))],
      [],
    ],
    [
      'noticed after three',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), ...times(3, sent('b')), statusOfOnboarding, ...times(4, sent('c'))],
      [],
    ],
    [
      'noticed before it was told',
      'fallback-unnoticed',
      [statusOfOnboarding, sent('a'), billed('a', 'marketing'), ...times(4, sent('b'))],
      [3, 4, 5, 6],
    ],
    [
      'another field was read',
      'fallback-unnoticed',
      [
        sent('a'),
        billed('a', 'marketing'),
        { ...statusOfOnboarding, params: { fields: 'id' } },
        ...times(4, sent('b')),
      ],
      [3, 4, 5, 6],
    ],
    [
      'a post with the field',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), { ...statusOfOnboarding, call: 'POST /v25.0/1' }, ...times(4, sent('b'))],
      [3, 4, 5, 6],
    ],
    [
      'a status without a price comes last',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), status('a', 'read'), ...times(4, sent('b'))],
      [2, 3, 4, 5],
    ],
    [
      'noticed by the call before it was told',
      'fallback-unnoticed',
      [sent('a'), statusOfOnboarding, billed('a', 'marketing'), ...times(4, sent('b'))],
      [3, 4, 5, 6],
    ],
    [
      'noticed after four',
      'fallback-unnoticed',
      [sent('a'), billed('a', 'marketing'), ...times(4, sent('b')), statusOfOnboarding],
      [2, 3, 4, 5],
    ],
    [
      'a marketing template of an onboarded number',
      'marketing-by-cloud-api',
      [cloud('a')],
      [1],
      { onboarded: { [PHONE]: ['spring_sale'] } },
    ],
    ['another template', 'marketing-by-cloud-api', [cloud('a')], [], { onboarded: { [PHONE]: ['other'] } }],
    ['another number is onboarded', 'marketing-by-cloud-api', [cloud('a')], [], { onboarded: { 2: ['spring_sale'] } }],
    [
      'it was refused',
      'marketing-by-cloud-api',
      [cloud('a', {}, untaken)],
      [],
      { onboarded: { [PHONE]: ['spring_sale'] } },
    ],
    ['a text', 'marketing-by-cloud-api', [cloud('a', text)], [], { onboarded: { [PHONE]: ['spring_sale'] } }],
    [
      'bills alone show both',
      'marketing-by-cloud-api',
      [sent('a'), cloud('b'), billed('a', 'marketing_lite'), billed('b', 'marketing')],
      [2],
    ],
    [
      'a utility template',
      'marketing-by-cloud-api',
      [sent('a'), cloud('b'), billed('a', 'marketing_lite'), billed('b', 'utility')],
      [],
    ],
    ['ten taken, and nothing heard', 'statuses-unheard', campaign, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['nine taken, and one refused', 'statuses-unheard', [...campaign.slice(1), sent('x', {}, untaken)], []],
    ['a webhook that was posted', 'statuses-unheard', [...campaign, { hears: 'messages', status: 500 }], []],
    [
      'one of another field',
      'statuses-unheard',
      [...campaign, { hears: 'account_update' }],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ],
    ['webhooks that are forgotten', 'statuses-unheard', campaign, [], { forgotten: { calls: 0, deliveries: 1 } }],
    ['three times', 'media-uploaded-again', times(3, upload('a')), [1, 2, 3]],
    ['twice', 'media-uploaded-again', times(2, upload('a')), []],
    ['three files', 'media-uploaded-again', ['a', 'b', 'c'].map((one) => upload(one)), []],
    [
      'to three numbers',
      'media-uploaded-again',
      [1, 2, 3].map((n) => upload('a', { call: `POST /v25.0/${n}/media` })),
      [],
    ],
    ['refused', 'media-uploaded-again', times(3, upload('a', refused)), []],
    [
      'by name and size',
      'media-uploaded-again',
      times(3, upload('', { params: { file: { name: 'a.png', size: 7 } } })),
      [1, 2, 3],
    ],
    [
      'of three sizes',
      'media-uploaded-again',
      [1, 2, 3].map((size) => upload('', { params: { file: { name: 'a.png', size } } })),
      [],
    ],
    ['without a file', 'media-uploaded-again', times(3, upload('', { params: {} })), []],
  ])
})
