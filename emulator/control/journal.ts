import { Hono } from 'hono'
import { flag } from '../../contracts/shapes.ts'
import { boundsOf, MOST_INPUTS } from '../journal/bounds.ts'
import { documentFrom, documentOf, type JournalDocument, textOf } from '../journal/document.ts'
import type { World } from '../world/world.ts'
import type { Place, Worlds } from '../worlds.ts'
import { BadInput, bodyOf } from './input.ts'
import { placeOf } from './world-view.ts'

const JOURNAL = {
  type: 'object',
  properties: { on: flag, limit: { type: 'integer', minimum: 1, maximum: MOST_INPUTS } },
  additionalProperties: false,
} as const

/** The inputs of a world from its beginning, kept on demand: `mmgraph replay` makes the same world of them. */
export function journalRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.post('/:id/journal', async (context) => {
    const { world } = placeOf(worlds, context.req.param('id'))
    const { on, limit } = await bodyOf(context, JOURNAL)
    if (on === true) start(world, limit)
    else if (limit !== undefined) throw new BadInput('limit: it goes with {"on": true}.')
    if (on === false) world.journal.stop()
    return context.json(stateOf(world))
  })
  routes.get('/:id/journal', async (context) => {
    const document = await journalOf(placeOf(worlds, context.req.param('id')), worlds)
    return context.body(textOf(document), 200, { 'content-type': 'application/json' })
  })
  return routes
}

/** What the world keeps itself has answers, too; what the state file has goes on beyond any limit. @throws BadInput 409 */
function journalOf(place: Place, worlds: Worlds): JournalDocument | Promise<JournalDocument> {
  const { world, clock } = place
  const { isKept, stopped } = world.journal
  const { store } = worlds
  if (!isKept && !store) throw new BadInput(`The journal of ${world.id} is off; ${howTo(world)}.`, 409)
  clock.follow()
  return store && (!isKept || stopped) ? documentFrom(place, store) : documentOf(place)
}

/** @throws BadInput 409 */
function start({ journal, id }: World, limit: number | undefined): void {
  if (!journal.isKept && journal.inputs > 0) {
    const came = journal.inputs === 1 ? '1 input has' : `${journal.inputs} inputs have`
    const reset = `reset the world first (POST worlds/${id}/reset), or make one with {"journal": true}`
    throw new BadInput(`on: ${came} come already, and a journal is of all of them; ${reset}.`, 409)
  }
  if (journal.stopped) {
    throw new BadInput(`on: the journal has stopped, as ${journal.stopped.why}; reset the world to begin anew.`, 409)
  }
  journal.start(boundsOf(limit ?? journal.bounds?.inputs))
}

function howTo({ id, journal }: World): string {
  const first = journal.inputs > 0 ? `POST worlds/${id}/reset, and then ` : ''
  return `${first}POST worlds/${id}/journal {"on": true}`
}

function stateOf({ journal }: World): object {
  const { isKept: on, bounds, rows, stopped } = journal
  return { on, inputs: rows.length, limit: bounds?.inputs ?? null, stopped: stopped?.why ?? null }
}
