// Who is measured: mmgraph, a bare Hono app that answers the same bytes, and the peers that are installed in bench/peers. Each
// answers GET /v24.0/{waba} and takes POST /v25.0/{phone}/marketing_messages, as far as it can.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mockoonFile } from './peers/mockoon.js'
import { at, start, startSilent } from './processes.js'

const SERVE = [at('../dist/emulator/cli/main.js'), 'serve', '--port', '0', '--json', '--limits', 'off']
/** Meta's own OpenAPI, which is no part of this project: where its file is named, Prism is measured with it. */
const openapi = process.env.MMGRAPH_META_OPENAPI
const scratch = mkdtempSync(join(tmpdir(), 'mmgraph-bench-'))

/** Time runs in its world. */
export const mmgraph = {
  name: 'mmgraph',
  note: 'state, tokens, the template checked, statuses that follow',
  start: () => start([...SERVE, '--world', 'ready-to-send']),
}

/** `replies` are what mmgraph answers to the GET and to the send, with headers. */
export const bareHono = (replies) => ({
  name: 'bare Hono',
  note: 'the same bytes for every call; a send is parsed as JSON',
  start: () => start([at('./bare-hono.js'), JSON.stringify(replies)]),
})

const jsonServer = {
  name: 'json-server',
  note: 'keeps what is posted in a file; checks nothing',
  package: 'json-server',
  start() {
    const db = scratchFile('db.json', { accounts: [{ id: '1', name: 'Juniper Bakery' }], marketing_messages: [] })
    const routes = scratchFile('routes.json', {
      '/v24.0/:id': '/accounts/1',
      '/v25.0/:phone/marketing_messages': '/marketing_messages',
    })
    const options = ['--host', '127.0.0.1', '--quiet', '--routes', routes]
    return startSilent((port) => [bin('json-server'), db, '--port', String(port), ...options], '/v24.0/1')
  },
}

const prism = {
  name: 'Prism',
  note: 'examples of Meta’s OpenAPI; calls are checked against its schema, which refuses a button at index 0: it is sent a template without variables',
  template: 'spring_sale',
  package: '@stoplight/prism-cli',
  start: () =>
    startSilent(
      (port) => [bin('@stoplight/prism-cli'), 'mock', '-h', '127.0.0.1', '-p', String(port), openapi],
      '/v24.0/1',
    ),
}

const mockoon = {
  name: 'Mockoon',
  note: 'a template for each reply; checks nothing',
  package: '@mockoon/cli',
  start() {
    const file = scratchFile('mockoon.json', mockoonFile)
    const options = ['--hostname', '127.0.0.1', '--disable-log-to-file', '--disable-admin-api']
    return startSilent(
      (port) => [bin('@mockoon/cli'), 'start', '--data', file, '--port', String(port), ...options],
      '/v24.0/1',
    )
  },
}

const requireOfPeers = createRequire(new URL('./peers/', import.meta.url))
const packageOf = (peer) => at(`./peers/node_modules/${peer}/package.json`)

/** The peers that are installed, each with its version. */
export const peers = [prism, mockoon, jsonServer].flatMap((peer) => {
  if (!existsSync(packageOf(peer.package)) || (peer === prism && !openapi)) return []
  return [{ ...peer, version: requireOfPeers(packageOf(peer.package)).version }]
})

function bin(name) {
  const { bin } = requireOfPeers(packageOf(name))
  return at(`./peers/node_modules/${name}/${typeof bin === 'string' ? bin : Object.values(bin)[0]}`)
}

function scratchFile(name, content) {
  const path = join(scratch, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}
