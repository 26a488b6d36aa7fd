import { expect, test } from 'vitest'
import { judge } from '../../contracts/judge.ts'
import { rules } from '../../contracts/rules.ts'
import { need } from '../kit.ts'
import { behaviourCases } from './behaviour-cases.ts'
import { callCases } from './call-cases.ts'

const cases = { ...callCases, ...behaviourCases }

test.each(rules)('of all rules $id finds its history, with its severity, side and first source', async (rule) => {
  const { id, severity, side, sources } = rule
  const { breaks, keeps } = need(cases[id])
  const found = judge(await breaks()).filter((finding) => finding.rule === id)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ severity, side, source: sources[0] })
  expect(judge(await keeps()).filter((finding) => finding.rule === id)).toEqual([])
})
