import { instead } from '../../contracts/nearest.ts'
import { liveVersions } from '../../contracts/versions.ts'
import { environmentOf } from '../control/environment.ts'
import { viewOf } from '../control/world-view.ts'
import type { World } from '../world/world.ts'
import { BrokenCheck } from './broken.ts'

/** What a receiver of webhooks may be told to expect at the handshake. Any other will do, too. */
const VERIFY_TOKEN = 'let-me-in'

/**
 * What a command is told of the emulator: of its first world as `GET /_mmgraph/worlds/{id}/env` has it, and
 * `MMGRAPH_VERSION`, `MMGRAPH_WORLD`, `MMGRAPH_WORLDS`, `MMGRAPH_CALLBACK_HOST`, `MMGRAPH_VERIFY_TOKEN`.
 */
export function variablesOf(url: string, worlds: readonly World[]): Record<string, string> {
  const [first] = worlds
  if (!first) throw new Error('a run has at least one world')
  return {
    ...environmentOf(url, viewOf(first)),
    MMGRAPH_VERSION: liveVersions(first.graphNow).at(-1) ?? '',
    MMGRAPH_WORLD: first.id,
    MMGRAPH_WORLDS: worlds.map(({ id }) => id).join(','),
    MMGRAPH_CALLBACK_HOST: new URL(url).hostname,
    MMGRAPH_VERIFY_TOKEN: VERIFY_TOKEN,
  }
}

/** What templates may name: the variables without `MMGRAPH_` in small letters, and those of the other worlds as `ID/name`. */
export function namesOf(url: string, worlds: readonly World[]): ReadonlyMap<string, string> {
  const small = (variables: Readonly<Record<string, string>>, before = ''): [string, string][] =>
    Object.entries(variables).map(([name, value]) => [`${before}${name.replace(/^MMGRAPH_/, '').toLowerCase()}`, value])
  const others = worlds.slice(1).flatMap((world) => small(environmentOf(url, viewOf(world)), `${world.id}/`))
  return new Map([...small(variablesOf(url, worlds)), ...others])
}

/**
 * Fills the `{names}` of templates; `{{` and `}}` are the braces themselves.
 * @throws BrokenCheck at a name that is none
 */
export function filled(
  templates: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates).map(([variable, template]) => [variable, fill(variable, template, names)]),
  )
}

function fill(variable: string, template: string, names: ReadonlyMap<string, string>): string {
  return template.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (found, name: string | undefined) => {
    if (name === undefined) return found.slice(1)
    const value = names.get(name)
    if (value !== undefined) return value
    throw new BrokenCheck(`env.${variable}: {${name}} stands for nothing here; ${instead(name, [...names.keys()])}`)
  })
}
