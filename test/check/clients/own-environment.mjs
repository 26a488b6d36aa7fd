// Starts processes and threads that have an environment of their own, and some after its own was emptied. Each makes a call.
import { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'

const here = fileURLToPath(import.meta.url)
const [node] = process.argv
const [phone, token] = process.argv[2]
  ? process.argv.slice(2)
  : [process.env.MMGRAPH_PHONE_ID, process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN]
const words = [here, phone, token]
const line = `"${node}" "${here}" "${phone}" "${token}"`
const env = { PATH: process.env.PATH }
const ended = (child) => once(child, 'exit')

const ways = {
  spawn: () => ended(spawn(node, words, { env })),
  fork: () => ended(fork(here, words.slice(1), { env })),
  exec: () => promisify(exec)(line, { env }),
  execFile: () => promisify(execFile)(node, words, { env }),
  spawnSync: () => spawnSync(node, words, { env }),
  execFileSync: () => execFileSync(node, words, { env }),
  execSync: () => execSync(line, { env }),
  thread: () => ended(new Worker(here, { argv: words.slice(1), env })),
  'thread of text': () => {
    const code = `fetch(${JSON.stringify(urlOf(phone))}, ${JSON.stringify({ headers: headersOf(token) })})`
    return ended(new Worker(code, { eval: true, env: {} }))
  },
  'spawn by one who forgot': () => ended(spawn(node, words)),
  'spawnSync by one who forgot': () => spawnSync(node, words),
  'execSync by one who forgot': () => execSync(line),
  'execSync with options': () => execSync(line, { stdio: 'ignore' }),
  'spawnSync without arguments': () => spawnSync(line, { shell: true }),
}

function urlOf(id) {
  return `https://graph.facebook.com/v24.0/${id}?fields=id`
}

function headersOf(value) {
  return { authorization: `Bearer ${value}` }
}

if (process.argv[2]) {
  await fetch(urlOf(phone), { headers: headersOf(token) })
} else {
  for (const [name, way] of Object.entries(ways)) {
    if (name.endsWith('forgot'))
      for (const gone of Object.keys(process.env)) if (gone !== 'PATH') delete process.env[gone]
    await way()
    console.log(name)
  }
}
