import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Store } from '../../emulator/state/store.ts'
import { digestOf } from '../../emulator/world/digest.ts'
import { emulate, receive } from '../kit.ts'
import { message } from '../sends.ts'
import { goOn, type Kept, stateFile } from './campaign.ts'

const shown = ({ emulator }: Kept): string[] => emulator.worlds.list().map(({ world }) => digestOf(world.state()))

/** Nothing says that it ended. */
const crash = ({ emulator, state }: Kept): Promise<void> => {
  emulator.close()
  return state.store.close()
}

test('worlds are the same after a crash: nodes, tokens, messages, faults, clock, logs and what is due', async () => {
  const path = stateFile()
  const first = await goOn(path)
  const kit = first.kit()
  const receiver = await receive()
  const body = {
    object: 'whatsapp_business_account',
    callback_url: receiver.url,
    verify_token: 'let-me-in',
    fields: ['messages'],
  }
  expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body })).status).toBe(200)
  expect((await kit.graph('POST', '/{waba}/subscribed_apps')).status).toBe(200)
  expect(
    (await kit.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', body: message() })).status,
  ).toBe(200)
  await kit.advance('2h')
  await kit.happens('payment_method_is_removed', { account: 'waba' })
  expect(
    (await kit.control('post', `worlds/${kit.id}/faults`, { error: 'service_unavailable', times: 2 })).status,
  ).toBeLessThan(300)
  await kit.advance('1d')
  const before = shown(first)
  await crash(first)
  const second = await goOn(path)
  expect(shown(second)).toEqual(before)
  const again = second.kit()
  expect(again.tokens).toEqual(kit.tokens)
  expect(receiver.posts.length).toBeGreaterThan(1)
  expect((await again.graph('GET', '/{waba}')).status).toBe(503)
})

test('worlds that were made, dropped, reset and left to real time are as they were', async () => {
  const path = stateFile()
  const first = await goOn(path, ['partner-with-obo-client'])
  const kit = first.kit('partner-with-obo-client')
  for (const id of ['a', 'b', 'c']) await kit.control('post', 'worlds', { world: 'ready-to-send', id })
  await kit.control('delete', 'worlds/a')
  await kit.control('post', 'worlds/b/clock', { advance: '3d' })
  await kit.control('post', 'worlds/b/reset')
  await kit.control('post', 'worlds/c/clock', { running: true })
  const still = (kept: Kept): object[] =>
    kept.emulator.worlds.list().map(({ world, clock }) => ({
      id: world.id,
      running: clock.running,
      ...(!clock.running && { state: digestOf(world.state()) }),
    }))
  const before = still(first)
  await crash(first)
  expect(before).toMatchObject([
    { id: 'partner-with-obo-client' },
    { id: 'b', running: false },
    { id: 'c', running: true },
  ])
  expect(still(await goOn(path))).toEqual(before)
})

test('a webhook that was under way at the crash is posted again', async () => {
  const path = stateFile()
  let posted = 0
  const hang = {
    transport: async ({ method, url }: { method: string; url: string }) => {
      if (method !== 'GET') {
        posted += 1
        return new Promise<never>(() => undefined)
      }
      const challenge = new URL(url).searchParams.get('hub.challenge') ?? ''
      return { status: 200, statusText: 'OK', body: challenge }
    },
  }
  const first = await goOn(path, ['partner-with-obo-client'], { ...hang, clock: 'running' })
  const kit = first.kit('partner-with-obo-client')
  const body = {
    object: 'whatsapp_business_account',
    callback_url: 'http://127.0.0.1:9/hook',
    verify_token: 'x',
    fields: ['account_update'],
  }
  expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body })).status).toBe(200)
  const happening = kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' }).catch(() => undefined)
  await expect.poll(() => posted).toBe(1)
  await crash(first)
  await goOn(path, [], { ...hang, clock: 'running' })
  await expect.poll(() => posted).toBe(2)
  void happening
})

test('an end in order is checked at the next start, and a file that was changed is refused and left', async () => {
  const path = stateFile()
  const first = await goOn(path)
  await first.kit().advance('1h')
  await first.stop()
  const text = readFileSync(path, 'utf8')
  expect(text.split('\n').at(-2)).toContain('"stopped"')
  const broken = text.replace('"running":false', '"running":true ')
  writeFileSync(path, broken)
  await expect(goOn(path)).rejects.toThrow(
    `${path}:3 is not as it was written: its check fails. The file was left as it is; --state with another name begins anew, and \`head -n 2`,
  )
  expect(readFileSync(path, 'utf8')).toBe(broken)
})

test('a line that was cut off was never acknowledged, and is written over', async () => {
  const path = stateFile()
  const first = await goOn(path)
  await first.kit().advance('1h')
  const before = shown(first)
  await crash(first)
  const whole = readFileSync(path, 'utf8')
  appendFileSync(path, '0123abcd {"of":"ready-to-se')
  const second = await goOn(path)
  expect(shown(second)).toEqual(before)
  await second.kit().advance('1h')
  expect(readFileSync(path, 'utf8').startsWith(whole)).toBe(true)
  await second.stop()
  await expect(goOn(path)).resolves.toBeDefined()
})

test.each([
  ['no state file', '00000000 {}\n', /state.log is no state file of mmgraph/],
  ['a file of another kind', '{"hello": "world"}\n', /state.log is no state file of mmgraph/],
])('%s is refused', async (_, text, why) => {
  const path = stateFile()
  writeFileSync(path, text)
  await expect(goOn(path)).rejects.toThrow(why)
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('one process has a file at a time, and the lock of one that is gone is taken over', async () => {
  const path = stateFile()
  writeFileSync(`${path}.lock`, `${process.ppid}\n`)
  await expect(goOn(path)).rejects.toThrow(`${path} is in use by the process ${process.ppid}`)
  writeFileSync(`${path}.lock`, '999999999\n')
  await expect(goOn(path)).resolves.toBeDefined()
})

test('what cannot be kept is not acknowledged', async () => {
  let full = false
  const store: Store = {
    add: () => undefined,
    inputsOf: () => Promise.resolve([]),
    kept: () => (full ? Promise.reject(new Error('ENOSPC')) : Promise.resolve()),
    close: () => Promise.resolve(),
  }
  const kit = emulate('ready-to-send', undefined, { store })
  full = true
  const sent = await kit.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', body: message() })
  expect(sent.status).toBe(503)
  expect(sent.headers['x-mmgraph']).toBe('not-kept')
  expect((await kit.happens('payment_method_is_removed', { account: 'waba' })).status).toBe(503)
  expect((await kit.graph('GET', '/{waba}')).status).toBe(200)
})
