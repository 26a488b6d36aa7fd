import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce, inSlices, isWork, sorted, type Work } from '../../emulator/insights/slices.ts'

function* counting(to: number): Work<number> {
  for (let count = 0; count < to; count += 1) yield 1
  return to
}

test('a small piece of work is done at once', () => {
  expect(inSlices(counting(10))).toBe(10)
})

test('a large one lets others have their turn, and comes to the same', async () => {
  const others: string[] = []
  const done = inSlices(counting(50_000))
  expect(done).toBeInstanceOf(Promise)
  setImmediate(() => others.push('somebody else'))
  expect(await done).toBe(50_000)
  expect(others).toEqual(['somebody else'])
  expect(atOnce(counting(50_000))).toBe(50_000)
})

test('what is done already is no work', () => {
  expect([isWork(counting(1)), isWork({ data: [] }), isWork([]), isWork(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('sorting in pieces sorts as sorting at once, and equals stay in their order', () => {
  const items = fc.array(fc.record({ key: fc.integer({ min: 0, max: 20 }), place: fc.nat() }), { maxLength: 3000 })
  fc.assert(
    fc.property(items, (given) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key
      expect(atOnce(sorted(given, compare))).toEqual(given.toSorted(compare))
    }),
    { numRuns: 30, seed: 5 },
  )
})
