import { describe, expect, test } from 'vitest'
import { match } from '../../scenarios/match.ts'
import { filled, recalled, remembered, UnknownWord } from '../../scenarios/words.ts'

const words = new Map<string, unknown>([
  ['name', 'Juniper'],
  ['count', 3],
  ['list', [1, 2]],
])

describe('words', () => {
  test.each([
    ['a text that is a word becomes its value', '{count}', 3],
    ['whatever that is', '{list}', [1, 2]],
    ['a word within a text becomes text', 'Hello {name}: {count}', 'Hello Juniper: 3'],
    ['words in lists and maps, and in their keys', { '{name}': ['{count}'] }, { Juniper: [3] }],
    ['variables of templates stay', 'Hi {{1}} and {{name}}', 'Hi {{1}} and {{name}}'],
    ['braces that hold no name stay', '{"a": {}} {A} {1}', '{"a": {}} {A} {1}'],
    ['what is no text stays', { a: [1, null, true] }, { a: [1, null, true] }],
  ])('%s', (_, value, expected) => {
    expect(filled(value, words)).toEqual(expected)
  })

  test('a word that stands for nothing is told', () => {
    expect(() => filled({ a: ['{nobody}'] }, words)).toThrow(UnknownWord)
    expect(() => filled('{nobody} there', words)).toThrow('{nobody} stands for nothing here')
  })

  test('what a value recalls and remembers', () => {
    expect(recalled({ a: '{one}', b: ['x {two}', '{{1}}'] })).toEqual(['one', 'two'])
    expect(remembered({ a: '<one>', b: [{ c: '<two>' }, 'x <three>'] })).toEqual(['one', 'two'])
  })
})

describe('match', () => {
  test.each([
    ['only what is named matters', { a: 1 }, { a: 1, b: 2 }],
    ['null means that there is nothing', { a: null, b: null }, { a: null }],
    ['a list, item by item', [{ a: 1 }, 2], [{ a: 1, b: 2 }, 2]],
    ['a mark stands for whatever is there, null too', { a: '<a>' }, { a: null }],
    ['nothing is expected of an empty map', {}, { a: 1 }],
  ])('%s', (_, expected, actual) => {
    expect(match(expected, actual).differences).toEqual([])
  })

  test.each([
    ['another value', { a: { b: [1] } }, { a: { b: [2] } }, { where: 'a.b[0]', expected: 1, actual: 2 }],
    ['another type', { a: '1' }, { a: 1 }, { where: 'a', expected: '1', actual: 1 }],
    ['a key that is not there', { a: 1 }, {}, { where: 'a', expected: 1, actual: undefined }],
    ['a mark for nothing', { a: '<a>' }, {}, { where: 'a', expected: '<a>', actual: undefined }],
    ['something where nothing was to be', { a: null }, { a: 0 }, { where: 'a', expected: null, actual: 0 }],
    ['a longer list', [1], [1, 2], { where: '', expected: [1], actual: [1, 2] }],
    ['a list for a map', { a: 1 }, [1], { where: '', expected: { a: 1 }, actual: [1] }],
    [
      'what every object inherits',
      { toString: null, constructor: 1 },
      {},
      { where: 'constructor', expected: 1, actual: undefined },
    ],
  ])('%s differs', (_, expected, actual, difference) => {
    expect(match(expected, actual).differences).toEqual([difference])
  })

  test('marks are remembered', () => {
    expect(match({ a: '<one>', b: ['<two>'] }, { a: 1, b: [{ c: 2 }] }).remembered).toEqual({ one: 1, two: { c: 2 } })
  })
})
