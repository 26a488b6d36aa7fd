import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const soak = new URL('../../bench/soak.js', import.meta.url).pathname
const CALLS = 15_000

test('calls of all kinds leave memory where it was, once what is kept is full', async () => {
  const { stdout } = await run(process.execPath, ['--expose-gc', soak, String(CALLS), String(CALLS)])
  const { before, after } = JSON.parse(stdout)
  // A message that stays weighs a kilobyte, a seventh of the calls are sends: a leak of those alone is 140 bytes a call.
  expect((after - before) / CALLS).toBeLessThan(70)
})
