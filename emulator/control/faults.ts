import { Hono } from 'hono'
import type { AskedFault } from '../../contracts/faults.ts'
import type { Worlds } from '../worlds.ts'
import { bodyOf } from './input.ts'
import { FAULT, readFault } from './read-fault.ts'
import { placeOf } from './world-view.ts'

/** What a test asks to go wrong. A fault comes after the checks of token and permission, and never hides those. */
export function faultRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.get('/:id/faults', (context) => {
    return context.json({ data: placeOf(worlds, context.req.param('id')).world.faults })
  })
  routes.post('/:id/faults', async (context) => {
    const { world } = placeOf(worlds, context.req.param('id'))
    const fault = readFault((await bodyOf(context, FAULT)) as AskedFault, world)
    world.faults.push(fault)
    return context.json(fault, 201)
  })
  routes.delete('/:id/faults', (context) => {
    placeOf(worlds, context.req.param('id')).world.faults.length = 0
    return context.json({ success: true })
  })
  return routes
}
