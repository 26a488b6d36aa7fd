import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Started } from '../../emulator/cli/serve.ts'
import { need } from '../kit.ts'
import { message } from '../sends.ts'
import { stateFile } from './campaign.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

interface Served {
  readonly child: ChildProcess
  readonly url: string
  readonly phone: string
  readonly token: string
}

async function serve(path: string): Promise<Served> {
  const args = [main, 'serve', '--port', '0', '--json', '--limits', 'off', '--world', 'ready-to-send', '--state', path]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  for await (const part of need(child.stdout ?? undefined)) {
    out += part
    if (out.includes('\n')) break
  }
  const { url, worlds } = JSON.parse(out) as Started
  const { names, tokens } = need(worlds[0])
  return { child, url, phone: need(names.phone), token: need(tokens.client_business) }
}

/** What callers were told is there: ids of messages, and of worlds. */
interface Acknowledged {
  readonly messages: string[]
  readonly worlds: string[]
}

const SENDERS = 10
const MAKERS = 1

/** Changes from many callers at once, and a kill after so many answers. */
async function changeUntilKilled(served: Served, answers: number, all: Acknowledged): Promise<void> {
  const died = once(served.child, 'exit')
  let answered = 0
  const again = (change: () => Promise<unknown>) => async (): Promise<void> => {
    for (;;) {
      await change()
      answered += 1
      if (answered === answers) served.child.kill('SIGKILL')
    }
  }
  const callers = [
    ...Array.from({ length: SENDERS }, () => again(() => send(served, all))),
    ...Array.from({ length: MAKERS }, (_, n) => again(() => make(served, `made-${answers}-${n}`, all))),
  ]
  // Each goes on until nobody is there to answer.
  await Promise.allSettled(callers.map((call) => call()))
  await died
}

const body = JSON.stringify(message())

async function send({ url, phone, token }: Served, { messages }: Acknowledged): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(`${url}/v25.0/${phone}/marketing_messages`, { method: 'POST', headers, body })
  const reply = (await response.json()) as { messages: [{ id: string }] }
  messages.push(reply.messages[0].id)
}

let made = 0

async function make({ url }: Served, name: string, { worlds }: Acknowledged): Promise<void> {
  made += 1
  const id = `${name}-${made}`
  const response = await fetch(`${url}/_mmgraph/worlds`, {
    method: 'POST',
    body: JSON.stringify({ world: 'ready-to-send', id }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  worlds.push(id)
}

async function idsAt(path: string, { url }: Served): Promise<string[]> {
  const response = await fetch(`${url}/_mmgraph/${path}`)
  const { data } = (await response.json()) as { data: { id: string }[] }
  return data.map(({ id }) => id)
}

/** One file, killed as many times; each start goes on from what the one before left. */
async function survive(kills: number, lane: number): Promise<number> {
  const path = stateFile()
  const all: Acknowledged = { messages: [], worlds: [] }
  let served = await serve(path)
  for (let kill = 0; kill < kills; kill += 1) {
    await changeUntilKilled(served, 1 + ((kill * 7 + lane * 11) % 31), all)
    served = await serve(path)
    const messages = await idsAt('worlds/ready-to-send/messages?limit=1000', served)
    const worlds = await idsAt('worlds', served)
    expect(all.messages.filter((id) => !messages.includes(id))).toEqual([])
    expect(all.worlds.filter((id) => !worlds.includes(id))).toEqual([])
    // Each once, and none lost to the bound of the list.
    expect(new Set(messages).size).toBe(messages.length)
    expect(messages.length).toBeLessThan(1000)
  }
  served.child.kill('SIGKILL')
  return all.messages.length + all.worlds.length
}

test('nothing that was acknowledged is lost in 50 kills under load', { timeout: 300_000 }, async () => {
  const acknowledged = await Promise.all([0, 1].map((lane) => survive(25, lane)))
  expect(acknowledged.reduce((sum, count) => sum + count)).toBeGreaterThan(500)
})
