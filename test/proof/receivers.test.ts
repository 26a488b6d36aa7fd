import { expect, test } from 'vitest'
import { driveParts, driveServer, rulesOf } from '../receiver/drive.ts'
import { found } from '../verify/found.ts'
import { graphBugs } from './graph-bugs.ts'
import { receiverBugs } from './receiver-bugs.ts'

// A file of their own: they run beside those of clients.

test('a healthy receiver gives no finding, in this process and over the network', async () => {
  expect(rulesOf(await driveParts({}))).toEqual([])
  expect(rulesOf(await driveServer())).toEqual([])
})

test.each(receiverBugs)('a receiver that $does breaks $duty, and nothing else', async (bug) => {
  expect(await bug.found()).toEqual([bug.duty])
})

test('of a Graph that deviates in nothing nothing is found, with a twin and without', { timeout: 30_000 }, async () => {
  expect(await found(undefined, true)).toEqual([])
})

test.each(graphBugs)('of a Graph it is found by $by that $name', async (bug) => {
  const all = await bug.found()
  expect(all.filter((text) => bug.wanted.test(text)).length).toBeGreaterThan(0)
  expect(all.every((text) => text.startsWith('server '))).toBe(true)
})
