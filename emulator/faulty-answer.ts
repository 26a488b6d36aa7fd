import type { ServerResponse } from 'node:http'
import { milliseconds } from '../contracts/duration.ts'
import { WireFile } from './model/uploaded-file.ts'
import type { WireFault } from './world/fault.ts'
import { toResponse, toSocket, type Written } from './write.ts'

/** Calls back after real milliseconds; gives what takes that back. */
export type Later = (then: () => void, after: number) => () => void

export const realTime: Later = (then, after) => {
  const timer = setTimeout(then, after)
  return () => clearTimeout(timer)
}

/** An answer, and what a test asked to become of it on its way. */
export interface Faulty extends Written {
  readonly fault: WireFault
}

export function isFaulty(answer: Written): answer is Faulty {
  return answer.fault !== undefined
}

/** Over a socket: late, not at all, in part, or a page as it stands. */
export function toFaultySocket(outgoing: ServerResponse, answer: Faulty, later: Later): void {
  const { fault } = answer
  if ('drop' in fault) outgoing.destroy()
  else if ('truncate' in fault && answer.body) cutOff(outgoing, answer)
  else if ('latency' in fault)
    outgoing.on(
      'close',
      later(() => toSocket(outgoing, answer), waitOf(fault.latency)),
    )
  else toSocket(outgoing, answer)
}

/** A file has bytes of its own; anything else is text, or bytes already. */
function bytesOf(body: Written['body']): Buffer {
  return Buffer.from(body instanceof WireFile ? body.bytes : (body ?? ''))
}

/** Half of the body, under the Content-Length of the whole. */
function cutOff(outgoing: ServerResponse, { status, headers, body }: Written): void {
  const whole = bytesOf(body)
  outgoing.writeHead(status, { ...headers, 'content-length': String(whole.length) })
  outgoing.write(whole.subarray(0, whole.length / 2), () => outgoing.destroy())
}

/**
 * The same for callers within the process, with the errors that fetch has for it.
 * @param signal of the caller, who may not want to wait
 * @throws TypeError `fetch failed`, where the connection is dropped; the reason of the signal
 */
export function toFaultyResponse(answer: Faulty, later: Later, signal: AbortSignal): Promise<Response> | Response {
  const { fault } = answer
  if ('drop' in fault) throw new TypeError('fetch failed', { cause: closed() })
  if ('truncate' in fault && answer.body) return cutShort(answer)
  if (!('latency' in fault)) return toResponse(answer)
  return new Promise((resolve, reject) => {
    const cancel = later(() => resolve(toResponse(answer)), waitOf(fault.latency))
    signal.addEventListener('abort', () => {
      cancel()
      reject(signal.reason)
    })
  })
}

function cutShort({ status, headers, body }: Written): Response {
  const whole = bytesOf(body)
  const parts = [new Uint8Array(whole.subarray(0, whole.length / 2))]
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const part = parts.pop()
      if (part) controller.enqueue(part)
      else controller.error(new TypeError('terminated', { cause: closed() }))
    },
  })
  return new Response(stream, { status, headers: { ...headers, 'content-length': String(whole.length) } })
}

/** What the fetch of node says of a connection that its other side has closed. */
function closed(): Error {
  return Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
}

function waitOf(latency: string): number {
  return milliseconds(latency) ?? 0
}
