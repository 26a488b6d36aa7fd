import { setTimeout as wait } from 'node:timers/promises'
import { mmgraph } from '../contenders.js'
import { at, startOn, stop, toldBy } from '../processes.js'

const RATE = 1000
const SECONDS = 10
const LONGEST_WAIT = 120

/** A steady thousand sends a second, three signed statuses each, to a receiver on loopback that shares the core of the load. */
export async function webhooks() {
  const server = await mmgraph.start()
  const { names, tokens, secrets } = server.worlds[0]
  const receiver = await startOn(1, [at('./receiver.js'), secrets.app])
  try {
    await subscribe(server, receiver)
    const url = `${server.url}/v25.0/${names.phone}/marketing_messages`
    const { taken, lastAt } = await steadyLoad(url, tokens.client_business)
    const { different, bad, lastAt: heardAt } = await untilCounted(receiver.url, taken * 3)
    return {
      title: 'Webhooks',
      says: `${RATE} sends a second for ${SECONDS} seconds to an app that is subscribed: each is told of three times, signed.`,
      columns: ['sends taken', 'statuses heard', 'badly signed', 'the last one after the last send'],
      rows: [[String(taken), `${different} of ${taken * 3}`, String(bad), `${heardAt - lastAt} ms`]],
    }
  } finally {
    await Promise.all([stop(server), stop(receiver)])
  }
}

async function subscribe({ url, worlds: [{ names, tokens }] }, receiver) {
  await post(`${url}/v25.0/${names.app}/subscriptions`, tokens.app, {
    object: 'whatsapp_business_account',
    callback_url: receiver.url,
    verify_token: 'any',
    fields: ['messages'],
  })
  await post(`${url}/v25.0/${names.waba}/subscribed_apps`, tokens.client_business, {})
}

async function post(url, token, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
}

/** `lastAt` is the time of the last answer: it is told by the process of the load, whose clock is the receiver's, too. */
function steadyLoad(url, token) {
  return toldBy(1, [at('./steady-load.js'), url, token, String(RATE), String(SECONDS)])
}

async function untilCounted(url, wanted) {
  for (let looked = 0; ; looked += 1) {
    const counted = await (await fetch(`${url}/count`)).json()
    if (counted.different >= wanted || looked === LONGEST_WAIT) return counted
    await wait(250)
  }
}
