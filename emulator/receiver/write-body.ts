import type { ClientRequest } from 'node:http'
import type { Wanted } from '../../contracts/receiver/bench.ts'
import type { Clock } from './clock.ts'

/** Into how many pieces a slow body is cut, and real milliseconds between two of them. */
const PIECES = 10
const BETWEEN = 200
/** How long curl waits for 100 Continue before it sends the body anyway, in milliseconds. */
const EXPECTING = 1000

/** Writes the body of a request as it is wanted. `left` is called when nothing more will be written, and no answer awaited. */
export function writeBody(outgoing: ClientRequest, { wire, body }: Wanted, clock: Clock, left: () => void): void {
  if (wire === 'slow' || wire === 'chunked') void inPieces(outgoing, body, wire === 'slow' ? BETWEEN : 0, clock)
  else if (wire === 'expecting') whenAsked(outgoing, body, clock)
  else if (wire === 'half-closed' || wire === 'half-open') {
    outgoing.write(body.slice(0, Math.ceil(body.length / 2)), () => {
      left()
      if (wire === 'half-closed') outgoing.destroy()
    })
  } else outgoing.end(body)
}

async function inPieces(outgoing: ClientRequest, body: string, between: number, clock: Clock): Promise<void> {
  const size = Math.ceil(body.length / PIECES)
  for (let at = 0; at < body.length && !outgoing.destroyed; at += size) {
    outgoing.write(body.slice(at, at + size))
    await clock.pause(between)
  }
  outgoing.end()
}

function whenAsked(outgoing: ClientRequest, body: string, clock: Clock): void {
  outgoing.flushHeaders()
  const callOff = clock.after(EXPECTING, () => outgoing.end(body))
  outgoing.once('continue', () => {
    callOff()
    outgoing.end(body)
  })
  outgoing.once('response', callOff)
}
