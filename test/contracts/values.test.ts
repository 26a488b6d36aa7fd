import { describe, expect, test } from 'vitest'
import { milliseconds } from '../../contracts/duration.ts'
import { DEEPEST_JSON, isDeep, lenientJson } from '../../contracts/lenient-json.ts'
import { marketOf } from '../../contracts/markets.ts'
import { instead, listed, nearest } from '../../contracts/nearest.ts'
import { type Rate, rateOn, rates, rateTable } from '../../contracts/rates.ts'
import { readAs, readParams } from '../../contracts/read-params.ts'
import type { JsonSchema } from '../../contracts/schema.ts'

test.each([
  ['1ms', 1],
  ['1.5s', 1500],
  ['0.125s', 125],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['30d', 2_592_000_000],
  ['999999999ms', 999_999_999],
  ['1000000000ms', undefined],
  ['1.2345s', undefined],
  ['1.s', undefined],
  ['1.xs', undefined],
  ['-1s', undefined],
  ['a1s', undefined],
  ['1s ', undefined],
  ['1sec', undefined],
  ['1', undefined],
  ['', undefined],
])('the duration %j is %s ms', (text, found) => {
  expect(milliseconds(text)).toBe(found)
})

describe('a value is read as its schema types it', () => {
  // Our own keyword: Graph takes the value in any case.
  const caseless: JsonSchema & { caseless: true } = { type: 'string', caseless: true }
  const list = { type: 'array', items: { type: 'string' } } as const
  test.each<[JsonSchema, unknown, unknown]>([
    [{ type: 'boolean' }, 'true', true],
    [{ type: 'boolean' }, 'TRUE', true],
    [{ type: 'boolean' }, '1', true],
    [{ type: 'boolean' }, 1, true],
    [{ type: 'boolean' }, 'false', false],
    [{ type: 'boolean' }, '0', false],
    [{ type: 'boolean' }, false, false],
    [{ type: 'boolean' }, 'yes', 'yes'],
    [{ type: 'boolean' }, ['1'], ['1']],
    [{ type: 'integer' }, '-12', -12],
    [{ type: 'integer' }, '12x', '12x'],
    [{ type: 'integer' }, 'x12', 'x12'],
    [{ type: 'integer' }, '1.5', '1.5'],
    [{ type: 'integer' }, '1234567890123456', '1234567890123456'],
    [{ type: 'number' }, '12.25', 12.25],
    [{ type: 'number' }, '12', 12],
    [{ type: 'number' }, '-0.5', -0.5],
    [{ type: 'number' }, 'x1', 'x1'],
    [{ type: 'number' }, '1x', '1x'],
    [{ type: 'number' }, '1.', '1.'],
    [{ type: 'string' }, 12, '12'],
    [{ type: 'string' }, true, true],
    [caseless, 'en_us', 'EN_US'],
    [caseless, true, true],
    [list, 'a, b', ['a', 'b']],
    [list, '["a","b"]', ['a', 'b']],
    [list, "['a','b']", ['a', 'b']],
    [list, '[A, B]', ['A', 'B']],
    [list, '  [A, B]  ', ['A', 'B']],
    [list, 'x[A]', ['x[A]']],
    [list, '[A] x', '[A] x'],
    [list, '', []],
    [list, '  ', []],
    [list, [1, 'b'], ['1', 'b']],
    [{ type: 'array', items: { type: 'integer' } }, '1,2', [1, 2]],
    [{ type: 'array' }, '["1"]', ['1']],
    [{ type: 'object' }, "{'a': 1}", { a: 1 }],
    [{ type: 'object' }, 'no', 'no'],
    [{ type: 'object', properties: { n: { type: 'integer' } } }, '{"n":"1","other":"2"}', { n: 1, other: '2' }],
    [{ type: 'object', properties: { n: { type: 'integer' } } }, null, null],
    [{ type: 'object', properties: { 0: { type: 'integer' } } }, ['1'], ['1']],
    [{ type: 'object', properties: { n: { type: 'integer' } } }, { n: { toString: 1 } }, { n: { toString: 1 } }],
    [{}, '1', '1'],
  ])('%o %o', (schema, value, read) => {
    expect(readAs(schema, value)).toEqual(read)
  })

  const schema: JsonSchema = {
    type: 'object',
    properties: { limit: { type: 'integer' }, name: { type: 'string' } },
    required: ['name'],
    additionalProperties: false,
  }

  test('parameters that a schema does not name are left out, and those of null are not there', () => {
    expect(readParams(schema, { limit: '5', name: 'a', other: 1 })).toEqual({
      params: { limit: 5, name: 'a' },
      problems: [],
    })
    expect(readParams(schema, { limit: null, name: 'a' })).toEqual({ params: { name: 'a' }, problems: [] })
    expect(readParams(schema, { limit: undefined, name: null })).toMatchObject({
      params: {},
      problems: [{ keyword: 'required' }],
    })
  })

  test('what came typed is the same object inside, and what is inherited is no parameter', () => {
    const components = [{ type: 'BODY' }]
    const open: JsonSchema = { type: 'object', properties: { components: {}, toString: {} } }
    const { params } = readParams(open, { components })
    expect(params.components).toBe(components)
    expect(Object.keys(params)).toEqual(['components'])
  })
})

