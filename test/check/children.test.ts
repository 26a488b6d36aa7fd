import { expect, test } from 'vitest'
import { exchangesOf } from '../../emulator/check/judged.ts'
import { guardOf } from '../../emulator/check/preload/environment.ts'
import { GOOD, run } from './place.ts'

test('processes and threads with an environment of their own are redirected, too', { timeout: 30_000 }, async () => {
  const { ending, stdout, stderr, worlds } = await run('own-environment.mjs')
  expect({ ending, stderr }).toEqual({ ending: GOOD, stderr: '' })
  const ways = stdout.trim().split('\n')
  expect(ways).toHaveLength(14)
  // One that was not redirected would have called the host itself, and would be missing here.
  expect(worlds.flatMap(exchangesOf).map(({ status }) => status)).toEqual(ways.map(() => 200))
})

test('an environment keeps what it says itself', () => {
  const guard = guardOf('file:///redirect.js')
  expect(guard({ NODE_OPTIONS: '--title=mine', NO_PROXY: 'intern', A: '1' })).toMatchObject({
    NODE_OPTIONS: '--title=mine --import file:///redirect.js',
    NO_PROXY: 'intern',
    A: '1',
  })
  const options = '--import file:///redirect.js --title=mine'
  expect(guard({ NODE_OPTIONS: options }).NODE_OPTIONS).toBe(options)
})
