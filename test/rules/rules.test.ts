import { describe, expect, test } from 'vitest'
import { rules } from '../../contracts/rules.ts'
import { need } from '../kit.ts'
import { behaviourCases } from './behaviour-cases.ts'
import { callCases } from './call-cases.ts'
import type { Cases } from './cases.ts'

const cases: Cases = { ...callCases, ...behaviourCases }

test('every rule has a history that breaks it and a near miss, and no other has', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort())
})

test('ids are unique, and what is assumed has a reason', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.filter(({ basis, assumes }) => basis === 'assumed' && !assumes).map(({ id }) => id)).toEqual([])
})

test.each(Object.entries(callCases))(
  '%s: its near miss is a call that Graph takes, or that a test lets fail',
  async (_, { keeps }) => {
    const { calls } = await keeps()
    expect(calls.filter(({ status, injected }) => status !== 200 && !injected)).toEqual([])
  },
)

describe.each(rules)('$id', ({ id, judge }) => {
  test('is broken', async () => {
    const found = judge(await need(cases[id]).breaks())
    expect(found).toHaveLength(1)
    expect(found[0]?.problem).toMatch(/^[^\s].{10,}/)
  })

  test('is kept by what comes near', async () => {
    expect(judge(await need(cases[id]).keeps())).toEqual([])
  })
})
