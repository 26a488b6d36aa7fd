import { reads, sends } from '../load.js'
import { inTurn } from '../measure.js'
import { memoryOf, stop } from '../processes.js'

const ROUNDS = 5

/** Reads per second of each contender. */
export function readRate(contenders, calls) {
  const says = '`GET /{waba}?fields=id,name` with a token, ten connections, requests a second.'
  return rates('Read', says, contenders, ({ url }) => reads(url, calls.read))
}

/** Sends per second of each contender. */
export function sendRate(contenders, calls) {
  const says =
    '`POST /{phone}/marketing_messages` of a template with four variables and a button, each to another number, ten connections, ' +
    'nobody subscribed, requests a second; and the memory (RSS) in use at the end. mmgraph keeps each message and moves it to sent, delivered and read meanwhile.'
  return rates('Send', says, contenders, ({ url, template }) => sends(url, calls.send, { template }))
}

async function rates(title, says, contenders, load) {
  const running = []
  for (const contender of contenders) running.push({ ...contender, ...(await contender.start()) })
  try {
    for (const server of running) await load(server)
    const rows = await inTurn(running, ROUNDS, load)
    const memory = running.map(memoryOf)
    return {
      title,
      says,
      columns: ['server', 'a second', 'of bare Hono', 'MB'],
      rows: rows.map(({ name, value, ratio }, index) => [
        name,
        value.toFixed(0),
        `${(ratio * 100).toFixed(0)} %`,
        memory[index]?.toFixed(0) ?? 'not known',
      ]),
    }
  } finally {
    await Promise.all(running.map(stop))
  }
}
