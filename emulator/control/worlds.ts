import { type Context, Hono } from 'hono'
import { instead, listed } from '../../contracts/nearest.ts'
import { flag, text } from '../../contracts/shapes.ts'
import { importWorld } from '../journal/import.ts'
import { BrokenJournal, readJournal } from '../journal/read.ts'
import { changed } from '../world/change.ts'
import type { WorldFile } from '../world/file.ts'
import { checkWorld, readWorld, shippedWorlds } from '../world/load.ts'
import type { Place, Worlds } from '../worlds.ts'
import { environmentOf, shellLines } from './environment.ts'
import { BadInput, bodyOf } from './input.ts'
import { placeOf, viewOf, type WorldView } from './world-view.ts'

/** What the id of a world looks like. */
export const WORLD_ID = '^[a-z0-9][a-z0-9._-]{0,99}$'

const NEW_WORLD = {
  type: 'object',
  properties: {
    world: { description: 'The name of a shipped world, or a whole world file' },
    change: { type: 'object', description: 'What is otherwise in the world; null takes a key away' },
    id: {
      ...text,
      pattern: WORLD_ID,
      description: 'small letters, digits, dots, dashes and _ (at most 100); it is also the seed of ids and tokens',
    },
    journal: { ...flag, description: 'whether its inputs are kept from the beginning' },
  },
} as const

/** Making, showing, resetting and dropping worlds. */
export function worldRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.get('/', (context) => context.json({ data: worlds.list().map((place) => shown(worlds, place)) }))
  routes.post('/', async (context) => {
    const text = await context.req.text()
    if (text.trimStart().startsWith('[')) return context.json(viewOf((await imported(worlds, text)).world), 201)
    const body = await bodyOf(context, NEW_WORLD)
    return context.json(viewOf(make(worlds, body as Record<string, unknown>).world), 201)
  })
  routes.get('/:id', (context) => context.json(shown(worlds, foundOrMade(worlds, context))))
  routes.get('/:id/env', (context) => {
    const { origin } = new URL(context.req.url)
    return context.text(shellLines(environmentOf(origin, viewOf(foundOrMade(worlds, context).world))))
  })
  routes.delete('/:id', (context) => {
    worlds.drop(placeOf(worlds, context.req.param('id')).world.id)
    return context.json({ success: true })
  })
  routes.post('/:id/reset', (context) => {
    const place = placeOf(worlds, context.req.param('id'))
    return context.json(viewOf(worlds.reset(place).world))
  })
  return routes
}

/** A world, and in how many real milliseconds it is dropped when nobody calls it. Without that it stays. */
function shown(worlds: Worlds, { world }: Place): WorldView & { readonly dropsIn?: number } {
  const dropsIn = worlds.dropsIn(world.id)
  return { ...viewOf(world), ...(dropsIn !== undefined && { dropsIn }) }
}

/** With `?world=NAME` it is made of a shipped world when it is not there, as by a token that names it. @throws BadInput */
function foundOrMade(worlds: Worlds, context: Context): Place {
  const id = context.req.param('id') ?? ''
  const fixture = context.req.query('world')
  if (fixture === undefined) return placeOf(worlds, id)
  if (!shippedWorlds().includes(fixture)) {
    throw new BadInput(`world: '${fixture}' is no world that ships; ${instead(fixture, shippedWorlds())}`)
  }
  if (!new RegExp(WORLD_ID).test(id)) throw new BadInput(`'${id}' is no id: ${NEW_WORLD.properties.id.description}.`)
  const place = worlds.ofFixture(fixture, id)
  if (!place) throw new BadInput(`The world '${id}' was not made of ${fixture}.`, 409)
  return place
}

const ALONE = 'beside world only id, change and journal may stand.'

/** The body is the journal of a world, as another emulator told it. @throws BadInput, BrokenWorld */
async function imported(worlds: Worlds, text: string): Promise<Place> {
  try {
    const journal = readJournal('The body', text)
    const { id } = journal.header
    if (worlds.get(id))
      throw new BadInput(`There is a world '${id}' already; DELETE worlds/${id} makes room for it.`, 409)
    return await importWorld(worlds, journal, 'The body')
  } catch (error) {
    if (error instanceof BrokenJournal) throw new BadInput(`${error.message}.`)
    throw error
  }
}

/** `{"world": NAME}`, `{"world": {…}}`, or a whole world file as the body. */
function make(worlds: Worlds, body: Record<string, unknown>): Place {
  const { world, id, journal, ...rest } = body
  if (typeof id === 'string' && worlds.get(id)) throw new BadInput(`id: there is a world '${id}' already.`, 409)
  const { name, file } = namedFile(world, rest)
  return worlds.create(name, file, id as string | undefined, journal as boolean | undefined)
}

interface NamedFile {
  readonly name: string
  readonly file: WorldFile
}

function namedFile(world: unknown, rest: Record<string, unknown>): NamedFile {
  if (typeof world === 'string') return shipped(world, rest)
  if (world !== undefined && world !== null) return custom(world, rest)
  return custom(rest, {})
}

/** A world of the caller's own. */
function custom(file: unknown, rest: Record<string, unknown>): NamedFile {
  const { change } = onlyChange(rest)
  if (Object.keys(file as object).length === 0) {
    throw new BadInput(`world: a name (${listed(shippedWorlds())}) or a whole world is needed.`)
  }
  return { name: 'custom', file: checkWorld('custom', change === undefined ? file : changed(file, change)) }
}

/** What may stand beside the world. @throws BadInput */
function onlyChange({ change, ...more }: Record<string, unknown>): { change: unknown } {
  const [extra] = Object.keys(more)
  if (extra) throw new BadInput(`${extra}: ${ALONE}`)
  return { change }
}

function shipped(name: string, rest: Record<string, unknown>): NamedFile {
  const { change } = onlyChange(rest)
  if (!shippedWorlds().includes(name)) {
    throw new BadInput(`world: '${name}' is no world that ships; ${instead(name, shippedWorlds())}`)
  }
  const { file } = readWorld(name)
  return { name, file: change === undefined ? file : checkWorld(name, changed(file, change)) }
}
