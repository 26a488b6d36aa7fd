import { Hono } from 'hono'
import type { AskedFault } from '../../contracts/faults.ts'
import { endFaults, enterFault } from '../inputs.ts'
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
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    const fault = readFault((await bodyOf(context, FAULT)) as AskedFault, world)
    clock.follow()
    enterFault(world, fault)
    return context.json(fault, 201)
  })
  routes.delete('/:id/faults', (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    clock.follow()
    endFaults(world)
    return context.json({ success: true })
  })
  return routes
}
