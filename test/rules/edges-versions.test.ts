import { describe } from 'vitest'
import type { History } from '../../contracts/history.ts'
import { hold } from './edges.ts'
import { type Event, PHONE, sent } from './story.ts'

describe('versions', () => {
  const asked = (version: string, rest: object = {}): Event => ({
    call: `GET ${version}/1`,
    operation: 'readWhatsAppBusinessAccount',
    ...rest,
  })
  const insights = (version: string, rest: object = {}): Event => ({
    call: `GET ${version}/act_1/insights`,
    operation: 'getAdAccountInsights',
    ...rest,
  })
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
    ['ads: no operation of that name is judged as ads', 'version-ended', [insights('/v25.0')], []],
  ])
})
