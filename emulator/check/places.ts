import { relative, sep } from 'node:path'
import type { Finding, Place } from '../../contracts/finding.ts'
import type { World } from '../world/world.ts'
import type { CodePlace } from './preload/caller.ts'
import type { Row } from './preload/log.ts'

/** Gives findings of a world the place of the client's code that made the first of their calls of which that is known. */
export function placesIn(world: World, told: readonly Row[]): (finding: Finding) => Finding {
  const byTrace = new Map(
    told.flatMap((row) => (row.kind === 'called' && row.world === world.id ? [[row.trace, row.place] as const] : [])),
  )
  const byNumber = new Map(world.exchanges.list().map(({ n, trace }) => [n, byTrace.get(trace)]))
  return (finding) => {
    const place = finding.exchanges?.map((n) => byNumber.get(n)).find((one) => one !== undefined)
    return place ? { ...finding, place: placedHere(place) } : finding
  }
}

/** As seen from where this process runs. */
export function placedHere({ file, line, column }: CodePlace): Place {
  return { file: relative(process.cwd(), file).replaceAll(sep, '/'), line, column }
}
