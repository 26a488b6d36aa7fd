import { Hono, type MiddlewareHandler } from 'hono'
import { Refused } from '../happening.ts'
import { NOT_KEPT, notKeptMessage } from '../state/not-kept.ts'
import { BrokenWorld } from '../world/load.ts'
import type { Worlds } from '../worlds.ts'
import { faultRoutes } from './faults.ts'
import { findingRoutes } from './findings.ts'
import { type ControlGuard, guardControl } from './guard.ts'
import { happeningList } from './happening-list.ts'
import { BadInput } from './input.ts'
import { journalRoutes } from './journal.ts'
import { logRoutes } from './logs.ts'
import { madeRoutes } from './made.ts'
import { timeRoutes } from './time.ts'
import { worldRoutes } from './worlds.ts'

/** `/_mmgraph`: what a tester, a scenario or another language does with worlds. JSON in and out. */
export function controlApp(worlds: Worlds, guard: ControlGuard, kept?: () => Promise<void>): Hono {
  const app = new Hono()
  app.use(guardControl(guard))
  if (kept) app.use(waitFor(kept))
  app.get('/health', (context) => context.json({ status: 'ok', worlds: worlds.list().length }))
  app.get('/happenings', (context) => context.json({ data: happeningList() }))
  app.route('/', madeRoutes())
  app.route('/worlds', worldRoutes(worlds))
  app.route('/worlds', timeRoutes(worlds))
  app.route('/worlds', logRoutes(worlds))
  app.route('/worlds', faultRoutes(worlds))
  app.route('/worlds', findingRoutes(worlds))
  app.route('/worlds', journalRoutes(worlds))
  app.all('*', (context) => {
    const path = new URL(context.req.url).pathname
    const message = `${context.req.method} ${path} is nothing that the control API has. It has: ${ROUTES.join(', ')}. GET happenings lists what can happen.`
    return context.json({ error: { message } }, 404)
  })
  app.onError((error, context) => {
    if (error instanceof BadInput) return context.json({ error: { message: error.message } }, error.status)
    if (error instanceof Refused || error instanceof BrokenWorld) {
      return context.json({ error: { message: error.message } }, 400)
    }
    console.error(error)
    return context.json({ error: { message: 'This is a bug of mmgraph; its log has the stack.' } }, 500)
  })
  return app
}

/** What changes a world is kept before it is answered. */
function waitFor(kept: () => Promise<void>): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (context.req.method === 'GET') return
    try {
      await kept()
    } catch (error) {
      const message = notKeptMessage(error as Error)
      context.res = context.json({ error: { message } }, 503, { 'x-mmgraph': NOT_KEPT })
    }
  }
}

const ROUTES = [
  'GET health',
  'GET happenings',
  'GET openapi.json|contracts.json|schemas.json|postman.json',
  'GET|POST worlds',
  'GET|DELETE worlds/{id}',
  'GET worlds/{id}/env',
  'POST worlds/{id}/reset',
  'GET|POST worlds/{id}/clock',
  'POST worlds/{id}/happenings',
  'GET|POST|DELETE worlds/{id}/faults',
  'GET worlds/{id}/due|mailbox|messages|clicks|deliveries|exchanges',
  'GET worlds/{id}/findings',
  'GET|POST worlds/{id}/journal',
  'POST worlds/{id}/deliveries/{n}/redeliver',
]
