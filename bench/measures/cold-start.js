import { inTurn } from '../measure.js'
import { memoryOf, stop } from '../processes.js'

const ROUNDS = 7

/** From the start of the process to its first 200, and the memory that it has in use then. */
export async function coldStart(contenders, calls) {
  const memory = new Map()
  const rows = await inTurn(contenders, ROUNDS, async (contender) => {
    const began = performance.now()
    const server = await contender.start()
    const { path, token } = calls.read
    const response = await fetch(server.url + path, {
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'bench/1.0.0' },
    })
    await response.text()
    const took = performance.now() - began
    memory.set(contender.name, memoryOf(server))
    await stop(server)
    if (!response.ok) throw new Error(`${contender.name} answered ${response.status}`)
    return took
  })
  return {
    title: 'Cold start',
    says: 'From the start of the process to the first 200 of a read, and the memory (RSS) in use then.',
    columns: ['server', 'ms', 'to bare Hono', 'MB'],
    rows: rows.map(({ name, value, ratio }) => [
      name,
      value.toFixed(0),
      `${ratio.toFixed(2)} ×`,
      memory.get(name)?.toFixed(0) ?? 'not known',
    ]),
  }
}
