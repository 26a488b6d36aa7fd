import { contractsFor } from '../contracts/match.ts'
import type { PlacedStep } from './check-step.ts'
import { isTokenName } from './check-words.ts'
import type { Step } from './format.ts'
import type { RealGraph } from './real-graph.ts'
import { filled, UnknownWord, type Words } from './words.ts'

const NEEDS_EMULATOR = ['fault', 'happens', 'wait', 'webhook'] as const

/** Why a step cannot be done on real Graph, in a few words; undefined where it can. */
export function whyNot(step: PlacedStep, words: Words, graph: RealGraph): string | undefined {
  const verb = NEEDS_EMULATOR.find((key) => step.said[key] !== undefined)
  if (verb) return `${verb}: only an emulator can do that`
  return whyNoWord(step, words) ?? whyNoToken(step, graph) ?? whyNoProof(step, graph) ?? whyNoCall(step, words, graph)
}

function whyNoWord({ said }: PlacedStep, words: Words): string | undefined {
  try {
    filled(said, words)
    return undefined
  } catch (error) {
    if (!(error instanceof UnknownWord)) throw error
    return `{${error.word}} is not known there; --set ${error.word}=… names it`
  }
}

function whyNoToken({ as }: PlacedStep, { tokens, secrets, names }: RealGraph): string | undefined {
  if (as === undefined || !isTokenName(as)) return undefined
  const isApp = Object.hasOwn(secrets, as) && Object.hasOwn(names, as)
  return Object.hasOwn(tokens, as) || isApp ? undefined : `there is no token ${as}; --token ${as}=… gives it`
}

function whyNoProof({ proof }: PlacedStep, { secrets }: RealGraph): string | undefined {
  if (proof === undefined || Object.hasOwn(secrets, proof)) return undefined
  return `there is no secret of ${proof}; --env FILE with MMGRAPH_${proof.toUpperCase()}_SECRET gives it`
}

/** Whether the call may be made: what its contracts say of it, and whether it changes anything. */
function whyNoCall({ said }: PlacedStep, words: Words, { mayWrite }: RealGraph): string | undefined {
  const step = filled(said, words) as Step
  const [method = '', path = ''] = (step.call ?? '').split(/ (.*)/s)
  if (!path.startsWith('/') || path.startsWith('/_mmgraph')) return `${method} ${path} is no call of Graph`
  const { pathname, searchParams } = new URL(`http://graph${path}`)
  const methods = [method, ...methodsIn(step), ...searchParams.getAll('method')].map((word) => word.toUpperCase())
  const contracts = contractsFor(methods.at(-1) ?? method, pathname)
  if (contracts.length === 0) return `no contract is like ${methods.at(-1)} ${pathname}`
  const closed = contracts.find(({ live }) => live === undefined)
  if (closed) return `${closed.name} is not to be tried on real Graph`
  const isWrite = methods.some((word) => word !== 'GET') || contracts.some(({ live }) => live !== 'safe')
  return isWrite && !mayWrite ? 'it changes data; --allow-writes lets it' : undefined
}

/** Graph takes `method=delete` among the parameters for the method. */
function methodsIn({ query, form, body }: Step): string[] {
  const given = [query, form, body].map((part) => (part as { method?: unknown } | null | undefined)?.method)
  return given.filter((word) => typeof word === 'string')
}
