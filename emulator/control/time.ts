import { Hono } from 'hono'
import { milliseconds } from '../../contracts/duration.ts'
import { flag, text } from '../../contracts/shapes.ts'
import { enterHappening } from '../inputs.ts'
import { days } from '../model/time.ts'
import type { Place, Worlds } from '../worlds.ts'
import { BadInput, bodyOf } from './input.ts'
import { placeOf } from './world-view.ts'

const EXAMPLES = 'examples are 500ms, 30s, 10m, 2h, 7d'
const LONGEST = days(3650)
const LAST_MOMENT = Date.parse('9999-12-31')

const CLOCK = {
  type: 'object',
  properties: { advance: { ...text, description: `a duration in quotes; ${EXAMPLES}` }, running: flag },
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
    const by = durationOf(advance ?? '0s', place)
    if (running !== undefined) worlds.run(place, running)
    await place.clock.advance(by)
    place.world.journal.timePassed()
    return context.json(clockOf(place))
  })
  routes.post('/:id/happenings', async (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    const { name, with: params = {} } = await bodyOf(context, HAPPENING)
    clock.follow()
    const at = world.now
    const result = enterHappening(world, name, params)
    await clock.advance(0)
    return context.json({ name, at, result })
  })
  return routes
}

/** Milliseconds to advance by. @throws BadInput */
function durationOf(advance: string, { world }: Place): number {
  const by = milliseconds(advance)
  if (by === undefined || by > LONGEST) {
    throw new BadInput(`advance: '${advance}' is no duration up to 3650d; ${EXAMPLES}.`)
  }
  if (world.now + by > LAST_MOMENT) throw new BadInput('advance: the clock would be beyond the year 9999.')
  return by
}

function clockOf({ world, clock }: Place): object {
  clock.follow()
  return { now: world.now, iso: new Date(world.now).toISOString(), running: clock.running }
}
