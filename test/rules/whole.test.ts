import { expect, test } from 'vitest'
import { rules } from '../../contracts/rules.ts'
import { need } from '../kit.ts'
import { behaviourCases } from './behaviour-cases.ts'
import { callCases } from './call-cases.ts'

const cases = { ...callCases, ...behaviourCases }

test.each(rules)('what is found in the history that breaks $id, word for word', async ({ id, judge }) => {
  expect(judge(await need(cases[id]).breaks())).toMatchSnapshot()
})