describe('lenient JSON', () => {
  const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth)

  test.each([
    ["{'a': 1,}", { a: 1 }],
    ['{a: [1]}', { a: [1] }],
    ['a', undefined],
    ['', undefined],
  ])('%s', (text, value) => {
    expect(lenientJson(text)).toEqual(value)
  })

  test('that is deeper than any parameter is none', () => {
    expect(isDeep(nested(DEEPEST_JSON))).toBe(false)
    expect(isDeep(nested(DEEPEST_JSON + 1))).toBe(true)
    expect(isDeep(nested(DEEPEST_JSON + 1, '{a:', '}'))).toBe(true)
    expect(lenientJson(nested(DEEPEST_JSON))).toBeDefined()
    expect(lenientJson(nested(DEEPEST_JSON + 1))).toBeUndefined()
  })

  test('depth is that of what is open, whatever texts and lists stand before it', () => {
    const withTexts = '["a",'.repeat(DEEPEST_JSON + 1) + ']'.repeat(DEEPEST_JSON + 1)
    expect(isDeep(withTexts)).toBe(true)
    expect(isDeep(`[[],${nested(DEEPEST_JSON - 1)}]`)).toBe(false)
    expect(isDeep(`[[],${nested(DEEPEST_JSON)}]`)).toBe(true)
  })

  test.each([
    ['many lists side by side', `[${'[],'.repeat(80)}[]]`],
    ['many objects side by side', `[${'{},'.repeat(80)}{}]`],
    ['brackets in a text', JSON.stringify(['['.repeat(80)])],
    ['brackets behind an escaped quote', JSON.stringify([`"${'{'.repeat(80)}`])],
    ['brackets in a text of single quotes', `['${'['.repeat(80)}']`],
  ])('%s are not deep', (_, text) => {
    expect(lenientJson(text)).toBeDefined()
  })
})

describe('the nearest word', () => {
  test.each([
    ['wabas', ['phones', 'waba', 'wab'], 'waba'],
    ['hpone', ['phone'], 'phone'],
    ['ba', ['ab'], 'ab'],
    ['abcd', ['badc'], 'badc'],
    ['xy', ['ab'], undefined],
    ['abc', ['axx'], undefined],
    ['abcde', ['abxxe'], 'abxxe'],
    ['abcd', ['axxd', 'abxd'], 'abxd'],
    ['abcdefghi', ['abcdef'], 'abcdef'],
    ['abcdefgh', ['abcde'], undefined],
    ['x', [], undefined],
    ['a'.repeat(90), ['a'.repeat(110)], 'a'.repeat(110)],
    ['a'.repeat(90), ['a'.repeat(111)], undefined],
  ])('to %s of %j is %s', (word, known, found) => {
    expect(nearest(word, known)).toBe(found)
  })

  test('a swap of two letters is one mistake', () => {
    expect(nearest('ab', ['ba', 'ac'])).toBe('ba')
    expect(nearest('recieve', ['relieves', 'receive'])).toBe('receive')
    expect(nearest('abx', ['bax'])).toBe('bax')
    expect(nearest('xab', ['xba'])).toBe('xba')
    expect(nearest('aab', ['bba'])).toBeUndefined()
  })

  test('is asked for, or what there is is listed, of many the first', () => {
    const letters = [...'abcdefghijklmn']
    expect(instead('phon', ['phone'])).toBe('did you mean phone?')
    expect(instead('zzz', ['phone', 'waba'])).toBe('allowed are phone, waba')
    expect(instead('zzz', [])).toBe('there is none')
    expect(listed(letters.slice(0, 12))).toBe('a, b, c, d, e, f, g, h, i, j, k, l')
    expect(listed(letters.slice(0, 13))).toBe('a, b, c, d, e, f, g, h, i, j, k, l, m')
    expect(listed(letters)).toBe('a, b, c, d, e, f, g, h, i, j, k, l, … and 2 more')
  })
})

describe('a rate', () => {
  const none = rateTable([])

  test.each([
    ['IN', 'marketing', '2025-12-31', 0.0107],
    ['IN', 'marketing', '2026-01-01', 0.0118],
    ['IN', 'marketing', '2020-01-01', 0.0107],
    ['CA', 'utility', '2026-03-02', 0.0034],
    ['DE', 'service', '2026-03-02', 0],
    ['IN', 'authentication_international', '2026-03-02', 0.028],
    ['DE', 'authentication_international', '2026-03-02', 0.055],
    ['XX', 'marketing', '2026-03-02', 0.0604],
  ] as const)('of %s for %s on %s is %s', (country, category, day, amount) => {
    expect(rateOn(none, country, category, day)).toBe(amount)
  })

  test('of a world comes before Meta’s from its first day on, in whatever order they stand', () => {
    const own = (from: string, amount: number): Rate => ({ country: 'DE', category: 'marketing', from, amount })
    const table = rateTable([own('2026-05-01', 3), own('2026-04-01', 2), own('2026-06-01', 4), own('2026-04-01', 2)])
    const on = (day: string): number => rateOn(table, 'DE', 'marketing', day)
    expect(['2026-03-31', '2026-04-01', '2026-05-01', '2026-05-31', '2026-06-01'].map(on)).toEqual([0.1365, 2, 3, 3, 4])
    expect(rateOn(table, 'DE', 'utility', '2026-06-01')).toBe(0.055)
  })

  test('of a market and category stands oldest first, and every market has each but the one abroad', () => {
    for (const list of rateTable(rates).values()) {
      const days = list.map(({ from }) => from)
      expect(days).toEqual([...days].sort())
    }
    expect(['IN', 'CA', 'PT', 'XX'].map(marketOf)).toEqual(['IN', 'North America', 'Rest of Western Europe', 'Other'])
  })
})
