import { instead } from '../contracts/nearest.ts'
import type { PlacedStep } from './check-step.ts'
import { collect, type Mistakes, throwMistakes } from './mistakes.ts'
import type { Path } from './position.ts'
import type { Scenario } from './read.ts'
import type { Refuse } from './source.ts'
import type { Happening, World } from './stage.ts'
import { recalled, remembered } from './words.ts'

/** What the steps of a scenario may name in its world. */
export interface Known {
  readonly world: World
  /** What `{name}` stands for before the first step. */
  readonly words: Iterable<string>
  readonly happenings: readonly Happening[]
}

/**
 * Holds every name in the steps to what will be known when its step comes: words, tokens, apps, happenings and what they
 * need. Before the first step, so that a slip of the pen is no failure.
 * @throws BrokenScenario
 */
export function checkWords({ steps }: Scenario, { world, words, happenings }: Known): void {
  const known = new Set(words)
  const later = rememberedAt(steps)
  const mistakes: Mistakes = []
  for (const step of steps) {
    collect(mistakes, () => {
      checkActs(step, { known, later })
      checkToken(step, world)
      checkHappening(step, happenings)
      checkNodes(step, world, happenings)
    })
    collect(mistakes, () => checkWebhooks(step, { known, later }, world))
    for (const word of rememberedBy(step)) known.add(word)
  }
  throwMistakes(mistakes)
}

/** Names that stand for something, and where others are remembered. */
interface Words {
  readonly known: ReadonlySet<string>
  readonly later: ReadonlyMap<string, string>
  /** What the step itself knows beside them. */
  readonly own?: ReadonlySet<string>
}

const rememberedBy = ({ said: { expect, webhook } }: PlacedStep): string[] => remembered([expect, webhook])

/** Name -> the step that remembers it first. */
function rememberedAt(steps: readonly PlacedStep[]): Map<string, string> {
  const all = steps.flatMap((step, at) =>
    rememberedBy(step).map((word): [string, string] => [word, `step ${at + 1} (${step.file}:${step.line})`]),
  )
  return new Map(all.toReversed())
}

/** What a step does: all of it but its webhooks. `{n}` counts its calls. */
function checkActs({ said: { webhook: _, ...acts }, refuse }: PlacedStep, words: Words): void {
  checkRecalled(acts, [], acts.call === undefined ? words : { ...words, own: new Set(['n']) }, refuse)
}

/** What the answer of the step told, and each webhook, is known to those behind it. */
function checkWebhooks({ said, webhooks, refuse }: PlacedStep, { known, later }: Words, world: World): void {
  const own = new Set(remembered(said.expect))
  for (const [place, webhook] of webhooks.entries()) {
    const path = ['webhook', ...(Array.isArray(said.webhook) ? [place] : [])]
    checkRecalled(webhook, path, { known, later, own }, refuse)
    checkApp(webhook.app, [...path, 'app'], world, refuse)
    for (const word of remembered(webhook)) own.add(word)
  }
}

const NONE: ReadonlySet<string> = new Set()

/** Every `{name}` in a value, and in the keys of it. */
function checkRecalled(value: unknown, path: Path, words: Words, refuse: Refuse): void {
  if (typeof value === 'string') refuseUnknown(value, words, (reason) => refuse(path, reason))
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) refuseUnknown(key, words, (reason) => refuse(path, reason, key))
    checkRecalled(inner, [...path, Array.isArray(value) ? Number(key) : key], words, refuse)
  }
}

function refuseUnknown(text: string, { known, later, own = NONE }: Words, refuse: (reason: string) => never): void {
  const unknown = recalled(text).find((word) => !known.has(word) && !own.has(word))
  if (!unknown) return
  const where = later.get(unknown)
  if (where) refuse(`{${unknown}} stands for nothing yet; ${where} remembers it`)
  refuse(`{${unknown}} stands for nothing here; ${instead(unknown, [...known, ...own])}`)
}

/** A name has small letters, digits and _; anything else is a token itself. */
const NAME = /^[a-z][a-z0-9_]*$/

export const isTokenName = (as: string): boolean => NAME.test(as) && as !== 'nobody'

function checkToken({ as, refuse }: PlacedStep, { tokens, secrets }: World): void {
  if (as === undefined || !isTokenName(as)) return
  const names = [...new Set([...Object.keys(tokens), ...Object.keys(secrets)])]
  if (!names.includes(as)) refuse(['as'], `'${as}' is no token of the world; ${instead(as, [...names, 'nobody'])}`)
}

function checkApp(app: string | undefined, path: Path, { secrets }: World, refuse: Refuse): void {
  if (app === undefined || !NAME.test(app) || Object.hasOwn(secrets, app)) return
  refuse(path, `'${app}' is no app of the world; ${instead(app, Object.keys(secrets))}`)
}

/** One that is to be refused may be refused for its name. */
function checkHappening(
  { happens, with: given = {}, expect, refuse }: PlacedStep,
  happenings: readonly Happening[],
): void {
  if (happens === undefined || expect?.refused !== undefined) return
  const names = happenings.map(({ name }) => name)
  const happening = happenings.find(({ name }) => name === happens)
  if (!happening) refuse(['happens'], `'${happens}' is no happening; ${instead(happens, names)}`)
  const keys = Object.keys(happening?.with ?? {})
  const unknown = Object.keys(given).find((key) => !keys.includes(key))
  if (unknown) refuse(['with'], `'${unknown}' is nothing that ${happens} needs; ${instead(unknown, keys)}`, unknown)
}

/** A node that a happening needs is named, where the name cannot be an id. */
function checkNodes(
  { happens, with: given = {}, expect, refuse }: PlacedStep,
  { names }: World,
  happenings: readonly Happening[],
): void {
  if (expect?.refused !== undefined) return
  const needs = happenings.find(({ name }) => name === happens)?.with ?? {}
  for (const [key, value] of Object.entries(given)) {
    // Of a node the list has its type, of anything else a schema.
    const isNode = typeof needs[key] === 'string'
    if (!isNode || typeof value !== 'string' || !NAME.test(value) || Object.hasOwn(names, value)) continue
    refuse(['with', key], `'${value}' is nothing of the world; ${instead(value, Object.keys(names))}`)
  }
}
