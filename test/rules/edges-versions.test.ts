import { describe, expect, test } from 'vitest'
import type { History } from '../../contracts/history.ts'
import { hitsIn, hold } from './edges.ts'
import { type Event, PHONE, sent } from './story.ts'

describe('versions', () => {
  const asked = (version: string, rest: object = {}): Event => ({
    call: `GET ${version}/1`,
    operation: 'getWhatsAppBusinessAccountDetails',
    ...rest,
  })
  const ads = (version: string): Event => ({ call: `GET ${version}/act_1`, operation: 'getAdAccount' })
  const on = (day: string): Partial<History> => ({ graphAt: Date.parse(day) })

  hold([
    ['no version', 'version-missing', [sent('a', {}, { call: `POST /${PHONE}/marketing_messages` })], [1]],
    ['a version', 'version-missing', [sent('a')], []],
    [
      'a part of a batch',
      'version-missing',
      [sent('a', {}, { call: `POST /${PHONE}/marketing_messages`, part: true })],
      [],
    ],
    ['no operation', 'version-missing', [{ call: 'GET /1' }], []],
    ['an ended version', 'version-ended', [sent('a', {}, { call: `POST /v18.0/${PHONE}/marketing_messages` })], [1]],
    [
      'the last day',
      'version-ended',
      [sent('a', {}, { call: `POST /v19.0/${PHONE}/marketing_messages` })],
      [],
      on('2026-05-20'),
    ],
    [
      'the day of its end',
      'version-ended',
      [sent('a', {}, { call: `POST /v19.0/${PHONE}/marketing_messages` })],
      [1],
      on('2026-05-21'),
    ],
    ['no version at all', 'version-ended', [sent('a', {}, { call: `POST /${PHONE}/marketing_messages` })], []],
    [
      'ended calls are told in their order',
      'version-ended',
      [
        sent('a', {}, { call: `POST /v17.0/${PHONE}/messages` }),
        sent('b', {}, { call: `POST /v18.0/${PHONE}/messages` }),
      ],
      [1, 2],
    ],
    [
      '90 days before',
      'version-ends-soon',
      [sent('a', {}, { call: `POST /v19.0/${PHONE}/marketing_messages` })],
      [1],
      on('2026-02-20'),
    ],
    [
      '91 days before',
      'version-ends-soon',
      [sent('a', {}, { call: `POST /v19.0/${PHONE}/marketing_messages` })],
      [],
      on('2026-02-19'),
    ],
    [
      'ended is not soon',
      'version-ends-soon',
      [sent('a', {}, { call: `POST /v18.0/${PHONE}/marketing_messages` })],
      [],
    ],
    ['none has no end', 'version-ends-soon', [sent('a', {}, { call: `POST /${PHONE}/marketing_messages` })], []],
    ['a field that is there', 'field-gone', [asked('/v25.0', { params: { fields: 'id,name' } })], []],
    ['no fields', 'field-gone', [asked('/v25.0')], []],
    ['ads, the day before', 'version-ended', [ads('/v22.0')], [], on('2026-02-17')],
    ['ads, the day of the end', 'version-ended', [ads('/v22.0')], [1], on('2026-02-18')],
    ['ads of a version without an end', 'version-ended', [ads('/v25.0')], []],
    ['others of the same version', 'version-ended', [asked('/v22.0')], [], on('2026-02-18')],
    ['ads in 90 days', 'version-ends-soon', [ads('/v24.0')], [1], on('2026-07-08')],
    ['others in 90 days', 'version-ends-soon', [asked('/v24.0')], [], on('2026-07-08')],
    ['a file', 'version-missing', [{ call: 'GET /whatsapp_business/attachments', operation: 'downloadMedia' }], []],
    [
      'of days that differ',
      'version-ended',
      [asked('/v19.0'), { ...asked('/v19.0'), after: 90 * 86_400_000 } as Event],
      [2],
    ],
    [
      'a gone field',
      'field-gone',
      [asked('/v23.0', { params: { fields: 'id,marketing_messages_lite_api_status' } })],
      [1],
    ],
    [
      'a gone field in a list',
      'field-gone',
      [asked('/v23.0', { params: { fields: ['marketing_messages_lite_api_status'] } })],
      [1],
    ],
    [
      'a gone field on another node',
      'field-gone',
      [ads('/v25.0'), { ...ads('/v25.0'), params: { fields: 'marketing_messages_lite_api_status' } } as Event],
      [],
    ],
    [
      'fields of what is no node',
      'field-gone',
      [
        {
          call: 'GET /v25.0/debug_token',
          operation: 'debugToken',
          params: { fields: 'marketing_messages_lite_api_status' },
        },
      ],
      [],
    ],
    [
      'a text too long to be fields',
      'field-gone',
      [asked('/v23.0', { params: { fields: `${'a,'.repeat(5000)}marketing_messages_lite_api_status` } })],
      [],
    ],
  ])

  test('calls of several versions are told in the order in which they came', () => {
    const old = (version: string): Event => asked(version, { call: `GET ${version}/1` })
    const hits = hitsIn('version-ended', [old('/v17.0'), old('/v18.0'), old('/v17.0')])
    expect(hits.map(({ problem }) => problem)).toEqual(['v17.0 has ended: Graph serves it as v19.0 (3 times)'])
    expect(hits[0]?.exchanges).toEqual([1, 2, 3])
    const first = hitsIn('version-ended', [old('/v18.0'), old('/v17.0'), old('/v18.0')])
    expect(first[0]?.problem).toBe('v18.0 has ended: Graph serves it as v19.0 (3 times)')
  })

  test('places are told in the order of their first calls', () => {
    const events = [asked('/v17.0'), sent('a', {}, { call: `POST /v18.0/${PHONE}/marketing_messages` }), ads('/v17.0')]
    expect(hitsIn('version-ended', events).map(({ exchanges }) => exchanges)).toEqual([[1], [2], [3]])
  })

  test('an end is told with its day', () => {
    const said = (id: string, events: readonly Event[], day: string) => hitsIn(id, events, on(day))[0]?.problem
    expect(said('version-ended', [ads('/v22.0')], '2026-02-18')).toBe('since 2026-02-18 the Marketing API has no v22.0')
    expect(said('version-ends-soon', [ads('/v24.0')], '2026-07-08')).toBe('from 2026-10-06 on there is no v24.0')
    expect(
      said('field-gone', [asked('/v23.0', { params: { fields: 'marketing_messages_lite_api_status' } })], '2026-03-02'),
    ).toBe('marketing_messages_lite_api_status is there up to v23.0; v25.0 has it no more')
  })
})
