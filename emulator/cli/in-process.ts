import { callbackAnswer } from '../../scenarios/callback.ts'
import type { Target } from '../../scenarios/play.ts'
import { createEmulator } from '../emulator.ts'
import type { Later } from '../faulty-answer.ts'
import type { Transport } from '../webhooks/transport.ts'

const CALLBACK = 'http://127.0.0.1/webhooks'

/** Nobody is posted to: what would be posted is in the log of the world, which the steps look at. */
const transport: Transport = ({ url, method }) => {
  const answer = callbackAnswer(CALLBACK, method, url)
  return Promise.resolve(answer.status ? answer : { ...answer, error: "Couldn't connect to server", curl: 7 })
}

/** Nobody is there who could run out of patience: a late answer says that it is late, and takes no time. */
const atOnce: Later = (then) => {
  queueMicrotask(then)
  return () => undefined
}

/** An emulator in this process, in which a scenario can be played. */
export function inProcess(): { target: Target; close: () => void } {
  const emulator = createEmulator({ transport, later: atOnce })
  const fetch = async (url: string, init?: RequestInit): Promise<Response> => emulator.fetch(new Request(url, init))
  return { target: { url: 'http://127.0.0.1', fetch, callback: CALLBACK }, close: () => emulator.close() }
}
