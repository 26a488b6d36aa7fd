import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fill } from '../../emulator/cli/state.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator, type Emulator } from '../../emulator/emulator.ts'
import { compare } from '../../emulator/journal/compare.ts'
import { readJournal } from '../../emulator/journal/read.ts'
import { digestOf } from '../../emulator/world/digest.ts'
import { type Kit, kitFor, need } from '../kit.ts'
import { message } from '../sends.ts'
import { goOn, stateFile } from './campaign.ts'

const URL_OF = 'http://127.0.0.1/_mmgraph/worlds'

const worldOf = (emulator: Emulator) => need(emulator.worlds.get('ready-to-send')).world
const kitOf = (emulator: Emulator): Kit => kitFor(emulator, viewOf(worldOf(emulator)))
const digest = (emulator: Emulator): string => digestOf(worldOf(emulator).state())

/** A world with a message, an upload, a fault and a week behind it. */
async function used(emulator: Emulator): Promise<Kit> {
  const kit = kitOf(emulator)
  const sent = await kit.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', body: message() })
  expect(sent.status).toBe(200)
  const file = new FormData()
  file.set('messaging_product', 'whatsapp')
  file.set('type', 'image/png')
  file.set('file', new File([new Uint8Array([137, 80, 78, 71])], 'one.png', { type: 'image/png' }))
  const headers = { authorization: `Bearer ${kit.tokens.client_business}` }
  const url = `http://127.0.0.1/v25.0/${kit.names.phone}/media`
  const uploaded = await emulator.fetch(new Request(url, { method: 'POST', headers, body: file }))
  expect(uploaded.status).toBe(200)
  await kit.control('post', `worlds/${kit.id}/faults`, { error: 'service_unavailable', times: 2 })
  await kit.advance('7d')
  return kit
}

async function exported(emulator: Emulator): Promise<string> {
  const answer = await emulator.fetch(new Request(`${URL_OF}/ready-to-send/journal`))
  expect(answer.status).toBe(200)
  return answer.text()
}

const post = async (emulator: Emulator, body: string): Promise<{ status: number; message: string }> => {
  const answer = await emulator.fetch(new Request(URL_OF, { method: 'POST', body }))
  const { error } = (await answer.json()) as { error?: { message: string } }
  return { status: answer.status, message: error?.message ?? '' }
}

test('a world that is exported and imported elsewhere is the same, goes on the same, and can be exported again', async () => {
  const first = createEmulator({ worlds: ['ready-to-send'], journal: true, limits: 'off' })
  const kit = await used(first)
  const journal = await exported(first)
  const second = createEmulator({})
  expect(await post(second, journal)).toEqual({ status: 201, message: '' })
  expect(digest(second)).toBe(digest(first))
  const again = kitOf(second)
  expect(again.tokens).toEqual(kit.tokens)
  for (const one of [kit, again]) {
    expect((await one.graph('GET', '/{waba}')).status).toBe(503)
    await one.control('delete', `worlds/${one.id}/faults`)
    await one.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', body: message() })
    await one.advance('1d')
  }
  expect(digest(second)).toBe(digest(first))
  const third = createEmulator({})
  expect((await post(third, await exported(second))).status).toBe(201)
  expect(digest(third)).toBe(digest(first))
})

test('an import is kept by a state file, and a world of a state file is exported without a journal of its own', async () => {
  const first = createEmulator({ worlds: ['ready-to-send'], journal: true })
  await used(first)
  const path = stateFile()
  const kept = await goOn(path, [])
  expect((await post(kept.emulator, await exported(first))).status).toBe(201)
  await kitOf(kept.emulator).advance('1h')
  const before = digest(kept.emulator)
  await kept.stop()
  const restarted = await goOn(path, [])
  expect(digest(restarted.emulator)).toBe(before)
  const journal = await exported(restarted.emulator)
  expect(await compare(readJournal('it', journal))).toMatchObject({ same: true })
  const other = createEmulator({})
  expect((await post(other, journal)).status).toBe(201)
  expect(digest(other)).toBe(before)
})

test('the command line takes an export as a world', async () => {
  const first = createEmulator({ worlds: ['ready-to-send'], journal: true })
  await used(first)
  const file = join(stateFile(), '..', 'mine.journal.json')
  writeFileSync(file, await exported(first))
  const second = createEmulator({})
  await fill(second.worlds, undefined, [file])
  expect(digest(second)).toBe(digest(first))
  await expect(fill(second.worlds, undefined, [file])).rejects.toThrow(
    `${file}: there is a world ready-to-send already`,
  )
})

test('what cannot be imported is refused, says why, and leaves nothing', async () => {
  const first = createEmulator({ worlds: ['ready-to-send'], journal: true })
  await used(first)
  const journal = await exported(first)
  expect(await post(first, journal)).toMatchObject({
    status: 409,
    message: expect.stringMatching(/There is a world 'ready-to-send' already/),
  })
  const other = createEmulator({})
  expect(await post(other, journal.replace('service_unavailable', 'service_unavailablf'))).toMatchObject({
    status: 400,
    message: expect.stringMatching(/^The body:\d+: input \d+ is not as it was written/),
  })
  expect(await post(other, '[]')).toMatchObject({ status: 400, message: expect.stringMatching(/this is no journal/) })
  expect(await post(other, '[{"journal": 1}]')).toMatchObject({ status: 400 })
  expect(other.worlds.list()).toEqual([])
  expect(other.worlds.gave(need(kitOf(first).tokens.client_business))).toBe(false)
})

test('a journal that ended before its world is no export', async () => {
  const first = createEmulator({ worlds: ['ready-to-send'] })
  const kit = kitOf(first)
  await kit.control('post', `worlds/${kit.id}/journal`, { on: true, limit: 1 })
  await used(first)
  expect(await post(createEmulator({}), await exported(first))).toMatchObject({
    status: 400,
    message: expect.stringMatching(/the journal ended before it was exported, as it has 1 inputs/),
  })
})
