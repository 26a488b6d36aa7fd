import { expect, test } from 'vitest'
import { operations } from '../../contracts/operations.ts'
import { plans } from '../../contracts/verify/plans.ts'
import { trialsOf } from '../../contracts/verify/trial.ts'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { verify } from '../../emulator/verify/verify.ts'
import { options } from './fake-graph.ts'

const trials = plans.flatMap(trialsOf)

test('each operation of the catalogue has one trial, and each trial an operation', () => {
  const called = trials.map(({ operation }) => operation)
  expect([...called].sort()).toEqual(operations.map(({ name }) => name).sort())
})

test('the plans are data', () => {
  expect(JSON.parse(JSON.stringify(plans))).toEqual(plans)
})

test('an emulator keeps every contract of the catalogue, writes included, and its worlds are dropped', {
  timeout: 30_000,
  retry: 2,
}, async () => {
  const { target, close } = inProcess()
  const began = performance.now()
  const report = await verify(target, options)
  const took = performance.now() - began
  const left = await target.fetch(`${target.url}/_mmgraph/worlds`)
  close()
  expect(report.findings).toEqual([])
  const checked = report.checked.map(({ what }) => what)
  expect(operations.map(({ name }) => name).filter((name) => !checked.includes(name))).toEqual([])
  expect(((await left.json()) as { data: unknown[] }).data).toEqual([])
  expect(took).toBeLessThan(5000)
})

test('it says of fields what type came, and of those that did not come why', { timeout: 30_000 }, async () => {
  const { target, close } = inProcess()
  const { checked, unchecked } = await verify(target, options)
  close()
  expect(checked).toContainEqual({ what: 'field WhatsAppBusinessAccount.currency: string', count: expect.any(Number) })
  expect(checked.filter(({ what }) => what.startsWith('field ')).length).toBeGreaterThan(140)
  expect(unchecked).toContainEqual({
    what: 'field of WhatsAppBusinessAccount: marketing_messages_lite_api_status',
    why: 'v24.0 does not have it',
  })
})

test('two verifications at a time have worlds of their own', { timeout: 30_000 }, async () => {
  const { target, close } = inProcess()
  const both = await Promise.all([verify(target, options), verify(target, options)])
  close()
  expect(both.flatMap(({ findings }) => findings)).toEqual([])
})

test('of a version that is over for ads the rest is verified, and later versions have more', {
  timeout: 30_000,
}, async () => {
  const { target, close } = inProcess()
  const old = await verify(target, { ...options, version: 'v22.0' })
  const later = await verify(target, { ...options, version: 'v25.0' })
  close()
  expect(old.findings).toEqual([])
  expect(old.unchecked.find(({ what }) => what === 'getAd')?.why).toMatch(
    /^v22\.0 is over for ads: |\{ad\} is not known/,
  )
  expect(old.checked.map(({ what }) => what)).toContain('getPhoneNumberById')
  expect(old.checked.map(({ what }) => what)).toContain(
    'field WhatsAppBusinessAccount.marketing_messages_lite_api_status: string',
  )
  expect(later.findings).toEqual([])
})
