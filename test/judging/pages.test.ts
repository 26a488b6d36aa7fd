import { expect, test } from 'vitest'
import type { HistoryCall } from '../../contracts/history.ts'
import { notFollowed } from '../../contracts/judging/pages.ts'
import { type Event, sent, story } from '../rules/story.ts'

const next = { paging: { next: 'http://127.0.0.1/next', cursors: { after: 'MjQZD' } } }
const page = (more: Partial<HistoryCall> & { readonly call?: string } = {}): Event => ({
  call: 'GET /v25.0/1/templates',
  reply: next,
  ...more,
})
const last = sent('a')

test.each<[string, Event[], number[]]>([
  ['nobody asks for the next one', [page(), last], [1]],
  ['the next one is asked for by its cursor', [page(), page({ params: { after: 'MjQZD' }, reply: {} }), last], []],
  ['another cursor is asked for', [page(), page({ params: { after: 'other' }, reply: {} }), last], [1]],
  [
    'the cursor is asked for on another path',
    [page(), page({ call: 'GET /v25.0/2', params: { after: 'MjQZD' }, reply: {} }), last],
    [1],
  ],
  [
    'of a page by offset the next one is asked for',
    [page({ reply: { paging: { next: 'x' } } }), page({ params: { offset: '25' }, reply: {} }), last],
    [],
  ],
  [
    'of a page without cursors the next one is asked for by one',
    [page({ reply: { paging: { next: 'x' } } }), page({ params: { after: 'MjQZD' }, reply: {} }), last],
    [],
  ],
  [
    'of a page by offset none is asked for',
    [page({ reply: { paging: { next: 'x' } } }), page({ reply: {} }), last],
    [1],
  ],
  ['it is the newest call', [last, page()], []],
  ['it is the last of two', [page({ reply: {} }), page()], []],
  ['it is the last of three', [last, last, page()], []],
  ['its next is no address', [page({ reply: { paging: { ...next.paging, next: 7 } } }), last], []],
  ['it was refused', [page({ status: 400 }), last], []],
  ['it is the answer to a write', [page({ call: 'POST /v25.0/1/templates' }), last], []],
  ['it is a part of a batch', [page({ part: true }), last], []],
  ['it says of no next one', [page({ reply: { paging: { cursors: { after: 'MjQZD' } } } }), last], []],
  ['less than a usual page was asked for', [page({ params: { limit: 24 } }), last], []],
  ['a usual page was asked for', [page({ params: { limit: '25' } }), last], [1]],
])('a page that tells of a next one: %s', (_, events, expected) => {
  const found = notFollowed(story(...events))
  expect(found.map(({ calls }) => calls.map(({ n }) => n))).toEqual(expected.map((n) => [n]))
  for (const { problem } of found) expect(problem).toBe('paging.next said that there is more, and nobody asked for it')
})
