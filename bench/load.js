// Requests per second that a server takes, from a process on the other core.
import { at, toldBy } from './processes.js'

const CONNECTIONS = 10
const SECONDS = 3

/** What is called: a read of an account, and a send of a template with four variables and a button. */
export const callsOf = ({ names, tokens }) => ({
  read: { path: `/v24.0/${names.waba}?fields=id,name`, token: tokens.client_business },
  send: { path: `/v25.0/${names.phone}/marketing_messages`, token: tokens.client_business },
})

export async function reads(url, { path, token }, seconds = SECONDS) {
  return rate([at('./read-load.js'), url + path, token, String(seconds), String(CONNECTIONS)])
}

export async function sends(
  url,
  { path, token },
  { template = 'birthday_offer', seconds = SECONDS, connections = CONNECTIONS } = {},
) {
  return rate([at('./send-load.js'), url + path, token, String(seconds), String(connections), template])
}

async function rate(args) {
  const { rate: perSecond, refused } = await toldBy(1, args)
  if (refused > 0) throw new Error(`${refused} answers of ${args[1]} were not 2xx`)
  return perSecond
}

/** What a bare server has to answer, so that both write the same bytes: mmgraph's replies to the same calls. */
export async function bytesOf(url, { read, send }, to) {
  const template = { name: 'spring_sale', language: { code: 'en_US' } }
  const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template })
  const headers = { authorization: `Bearer ${send.token}`, 'content-type': 'application/json' }
  return {
    read: await bytesFrom(await fetch(url + read.path, { headers })),
    send: await bytesFrom(await fetch(url + send.path, { method: 'POST', headers, body })),
  }
}

/** Node adds these headers by itself. */
const BY_NODE = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']

async function bytesFrom(response) {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !BY_NODE.includes(name)))
  return { headers, body: await response.text() }
}
