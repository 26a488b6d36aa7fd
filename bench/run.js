// npm run bench: times in one run on one machine, and their ratio to a bare Hono app. Nothing here is asserted.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const MMGRAPH = [at('../dist/emulator/cli/main.js'), 'serve', '--port', '0', '--json']
const BARE = [at('./bare-hono.js')]
const ROUNDS = 9

/** Starts a server and answers its first line of JSON. */
async function start(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  while (!out.includes('\n')) out += String((await once(child.stdout, 'data'))[0])
  return { child, ...JSON.parse(out) }
}

/** Milliseconds from the start of the process to its first 200. */
async function coldStart(args, path) {
  const began = performance.now()
  const { child, url } = await start(args)
  const response = await fetch(url + path)
  await response.text()
  const took = performance.now() - began
  child.kill()
  await once(child, 'exit')
  if (!response.ok) throw new Error(`${args[0]} answered ${response.status}`)
  return took
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

const times = { mmgraph: [], bare: [] }
await coldStart(MMGRAPH, '/_mmgraph/health')
await coldStart(BARE, '/')
for (let round = 0; round < ROUNDS; round += 1) {
  times.mmgraph.push(await coldStart(MMGRAPH, '/_mmgraph/health'))
  times.bare.push(await coldStart(BARE, '/'))
}
const [ours, bare] = [median(times.mmgraph), median(times.bare)]
console.log(`Node ${process.version}, ${ROUNDS} rounds in turn, medians`)
console.log(
  `cold start to first 200: mmgraph ${ours.toFixed(0)} ms, bare Hono ${bare.toFixed(0)} ms, ratio ${(ours / bare).toFixed(2)}`,
)
