import { listed } from '../../contracts/nearest.ts'
import type { World } from '../world/world.ts'
import type { Place, Worlds } from '../worlds.ts'
import { BadInput } from './input.ts'

/** A world as the control API and `serve --json` show it. `now` is milliseconds since 1970. */
export interface WorldView {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly now: number
  /** Name -> id of every node that the world file names. */
  readonly names: Readonly<Record<string, string>>
  /** Name -> number of every person that it names. */
  readonly people: Readonly<Record<string, string>>
  /** Name -> access token. */
  readonly tokens: Readonly<Record<string, string>>
  /** Name of the app -> app secret. */
  readonly secrets: Readonly<Record<string, string>>
}

export function viewOf(world: World): WorldView {
  const secrets = Object.entries(world.names).flatMap(([name, id]) => {
    const app = world.get('Application', id)
    return app ? [[name, app.secret]] : []
  })
  const { id, name, title, now, tokenNames: tokens } = world
  const numbers = new Set(world.traffic.recipients().map(({ waId }) => waId))
  const named = (isPerson: boolean) =>
    Object.fromEntries(Object.entries(world.names).filter(([, value]) => numbers.has(value) === isPerson))
  const [names, people] = [named(false), named(true)]
  return { id, name, title, now, names, people, tokens, secrets: Object.fromEntries(secrets) }
}

/** @throws BadInput 404 */
export function placeOf(worlds: Worlds, id: string): Place {
  const place = worlds.get(id)
  if (place) return place
  const ids = worlds.list().map(({ world }) => world.id)
  throw new BadInput(`There is no world '${id}'; there are ${listed(ids) || 'none'}.`, 404)
}
