import { instead } from '../contracts/nearest.ts'
import { readWorld, shippedWorlds } from './world/load.ts'
import { NAMED_FORM, readNamedToken } from './world/named-token.ts'

/** Why a token that names its world is none: its form, its world, its own name, or an id that is taken. */
export function whyNoToken(value: string): string {
  const asked = readNamedToken(value)
  if (!asked) {
    return `a token that names its world is ${NAMED_FORM}; ID is up to 100 small letters, digits, dots, dashes and _`
  }
  const { fixture, id, name } = asked
  const shipped = shippedWorlds()
  if (!shipped.includes(fixture)) return `'${fixture}' is no world that ships; ${instead(fixture, shipped)}`
  const tokens = Object.keys(readWorld(fixture).file.tokens)
  if (!tokens.includes(name)) return `${fixture} has no token '${name}'; ${instead(name, tokens)}`
  return `the id '${id}' is taken by a world that was not made of ${fixture}; choose another`
}
