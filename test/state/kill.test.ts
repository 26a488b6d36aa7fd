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
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
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

const CALLERS = 20

/** Sends from many callers at once, kills the process after so many answers, and tells the ids that were answered. */
async function sendUntilKilled({ child, url, phone, token }: Served, answers: number): Promise<string[]> {
  const acknowledged: string[] = []
  const call = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(`${url}/v25.0/${phone}/marketing_messages`, { method: 'POST', headers, body })
    const reply = (await response.json()) as { messages: [{ id: string }] }
    acknowledged.push(reply.messages[0].id)
    if (acknowledged.length === answers) child.kill('SIGKILL')
    return call()
  }
  const body = JSON.stringify(message())
  // Each caller goes on until nobody is there to answer.
  await Promise.allSettled(Array.from({ length: CALLERS }, call))
  return acknowledged
}

async function messagesOf({ url }: Served): Promise<Set<string>> {
  const response = await fetch(`${url}/_mmgraph/worlds/ready-to-send/messages`)
  const { data } = (await response.json()) as { data: { id: string }[] }
  return new Set(data.map(({ id }) => id))
}

test('no message that was acknowledged is lost in 50 kills under load', { timeout: 300_000 }, async () => {
  const path = stateFile()
  const all: string[] = []
  for (let kill = 0; kill < 50; kill += 1) {
    const served = await serve(path)
    const died = once(served.child, 'exit')
    all.push(...(await sendUntilKilled(served, 1 + ((kill * 7) % 41))))
    await died
  }
  const kept = await messagesOf(await serve(path))
  expect(all.length).toBeGreaterThan(900)
  expect(all.filter((id) => !kept.has(id))).toEqual([])
})
