import { instead } from '../contracts/nearest.ts'
import type { PlacedStep } from './check-step.ts'
import type { Scenario } from './read.ts'
import type { Path, Refuse } from './source.ts'
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
  for (const step of steps) {
    checkActs(step, known)
    checkToken(step, world)
    checkHappening(step, happenings)
    checkWebhooks(step, known, world)
  }
}

/** What a step does: all of it but its webhooks. `{n}` counts its calls. */
function checkActs({ said: { webhook: _, ...acts }, refuse }: PlacedStep, known: Set<string>): void {
  checkRecalled(acts, [], acts.call === undefined ? known : new Set([...known, 'n']), refuse)
  for (const word of remembered(acts.expect)) known.add(word)
}

function checkWebhooks({ said, webhooks, refuse }: PlacedStep, known: Set<string>, world: World): void {
  for (const [place, webhook] of webhooks.entries()) {
    const path = ['webhook', ...(Array.isArray(said.webhook) ? [place] : [])]
    checkRecalled(webhook, path, known, refuse)
    checkApp(webhook.app, [...path, 'app'], world, refuse)
    for (const word of remembered(webhook)) known.add(word)
  }
}

/** Every `{name}` in a value, and in the keys of it. */
function checkRecalled(value: unknown, path: Path, known: ReadonlySet<string>, refuse: Refuse): void {
  if (typeof value === 'string') refuseUnknown(value, known, (reason) => refuse(path, reason))
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) refuseUnknown(key, known, (reason) => refuse(path, reason, key))
    checkRecalled(inner, [...path, Array.isArray(value) ? Number(key) : key], known, refuse)
  }
}

function refuseUnknown(text: string, known: ReadonlySet<string>, refuse: (reason: string) => never): void {
  const unknown = recalled(text).find((word) => !known.has(word))
  if (unknown) refuse(`{${unknown}} stands for nothing here; ${instead(unknown, [...known])}`)
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
