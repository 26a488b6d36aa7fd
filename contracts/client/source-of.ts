import type { ErrorDefinition } from '../errors/definition.ts'
import { type ErrorName, errors } from '../errors.ts'
import type { Ruling } from '../ruling.ts'
import { type RulingName, type Rulings, rulings } from '../rulings.ts'
import type { Citation } from '../sources.ts'
import type { Variation } from './variation.ts'

/** What says that a variation is so: a document, or the side that a ruling takes. */
export function sourceOf({ source, ruling }: Variation, sides: Rulings): Citation {
  const cited = source ?? (ruling && sourceOfSide(ruling, sides))
  if (!cited) throw new Error('a variation has neither a source nor a ruling')
  return cited
}

/** What says that an error is otherwise under these sides than under those. */
export function sourceOfError(name: ErrorName, before: Rulings, after: Rulings): Citation {
  const { under = {}, sources }: ErrorDefinition = errors[name]
  const changed = (Object.keys(under) as RulingName[]).find((ruling) => before[ruling] !== after[ruling])
  return (changed && sourceOfSide(changed, after)) ?? sources[0]
}

function sourceOfSide(name: RulingName, sides: Rulings): Citation | undefined {
  const ruling: Ruling = rulings[name]
  return ruling.sides[sides[name]]?.sources[0]
}
