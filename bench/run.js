// npm run bench [-- MEASURES]: what mmgraph takes, in one run on one machine, beside a bare Hono app and the peers in bench/peers.
// Nothing here is asserted. A run of all measures writes docs/benchmarks.md; some are named to see them alone.
import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { bareHono, mmgraph, peers } from './contenders.js'
import { bytesOf, callsOf } from './load.js'
import { coldStart } from './measures/cold-start.js'
import { growth } from './measures/growth.js'
import { insights } from './measures/insights.js'
import { readRate, sendRate } from './measures/rates.js'
import { soak } from './measures/soak.js'
import { webhooks } from './measures/webhooks.js'
import { at, pinned, stop } from './processes.js'
import { state } from './state.js'
import { asMarkdown, asText } from './table.js'

const measures = {
  'cold-start': coldStart,
  read: readRate,
  send: sendRate,
  webhooks,
  state: () => state(),
  growth,
  soak,
  insights,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(measures, name))
if (unknown !== undefined) {
  process.stderr.write(`There is no measure ${unknown}; there are ${Object.keys(measures).join(', ')}.\n`)
  process.exit(2)
}

/** What is called of every contender, and the answers that the bare app is to give. */
async function learn() {
  const server = await mmgraph.start()
  const calls = callsOf(server.worlds[0])
  const replies = await bytesOf(server.url, calls, server.worlds[0].people.recipient)
  await stop(server)
  return { calls, replies }
}

const machine = () => [
  ['processor', `${cpus()[0].model.trim()}, ${cpus().length} cores`],
  ['memory', `${Math.round(totalmem() / 1024 ** 3)} GB`],
  ['system', `${type()} ${release()}`],
  ['Node', process.version],
  ['server and load', pinned ? 'pinned to different cores' : 'not pinned'],
  ['peers', peers.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none installed'],
]

function page(taken, contenders) {
  const what = contenders.map(({ name, note }) => [name, note])
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`: everything in one run on one machine, the contenders in turn, medians of the rounds; a ratio is the median of the',
    'ratios of each round. Absolute numbers are this machine’s. Peers are measured where `node bench/peers/install.js` has installed them,',
    'Prism where `MMGRAPH_META_OPENAPI` names the file of Meta’s OpenAPI.',
    '',
    asMarkdown({ title: 'The machine', says: 'Where it ran.', columns: ['what', 'is'], rows: machine() }),
    asMarkdown({
      title: 'Who is measured',
      says: 'None but mmgraph knows tokens, templates or statuses, so what the others do for a call is less.',
      columns: ['server', 'what it does'],
      rows: what,
    }),
    ...taken.map(asMarkdown),
  ].join('\n')
}

const { calls, replies } = await learn()
const contenders = [bareHono(replies), mmgraph, ...peers]
const taken = []
for (const name of wanted.length > 0 ? wanted : Object.keys(measures)) {
  const measured = await measures[name](contenders, calls)
  console.log(asText(measured))
  taken.push(measured)
}
if (wanted.length === 0) {
  writeFileSync(at('../docs/benchmarks.md'), `${page(taken, contenders).trimEnd()}\n`)
  console.log('docs/benchmarks.md is written')
}
