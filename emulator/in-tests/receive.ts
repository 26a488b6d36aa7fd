import type { Transport } from '../webhooks/transport.ts'
import { httpTransport } from '../webhooks/transport.ts'
import type { Receive } from './options.ts'

/** The address under which a function hears: clients may subscribe it themselves. */
export const FUNCTION_URL = 'http://127.0.0.1/mmgraph/callback'

/** Posts over HTTP, which `signal` ends; what is for the function goes to it. */
export function transportFor(receive: Receive | undefined, signal: AbortSignal): Transport {
  return (wanted) => {
    const isForFunction = receive !== undefined && wanted.url.split('?')[0] === FUNCTION_URL
    return isForFunction ? hand(receive, wanted) : httpTransport({ ...wanted, signal })
  }
}

/** A function is asked for no challenge: it could not be there otherwise. */
async function hand(receive: Receive, { url, method, headers, body = '' }: Parameters<Transport>[0]) {
  if (method === 'GET') {
    return { status: 200, statusText: 'OK', body: new URL(url).searchParams.get('hub.challenge') ?? '' }
  }
  try {
    const answer = await receive(new Request(url, { method, headers: { ...headers }, body }))
    if (!(answer instanceof Response)) return { status: 200, statusText: 'OK', body: '' }
    return { status: answer.status, statusText: answer.statusText, body: await answer.text() }
  } catch (error) {
    return { status: 500, statusText: 'Internal Server Error', body: '', error: `the callback threw ${String(error)}` }
  }
}
