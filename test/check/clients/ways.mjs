// Every way in which a client of Node speaks HTTPS, to the host that is written in.
import http from 'node:http'
import https, { get } from 'node:https'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

const require = createRequire(import.meta.url)
const host = 'graph.facebook.com'
const path = `/v24.0/${process.env.MMGRAPH_PHONE_ID}?fields=id`
const url = `https://${host}${path}`
const headers = { authorization: `Bearer ${process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN}` }

/** The body of an answer, of either module of node. */
const body = (ask) =>
  new Promise((resolve, reject) => {
    const request = ask((response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(text))
    })
    request.on('error', reject).end()
  })

const ways = {
  fetch: () => fetch(url, { headers }).then((answer) => answer.text()),
  'https.request with options': () => body((done) => https.request({ host, path, headers }, done)),
  'https.request with a URL': () => body((done) => https.request(new URL(url), { headers }, done)),
  'get by its name': () => body((done) => get(url, { headers }, done)),
  'require of https': () => body((done) => require('node:https').request(url, { headers }, done)),
  'an agent': () => {
    const agent = new https.Agent({ keepAlive: true })
    return body((done) => https.get(url, { headers, agent }, done)).finally(() => agent.destroy())
  },
  http: () => body((done) => http.get(url.replace('https', 'http'), { headers }, done)),
  axios: () =>
    require('axios')
      .get(url, { headers, responseType: 'text' })
      .then(({ data }) => data),
  'a thread of its own': () => {
    const code = `fetch(${JSON.stringify(url)}, { headers: ${JSON.stringify(headers)} }).then((answer) => answer.text()).then((text) => require('worker_threads').parentPort.postMessage(text))`
    return new Promise((resolve, reject) => {
      new Worker(code, { eval: true }).once('message', resolve).once('error', reject)
    })
  },
}

for (const [name, way] of Object.entries(ways)) {
  const { id } = JSON.parse(await way())
  console.log(id === process.env.MMGRAPH_PHONE_ID ? `ok ${name}` : `wrong ${name}: ${id}`)
}
