// node bench/cold-start.js, after npm run build: milliseconds from the start of a process to its first 200, of mmgraph and of a bare
// Hono app in turn, on one core. With --json one line of JSON. Nothing here is asserted.
import { at, median, start, stop } from './processes.js'

const MMGRAPH = [at('../dist/emulator/cli/main.js'), 'serve', '--port', '0', '--json']
const BARE = [at('./bare-hono.js')]
const ROUNDS = 21

/** Milliseconds, and what the first call of Graph itself took then. */
async function coldStart(args, path, later) {
  const began = performance.now()
  const server = await start(args)
  const response = await fetch(server.url + path)
  await response.text()
  const took = performance.now() - began
  if (!response.ok) throw new Error(`${args[0]} answered ${response.status}`)
  const first = later && (await later(server))
  await stop(server)
  return { took, first }
}

async function firstGraphCall({ url, worlds }) {
  const began = performance.now()
  const response = await fetch(`${url}/v24.0/me?access_token=${worlds[0].tokens.partner_system_user}`)
  await response.text()
  if (!response.ok) throw new Error(`Graph answered ${response.status}`)
  return performance.now() - began
}

const ours = () => coldStart(MMGRAPH, '/_mmgraph/health', firstGraphCall)
const bare = () => coldStart(BARE, '/')

// Once each, so that both stand in the cache of the disk.
await ours()
await bare()
const rounds = []
while (rounds.length < ROUNDS) rounds.push({ ours: await ours(), bare: await bare() })
const middle = (part) => Math.round(median(rounds.map(part)))
const result = { ours: middle((r) => r.ours.took), bare: middle((r) => r.bare.took), firstCall: middle((r) => r.ours.first) }
const ratio = median(rounds.map((round) => round.ours.took / round.bare.took)).toFixed(2)
const line = `cold start to the first 200: mmgraph ${result.ours} ms, bare Hono ${result.bare} ms, ratio ${ratio} (medians of ${ROUNDS}); the first call of Graph then takes ${result.firstCall} ms`
console.log(process.argv.includes('--json') ? JSON.stringify({ ...result, ratio: Number(ratio), rounds: ROUNDS }) : line)
