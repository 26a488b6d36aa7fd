import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { BrokenState } from '../../emulator/state/broken-state.ts'
import { type OpenedStore, openStore } from '../../emulator/state/store.ts'
import { digestOf } from '../../emulator/world/digest.ts'
import { need } from '../kit.ts'
import { message } from '../sends.ts'
import { goOn, stateFile } from './campaign.ts'

afterEach(() => vi.restoreAllMocks())

/** What all open files have in common. */
async function fileHandle(): Promise<Record<'write' | 'datasync', () => Promise<never>>> {
  const file = await open(new URL(import.meta.url))
  await file.close()
  return Object.getPrototypeOf(file)
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(`${code}: no`), { code }))

test.each([
  ['write', 'ENOSPC'],
  ['datasync', 'EIO'],
] as const)('while %s fails with %s nothing is acknowledged; afterwards nothing is missing', async (way, code) => {
  const path = stateFile()
  const first = await goOn(path)
  const kit = first.kit()
  await kit.advance('1m')
  const disk = vi.spyOn(await fileHandle(), way).mockImplementation(failing(code))
  const sent = await kit.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', body: message() })
  expect(sent.status).toBe(503)
  expect(sent.headers['x-mmgraph']).toBe('not-kept')
  expect(sent.body).toMatchObject({ message: expect.stringContaining(`(${code}: no). It is in memory`) })
  const happened = await kit.happens('payment_method_is_removed', { account: 'waba' })
  expect(happened.status).toBe(503)
  expect((await kit.graph('GET', '/{waba}')).status).toBe(200)
  disk.mockRestore()
  await kit.advance('1m')
  const before = digestOf(need(first.emulator.worlds.get(kit.id)).world.state())
  await first.stop()
  const second = await goOn(path)
  expect(digestOf(need(second.emulator.worlds.get(kit.id)).world.state())).toBe(before)
})

/** A world that is reset again and again, with some inputs each time. */
async function resets({ store }: OpenedStore, times: number): Promise<void> {
  const world = { title: 'Nothing', clock: '2026-03-02T09:00:00Z', apps: {}, businesses: {}, tokens: {} }
  const opening = { id: 'a', name: 'custom', world, graphDate: null, limits: 'on' } as const
  for (let count = 0; count < times; count += 1) {
    store.add({ open: opening })
    for (let n = 1; n <= 9; n += 1) store.add({ of: 'a', input: { n, at: n, time: true } })
    if (count % 100 === 0) await store.kept()
  }
  await store.kept()
}

test('a file does not grow for ever: what worlds were before a reset leaves it', async () => {
  const path = stateFile()
  const opened = await openStore(path)
  await resets(opened, 5_000)
  expect(statSync(path).size).toBeLessThan(1_500_000)
  opened.store.add({ of: 'a', input: { n: 10, at: 10, time: true } })
  await opened.store.close()
  const { worlds, store } = await openStore(path)
  expect(worlds).toHaveLength(1)
  expect(worlds[0]?.inputs).toHaveLength(10)
  await store.close()
})

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n')

test.each([
  ['a line is gone', (all: string[]) => all.toSpliced(4, 1), /:5 has input 3 of the world .*, and 2 was to come\./],
  ['a line stands twice', (all: string[]) => all.toSpliced(4, 0, need(all[3])), /:5 has input 1 .*, and 2 was to come/],
  ['the opening is gone', (all: string[]) => all.toSpliced(1, 1), /:2 is of the world .*, and no line before it opens/],
])('%s: refused with the line, and left', async (_, change, why) => {
  const path = stateFile()
  const first = await goOn(path)
  for (const time of ['1m', '2m', '3m', '4m']) await first.kit().advance(time)
  await first.stop()
  const broken = change(lines(path)).join('\n')
  writeFileSync(path, broken)
  const refused = await openStore(path).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(BrokenState)
  expect(String(refused)).toMatch(why)
  expect(String(refused)).toContain('The file was left as it is; --state with another name begins anew, and `head -n')
  expect(readFileSync(path, 'utf8')).toBe(broken)
})

test('a line that was cut off is told', async () => {
  const path = stateFile()
  const first = await goOn(path)
  await first.stop()
  writeFileSync(path, `${readFileSync(path, 'utf8')}0123abcd {"of"`)
  const { torn, store } = await openStore(path)
  expect(torn).toBe(14)
  await store.close()
})

test('a file that cannot be there is refused', async () => {
  await expect(openStore('/no/such/folder/state.log')).rejects.toThrow(
    new BrokenState('/no/such/folder/state.log.lock cannot be written: ENOENT'),
  )
})
