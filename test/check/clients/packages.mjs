// Every way in which clients from npm speak HTTPS, to the host that is written in: imported, required, in a thread and in a
// process of their own. `packages.mjs one` makes the calls and tells them; without it all of that is started.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import axios from 'axios'
import fetchOfNode from 'node-fetch'
import superagent from 'superagent'
import * as undici from 'undici'

const require = createRequire(import.meta.url)
const host = 'https://graph.facebook.com'
const path = `/v24.0/${process.env.MMGRAPH_PHONE_ID}?fields=id`
const url = `${host}${path}`
const headers = { authorization: `Bearer ${process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN}` }

const textOf = async ({ body }) => JSON.parse(await body.text())

/** One dispatcher, used as its owner would, and closed. */
const dispatched = async (dispatcher) => {
  const answer = await textOf(await undici.request(url, { headers, dispatcher }))
  await dispatcher.close()
  return answer
}

async function bySetting() {
  const before = undici.getGlobalDispatcher()
  const agent = new undici.Agent({ connections: 1 })
  undici.setGlobalDispatcher(agent)
  const answer = await (await fetch(url, { headers })).json()
  undici.setGlobalDispatcher(before)
  await agent.close()
  return answer
}

async function byClient(Client) {
  const client = new Client(host)
  const answer = await textOf(await client.request({ path, method: 'GET', headers }))
  await client.close()
  return answer
}

async function byStream() {
  const parts = []
  const { Writable } = require('node:stream')
  const factory = () => new Writable({ write: (part, _, done) => done(void parts.push(part)) })
  await undici.stream(url, { method: 'GET', headers }, factory)
  return JSON.parse(Buffer.concat(parts))
}

const { Agent, Client, Pool, RetryAgent, EnvHttpProxyAgent, buildConnector, interceptors } = undici

const ways = {
  'undici.request': () => undici.request(url, { headers }).then(textOf),
  'undici.fetch': () => undici.fetch(url, { headers }).then((answer) => answer.json()),
  'undici.stream': byStream,
  'undici, required': () => require('undici').request(url, { headers }).then(textOf),
  'a Client': () => byClient(Client),
  'a Pool': () => byClient(Pool),
  'an Agent': () => dispatched(new Agent({ keepAliveTimeout: 1000 })),
  'an Agent that may speak HTTP/2': () => dispatched(new Agent({ allowH2: true })),
  'an Agent with a connector': () => dispatched(new Agent({ connect: buildConnector({ timeout: 5000 }) })),
  'a RetryAgent': () => dispatched(new RetryAgent(new Agent())),
  'an EnvHttpProxyAgent': () => dispatched(new EnvHttpProxyAgent({ httpsProxy: 'http://127.0.0.1:1' })),
  'an Agent that looks names up itself': () => dispatched(new Agent().compose(interceptors.dns())),
  'fetch of node with the dispatcher of all': bySetting,
  axios: () => axios.get(url, { headers }).then(({ data }) => data),
  'axios by fetch': () => axios.get(url, { headers, adapter: 'fetch' }).then(({ data }) => data),
  'axios, required': () => require('axios')(url, { headers }).then(({ data }) => data),
  'node-fetch': () => fetchOfNode(url, { headers }).then((answer) => answer.json()),
  'node-fetch, required': () => require('node-fetch')(url, { headers }).then((answer) => answer.json()),
  superagent: () =>
    superagent
      .get(url)
      .set(headers)
      .then(({ text }) => JSON.parse(text)),
}

async function callAll() {
  for (const [name, way] of Object.entries(ways)) {
    const { id } = await way().catch((error) => ({ id: `${error} ${error.cause ?? ''}` }))
    console.log(id === process.env.MMGRAPH_PHONE_ID ? `ok ${name}` : `wrong ${name}: ${id}`)
  }
}

const here = fileURLToPath(import.meta.url)

if (process.argv[2] === 'one') {
  await callAll()
} else {
  const { stdout } = await promisify(execFile)(process.execPath, [here, 'one'])
  process.stdout.write(stdout)
  await new Promise((resolve, reject) => {
    new Worker(here, { argv: ['one'] }).once('exit', resolve).once('error', reject)
  })
}
