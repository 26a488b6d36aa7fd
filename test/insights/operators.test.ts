import { expect, test } from 'vitest'
import { filterOperators } from '../../contracts/filter-operators.ts'
import { operators, type Value } from '../../emulator/insights/operators.ts'

/** For each operator what passes and what does not. */
const cases: Readonly<Record<keyof typeof operators, readonly [pass: [Value, unknown], fail: [Value, unknown]]>> = {
  EQUAL: [
    ['spring_sale', 'Spring_Sale'],
    ['spring_sale', 'spring'],
  ],
  NOT_EQUAL: [
    [3, '4'],
    [3, '3'],
  ],
  GREATER_THAN: [
    [10, 9],
    [9, '9'],
  ],
  GREATER_THAN_OR_EQUAL: [
    [9, 9],
    [8, 9],
  ],
  LESS_THAN: [
    [9, 10],
    [9, 9],
  ],
  LESS_THAN_OR_EQUAL: [
    [9, 9],
    [10, 9],
  ],
  IN_RANGE: [
    [5, [1, 5]],
    [6, [1, 5]],
  ],
  NOT_IN_RANGE: [
    [6, [1, 5]],
    [1, [1, 5]],
  ],
  CONTAIN: [
    ['spring_sale', 'SALE'],
    ['spring_sale', 'summer'],
  ],
  NOT_CONTAIN: [
    ['spring_sale', 'summer'],
    ['spring_sale', 'ring'],
  ],
  CONTAINS_ANY: [
    ['spring_sale', ['summer', 'sale']],
    ['spring_sale', ['summer']],
  ],
  CONTAINS_ALL: [
    ['spring_sale', ['spring', 'sale']],
    ['spring_sale', ['spring', 'summer']],
  ],
  NOT_CONTAINS_ANY: [
    ['spring_sale', ['summer']],
    ['spring_sale', ['summer', 'sale']],
  ],
  STEM_MATCH: [
    ['Spring sales of bread', 'sale spring'],
    ['Spring sales', 'ale'],
  ],
  IN: [
    ['ACTIVE', ['PAUSED', 'ACTIVE']],
    ['ACTIVE', ['PAUSED']],
  ],
  NOT_IN: [
    ['ACTIVE', ['PAUSED']],
    ['ACTIVE', ['ACTIVE']],
  ],
  STARTS_WITH: [
    ['spring_sale', 'spr'],
    ['spring_sale', 'sale'],
  ],
  ENDS_WITH: [
    ['spring_sale', 'SALE'],
    ['spring_sale', 'spring'],
  ],
  ANY: [
    ['ACTIVE', ['PAUSED', 'ACTIVE']],
    ['ACTIVE', []],
  ],
  ALL: [
    ['ACTIVE', ['ACTIVE']],
    ['ACTIVE', ['ACTIVE', 'PAUSED']],
  ],
  NONE: [
    ['ACTIVE', ['PAUSED']],
    ['ACTIVE', ['PAUSED', 'ACTIVE']],
  ],
  AFTER: [
    ['2026-03-02', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
  ],
  BEFORE: [
    ['2026-02-28', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
  ],
  ON_OR_AFTER: [
    ['2026-03-01', '2026-03-01'],
    ['2026-02-28', '2026-03-01'],
  ],
  ON_OR_BEFORE: [
    ['2026-03-01', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
  ],
}

test.each(filterOperators.filter((name) => name !== 'TOP'))('%s', (name) => {
  const [pass, fail] = cases[name]
  expect(operators[name](...pass)).toBe(true)
  expect(operators[name](...fail)).toBe(false)
})
