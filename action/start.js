// A step of action.yml: starts the emulator, which outlives the step, and tells the steps that follow where it is.
import { spawn } from 'node:child_process'
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const { GITHUB_OUTPUT, GITHUB_ENV, RUNNER_TEMP } = process.env
const { INPUT_PORT: port = '4020', INPUT_WORLDS = '', INPUT_OPTIONS = '', INPUT_ENV } = process.env
const main = fileURLToPath(new URL('../dist/emulator/cli/main.js', import.meta.url))
const [out, log] = ['mmgraph.json', 'mmgraph.log'].map((name) => join(RUNNER_TEMP, name))
const words = (text) => text.split(/\s+/).filter(Boolean)
/** Milliseconds. */
const LONGEST = 30_000

function begin() {
  const files = [out, log].map((file) => openSync(file, 'w'))
  const args = [main, 'serve', '--port', port, '--json', '--world', ...words(INPUT_WORLDS), ...words(INPUT_OPTIONS)]
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', ...files] })
  for (const file of files) closeSync(file)
  return child
}

/** The line that `serve --json` prints when it listens. */
async function started(child) {
  for (const until = Date.now() + LONGEST; Date.now() < until; await wait(50)) {
    const text = readFileSync(out, 'utf8')
    if (text.endsWith('\n')) return JSON.parse(text)
    if (child.exitCode !== null) break
  }
  process.stdout.write(`::error::mmgraph did not start: ${readFileSync(log, 'utf8').trim().split('\n')[0]}\n`)
  return process.exit(1)
}

const child = begin()
const { url, worlds } = await started(child)
const ids = worlds.map(({ id }) => id)
const token = /--control-token[ =](\S+)/.exec(INPUT_OPTIONS)?.[1]
const headers = token ? { authorization: `Bearer ${token}` } : {}
const answer = await fetch(`${url}/_mmgraph/worlds/${INPUT_ENV || ids[0]}/env`, { headers })
if (!answer.ok) {
  process.stdout.write(`::error::env: there is no world ${INPUT_ENV}; there are ${ids.join(', ')}\n`)
  child.kill()
  process.exit(1)
}
// The lines are for a shell: KEY='value'.
const lines = (await answer.text()).replaceAll(/^(?:export )?(\w+)='?(.*?)'?$/gm, '$1=$2').trim()
const own = [`MMGRAPH_PID=${child.pid}`, ...(token ? [`MMGRAPH_CONTROL_TOKEN=${token}`] : [])]
appendFileSync(GITHUB_ENV, `${[lines, ...own].join('\n')}\n`)
appendFileSync(GITHUB_OUTPUT, `url=${url}\nworlds=${JSON.stringify(ids)}\n`)
process.stdout.write(`mmgraph listens on ${url} with ${ids.join(', ')}; its log is ${log}\n`)
child.unref()
