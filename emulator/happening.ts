import type { NodeType } from '../contracts/node.ts'
import type { JsonSchema, Static } from '../contracts/schema.ts'
import type { Citation } from '../contracts/sources.ts'
import type { Effects } from './effects.ts'
import type { Entities } from './world/entities.ts'
import type { World } from './world/world.ts'

/** Something that people do outside the API: on Meta's pages, on their phones, in their mail. */
export interface HappeningContract {
  readonly name: string
  /** One sentence for the tester who looks for it. */
  readonly says: string
  /** Parameters that name a node, by its id or by its name in the world, and the type that it must have. */
  readonly nodes: Readonly<Record<string, NodeType>>
  /** The other parameters. */
  readonly params: JsonSchema
  /** Only the world itself brings it about. */
  readonly internal?: true
  readonly sources: readonly [Citation, ...Citation[]]
}

export interface HappeningContext<C extends HappeningContract> extends Effects {
  readonly nodes: { readonly [K in keyof C['nodes']]: Entities[C['nodes'][K]] }
  readonly params: Static<C['params']>
  readonly world: World
  readonly now: number
  /** It cannot happen in this state; the reason is told to whoever asked for it. */
  readonly refuse: (why: string) => never
}

export interface Happening {
  readonly contract: HappeningContract
  readonly handle: (context: never) => object | undefined
}

/** It cannot happen: the parameters are wrong, or the state of the world is. */
export class Refused extends Error {}

/** Joins what a happening is called and what it does. */
export function happening<const C extends HappeningContract>(
  contract: C,
  handle: (context: HappeningContext<C>) => object | undefined,
): Happening {
  return { contract, handle }
}
