import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { type ControlGuard, refusalOfStranger } from '../control/guard.ts'
import { Refused } from '../happening.ts'
import type { Worlds } from '../worlds.ts'
import { type Asked, NoDialog, readAsked } from './asked.ts'
import { beginDialog, goOn } from './dialog.ts'
import { PAGE_HEADERS, problemPage } from './page.ts'
import { SDK } from './sdk.ts'

/** The paths that are pages and no part of Graph: the login dialog and the SDK that opens it. */
export const SIGNUP_PATH = /^\/(?:(?:v\d{1,3}\.\d{1,2}\/)?dialog\/oauth|[a-z]{2,3}_[A-Z]{2}\/sdk\.js)\/?$/

const MOST_READ = 65_536

/** The login dialog of Embedded Signup, and the SDK. Browsers of this machine alone get the dialog: it changes a world. */
export function signupApp(worlds: Worlds, { host }: ControlGuard): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get('/:locale{[a-z]{2,3}_[A-Z]{2}}/sdk.js', (context) =>
    context.body(SDK, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-cache',
    }),
  )
  app.use(async (context, next) => {
    const refusal = refusalOfStranger(context, host) ?? refusalOfForm(context)
    return refusal === undefined ? next() : shown(context, problemPage(refusal), 403)
  })
  for (const path of ['/dialog/oauth', '/:version/dialog/oauth']) {
    app.get(path, (context) => answer(context, worlds, beginDialog))
    app.post(path, async (context) => {
      const text = await context.req.text()
      if (text.length > MOST_READ) return shown(context, problemPage('The form is too large.'), 400)
      return answer(context, worlds, (asked) => goOn(asked, new URLSearchParams(text)))
    })
  }
  app.all('*', (context) => shown(context, problemPage(`The dialog is not for ${context.req.method}.`), 405))
  app.onError((error, context) => {
    console.error(error)
    return shown(context, problemPage('This is a bug of mmgraph; its log has the stack.'), 500)
  })
  return app
}

type Status = 200 | 400 | 403 | 405 | 500 | 501

function answer(context: Context, worlds: Worlds, show: (asked: Asked) => string): Response {
  try {
    const asked = readAsked(new URL(context.req.url).searchParams, worlds)
    const made = show(asked)
    const { clock } = asked.place
    // What a step set going leaves after its page, as after a call.
    if (clock.hasWork()) setImmediate(() => clock.kick())
    return shown(context, made, 200)
  } catch (error) {
    if (error instanceof Refused) return shown(context, problemPage(error.message), 400)
    if (error instanceof NoDialog) return shown(context, problemPage(error.message), 501)
    throw error
  }
}

function shown(context: Context, text: string, status: Status): Response {
  const gap = status === 501 ? { 'x-mmgraph': 'not-implemented' } : {}
  return context.body(text, status, { ...PAGE_HEADERS, ...gap })
}

/** A form counts only from the dialog itself: a page of another origin must not answer for the person before it. */
function refusalOfForm(context: Context): string | undefined {
  if (context.req.method !== 'POST') return undefined
  const origin = context.req.header('origin')
  const site = context.req.header('sec-fetch-site')
  const isOwn =
    origin === undefined ? site === undefined || site === 'same-origin' : hostOf(origin) === context.req.header('host')
  return isOwn ? undefined : `A page of ${origin ?? site} may not answer the dialog.`
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
