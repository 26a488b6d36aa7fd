import type { Token, TokenEnd } from '../world/token.ts'
import type { World } from '../world/world.ts'

/** Ends the tokens that are meant, and answers how many those were. */
export function endTokens(world: World, ended: TokenEnd, isMeant: (token: Token) => boolean): number {
  const meant = world.tokens().filter((token) => !token.ended && isMeant(token))
  for (const token of meant) world.issue({ ...token, ended })
  return meant.length
}
