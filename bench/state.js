// node bench/state.js: what --state costs. Sends at 50 connections of an emulator without a file and of one with, in turn; the
// ratio is the median of the ratios of each round. Beside it how long a start takes that restores what was sent.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { callsOf, sends } from './load.js'
import { inTurn } from './measure.js'
import { at, start, stop } from './processes.js'

const ROUNDS = 5
const CONNECTIONS = 50
const SERVE = [at('../dist/emulator/cli/main.js'), 'serve', '--port', '0', '--json', '--limits', 'off']
const WORLD = ['--world', 'ready-to-send']

/** Sends per second with and without a state file, and what a start from that file takes. */
export async function state(rounds = ROUNDS) {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-bench-state-'))
  const file = join(folder, 'state.log')
  const contenders = [
    { name: 'without --state', args: [] },
    { name: 'with --state', args: ['--state', file] },
  ]
  try {
    const running = []
    for (const { name, args } of contenders) running.push({ name, ...(await start([...SERVE, ...WORLD, ...args])) })
    const { send } = callsOf(running[0].worlds[0])
    const load = ({ url }) => sends(url, send, { connections: CONNECTIONS })
    for (const server of running) await load(server)
    const rows = await inTurn(running, rounds, load)
    await Promise.all(running.map(stop))
    return table(rows, await restore(file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds of a start that goes on from the file, and of one that has none. */
async function restore(file) {
  const timed = async (args) => {
    const from = performance.now()
    const server = await start([...SERVE, ...WORLD, ...args])
    const took = performance.now() - from
    await stop(server)
    return took
  }
  return { megabytes: statSync(file).size / 1_000_000, anew: await timed([]), restored: await timed(['--state', file]) }
}

function table(rows, { megabytes, anew, restored }) {
  const file = `The file then had ${megabytes.toFixed(0)} MB; a start from it took ${(restored / 1000).toFixed(1)} s, one without ${(anew / 1000).toFixed(1)} s.`
  return {
    title: 'State file',
    says: `\`POST /{phone}/marketing_messages\` as above, ${CONNECTIONS} connections, each answered when it is on the disk. ${file}`,
    columns: ['mmgraph', 'a second', 'of that without'],
    rows: rows.map(({ name, value, ratio }) => [name, value.toFixed(0), `${(ratio * 100).toFixed(0)} %`]),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { asText } = await import('./table.js')
  process.stdout.write(`${asText(await state())}\n`)
}
