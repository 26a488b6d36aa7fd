// What benches start: node processes, each on a core of its own where taskset is there.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const at = (path) => fileURLToPath(new URL(path, import.meta.url))
export const pinned = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0

/** A node process on one core, where it can be told to. */
export function onCore(core, args, options) {
  const command = pinned ? ['taskset', '-c', String(core), process.execPath, ...args] : [process.execPath, ...args]
  return spawn(command[0], command.slice(1), options)
}

/** Starts a server and answers its first line of JSON. */
export function start(args) {
  return startOn(0, args)
}

/** With `more` of `['ipc']` it can be sent messages. */
export async function startOn(core, args, more = []) {
  const child = onCore(core, args, { stdio: ['ignore', 'pipe', 'inherit', ...more] })
  let out = ''
  while (!out.includes('\n')) out += String((await once(child.stdout, 'data'))[0])
  return { child, ...JSON.parse(out) }
}

/** Starts a server that says nothing of use: it is there when it answers. `args` are made of its port. */
export async function startSilent(args, path) {
  const port = await freePort()
  const child = onCore(0, args(port), { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url + path))) {
    if (child.exitCode !== null) throw new Error(`${args(port).join(' ')} ended with ${child.exitCode}`)
    await wait(2)
  }
  return { child, url }
}

async function answers(url) {
  try {
    const response = await fetch(url)
    await response.text()
    return true
  } catch {
    return false
  }
}

async function freePort() {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

export async function stop({ child }) {
  if (child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}

/** MB of memory that a process has in use, by the kernel's count; undefined where there is no /proc. */
export function memoryOf({ child }) {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
    return Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** What a process on one core prints until it ends, read as JSON. */
export async function toldBy(core, args) {
  const child = onCore(core, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (part) => {
    out += part
  })
  await once(child, 'close')
  return JSON.parse(out)
}

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
