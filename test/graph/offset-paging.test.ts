import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOfRows } from '../../emulator/offset-paging.ts'
import '../seed.ts'

const link = { origin: 'http://127.0.0.1', path: '/v25.0/1/insights', params: { level: 'ad' }, token: 'x' }
const rows = (count: number) => Array.from({ length: count }, (_, at) => at)
const page = (count: number, params: object = {}) => pageOfRows(rows(count), params, link)

test('cursors are places, in base64 with ZD for every =', () => {
  expect(page(1).paging).toEqual({ cursors: { before: 'MAZDZD', after: 'MAZDZD' } })
  expect(page(25).paging).toEqual({ cursors: { before: 'MAZDZD', after: 'MjQZD' } })
})

test('a page has 25 rows, and links with all parameters to those beside it', () => {
  const first = page(60)
  expect(first.data).toEqual(rows(25))
  expect(first.paging?.next).toBe('http://127.0.0.1/v25.0/1/insights?level=ad&access_token=x&limit=25&after=MjQZD')
  const second = page(60, { after: 'MjQZD' })
  expect(second.data[0]).toBe(25)
  expect(second.paging?.previous).toContain('before=MjUZD')
  expect(page(60, { before: 'MjUZD' }).data).toEqual(rows(25))
})

test('there is no paging where there are no rows', () => {
  expect(page(0)).toEqual({ data: [] })
  expect(page(3, { after: 'MjQZD' })).toEqual({ data: [] })
})

test.each(['', '!', 'MA==', 'MA', 'LTE', 'MS41', 'ZD', 'MjQZDZD'])('%j is no cursor', (after) => {
  expect(() => page(3, { after })).toThrow('cursor_invalid')
})

test('whoever follows next sees every row once, and back again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }), (count, limit) => {
      const walk = (from: 'next' | 'previous', params: object): number[] => {
        const { data, paging } = page(count, { ...params, limit })
        const beyond = paging?.[from]
        if (!beyond) return [...data]
        const url = new URL(beyond)
        const cursor = from === 'next' ? 'after' : 'before'
        const rest = walk(from, { [cursor]: url.searchParams.get(cursor) })
        return from === 'next' ? [...data, ...rest] : [...rest, ...data]
      }
      expect(walk('next', {})).toEqual(rows(count))
      const end = Buffer.from(String(count)).toString('base64').replaceAll('=', 'ZD')
      expect(walk('previous', { before: end })).toEqual(rows(count))
    }),
  )
})
