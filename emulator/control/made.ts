import { Hono } from 'hono'

const NAMES = ['openapi.json', 'postman.json', 'contracts.json', 'schemas.json'] as const

/** What is made of the contracts; loaded when it is first asked for, so that no start waits for it. */
export function madeRoutes(): Hono {
  const routes = new Hono()
  for (const name of NAMES) {
    routes.get(`/${name}`, async (context) => {
      const { madeFiles } = await import('../made-files.ts')
      return context.json(madeFiles[name]?.(new URL(context.req.url).origin) ?? {})
    })
  }
  return routes
}
