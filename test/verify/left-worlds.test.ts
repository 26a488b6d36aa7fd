import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dropLeft, ownerHere } from '../../emulator/cli/left-worlds.ts'
import { createEmulator, type Emulator } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

async function serve(): Promise<{ emulator: Emulator; url: string; ids: () => string[] }> {
  const emulator = createEmulator()
  const { url, close } = await listen(emulator, 0, '127.0.0.1')
  onTestFinished(close)
  return { emulator, url, ids: () => emulator.worlds.list().map(({ world }) => world.id) }
}

/** A verification that is under way: its first world is there. */
async function underWay({ url, ids }: Awaited<ReturnType<typeof serve>>) {
  const child = spawn(process.execPath, [main, 'verify', url], { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await expect.poll(ids, { timeout: 20_000, interval: 5 }).not.toEqual([])
  return child
}

describe('a verification of a running emulator', { timeout: 30_000 }, () => {
  test.each([
    ['SIGINT', 130, 'Ctrl-C'],
    ['SIGTERM', 143, 'SIGTERM'],
  ] as const)('that %s ends drops its worlds, and says so', async (signal, code, word) => {
    const place = await serve()
    const child = await underWay(place)
    let said = ''
    child.stderr?.on('data', (text) => {
      said += text
    })
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([code, null])
    expect(said).toBe(`mmgraph: it was ended by ${word}\n`)
    expect(place.ids()).toEqual([])
  })

  test('that was killed leaves worlds, which the next one drops', async () => {
    const place = await serve()
    const child = await underWay(place)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const left = place.ids()
    expect(left).toHaveLength(1)
    const next = await underWay({ ...place, ids: () => place.ids().filter((id) => !left.includes(id)) })
    expect(place.ids()).not.toContain(left[0])
    next.kill()
    await once(next, 'exit')
  })
})

test('the worlds of whoever is still there, of other machines and of others are left alone', async () => {
  const { emulator, url, ids } = await serve()
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  const [machine] = ownerHere().split('-')
  const kept = [
    `mmgraph-verify-ready-${ownerHere()}`,
    `mmgraph-verify-ready-${ownerHere()}-2`,
    `mmgraph-verify-ready-0-${pid}`,
    'mmgraph-verify-ready',
    `mine-${machine}-${pid}`,
  ]
  const gone = [`mmgraph-verify-ready-${machine}-${pid}`, `mmgraph-verify-ready-${machine}-${pid}-2`]
  const answer = await fetch(`${url}/_mmgraph/worlds`, { method: 'POST', body: '{"world":"tech-provider"}' })
  const { id: other } = (await answer.json()) as { id: string }
  for (const id of [...kept, ...gone]) {
    await fetch(`${url}/_mmgraph/worlds`, { method: 'POST', body: JSON.stringify({ world: 'tech-provider', id }) })
  }
  expect(await dropLeft(url, fetch as never)).toEqual(gone)
  expect(ids()).toEqual([other, ...kept])
  expect(emulator.worlds.get(gone[0] as string)).toBeUndefined()
})
