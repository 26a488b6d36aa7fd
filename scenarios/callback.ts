/** What a callback answers to a request. Status 0: nobody listens. */
export interface CallbackAnswer {
  readonly status: number
  readonly statusText: string
  readonly body: string
}

/**
 * What the callback of a scenario answers, by its address: `{callback}` shakes hands and takes every webhook,
 * `{callback}/answers/503` shakes hands and answers 503 to each, `{callback}/refuses` does not shake hands,
 * `{callback}/mute` answers without the challenge. On another host or port nobody listens.
 */
export function callbackAnswer(callback: string, method: string, url: string): CallbackAnswer {
  const { origin, pathname, searchParams } = new URL(url)
  if (origin !== new URL(callback).origin) return { status: 0, statusText: '', body: '' }
  if (method === 'POST') {
    const [, status = 200] = /\/answers\/([1-5]\d\d)$/.exec(pathname) ?? []
    return { status: Number(status), statusText: '', body: '' }
  }
  if (pathname.endsWith('/refuses')) return { status: 403, statusText: 'Forbidden', body: '' }
  const challenge = pathname.endsWith('/mute') ? 'Hello' : (searchParams.get('hub.challenge') ?? '')
  return { status: 200, statusText: 'OK', body: challenge }
}
