// What benches start: node processes, each on a core of its own where taskset is there.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
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

export async function stop({ child }) {
  child.kill()
  await once(child, 'exit')
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
