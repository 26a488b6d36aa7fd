import { Hono } from 'hono'
import { flag, text } from '../../contracts/shapes.ts'
import { happen } from '../happenings.ts'
import { milliseconds } from '../model/time.ts'
import type { Place, Worlds } from '../worlds.ts'
import { BadInput, bodyOf } from './input.ts'
import { placeOf } from './world-view.ts'

const CLOCK = {
  type: 'object',
  properties: { advance: text, running: flag },
  additionalProperties: false,
} as const

const HAPPENING = {
  type: 'object',
  properties: { name: text, with: { type: 'object' } },
  required: ['name'],
  additionalProperties: false,
} as const

/** The clock of a world, and what happens in it. Both answer when the webhooks that they set going were posted. */
export function timeRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.get('/:id/clock', (context) => context.json(clockOf(placeOf(worlds, context.req.param('id')))))
  routes.post('/:id/clock', async (context) => {
    const place = placeOf(worlds, context.req.param('id'))
    const { advance, running } = await bodyOf(context, CLOCK)
    const by = advance === undefined ? 0 : milliseconds(advance)
    if (by === undefined)
      throw new BadInput(`advance: '${advance}' is no duration; examples are 500ms, 30s, 10m, 2h, 7d.`)
    if (running === true) place.clock.start()
    if (running === false) place.clock.stop()
    await place.clock.advance(by)
    return context.json(clockOf(place))
  })
  routes.post('/:id/happenings', async (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    const { name, with: params = {} } = await bodyOf(context, HAPPENING)
    clock.follow()
    const at = world.now
    const result = happen(world, name, params)
    await clock.advance(0)
    return context.json({ name, at, result: result ?? null })
  })
  return routes
}

function clockOf({ world, clock }: Place): object {
  clock.follow()
  return { now: world.now, iso: new Date(world.now).toISOString(), running: clock.running }
}
