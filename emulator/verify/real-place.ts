import type { RealGraph } from '../../scenarios/real-graph.ts'
import { isAddress } from '../../scenarios/stage.ts'
import { type TrialPlace, timeWords } from './place.ts'

/** A Graph in which nothing can be made or moved. @param now milliseconds since 1970 */
export function openRealPlace({ url, fetch, names, tokens, secrets }: RealGraph, now: number): TrialPlace {
  return {
    kind: 'real',
    url,
    words: new Map<string, unknown>([...timeWords(now), ...Object.entries(names)]),
    tokens,
    secrets,
    graph: (path, init) => fetch(isAddress(path) ? path : `${url}${path}`, { ...init, redirect: 'manual' }),
    close: () => Promise.resolve(),
  }
}
