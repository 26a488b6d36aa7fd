import type { Asked } from './asked.ts'
import { data, html } from './html.ts'
import { page, script } from './page.ts'
import { END_SCRIPT } from './script.ts'

/** How a dialog ended: what the page that opened it is told, and the code; without one nobody logged in. */
export interface End {
  readonly message: object | null
  readonly code?: string
}

/** The last page: tells who is to be told, and closes its window, or leads back. */
export function endPage(asked: Asked, { message, code }: End): string {
  const title = code === undefined ? 'You left the signup' : 'You are done'
  if (asked.redirectUri !== undefined) return leadBack(asked.redirectUri, asked.state, title, code)
  const { channel, state } = asked
  const authResponse = code === undefined ? null : { code }
  const response = { authResponse, status: code === undefined ? 'unknown' : 'connected' }
  const login = JSON.stringify({ mmgraph: 'login', state, response })
  const body = html`<h1>${title}</h1><p>You can close this window.</p>
${data('end', { channel, signup: message && JSON.stringify(message), login })}
${script(END_SCRIPT)}`
  return page(title, body)
}

/** @see sources login-flow: Canceled login */
function leadBack(redirectUri: string, state: string | undefined, title: string, code: string | undefined): string {
  const url = new URL(redirectUri)
  const denied = {
    error_reason: 'user_denied',
    error: 'access_denied',
    error_description: 'Permissions error.',
  }
  const told = { ...(code === undefined ? denied : { code }), ...(state !== undefined && { state }) }
  for (const [key, value] of Object.entries(told)) url.searchParams.set(key, value)
  const body = html`<h1>${title}</h1><p><a href="${url.href}">Go back to the page that sent you here</a></p>`
  return page(title, body, html`<meta http-equiv="refresh" content="0;url=${url.href}">`)
}
