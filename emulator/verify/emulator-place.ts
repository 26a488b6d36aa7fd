import type { Before, TrialPlan } from '../../contracts/verify/trial.ts'
import type { Target } from '../../scenarios/play.ts'
import { CannotPlay, isAddress, type World } from '../../scenarios/stage.ts'
import { filled } from '../../scenarios/words.ts'
import { type TrialPlace, timeWords } from './place.ts'
import { at } from './pointer.ts'

/** How the ids of these worlds begin; the name of the plan follows, and who made it. */
export const VERIFY_WORLD = 'mmgraph-verify-'

/** How many verifications one owner can run on one emulator at a time. */
const MOST = 20

interface Made extends World {
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Makes the world of a plan, whose clock stands still. Closing the place drops it.
 * @throws CannotPlay when the emulator does not make it
 */
export async function openEmulatorPlace(target: Target, plan: TrialPlan): Promise<TrialPlace> {
  const { url, fetch, callback } = target
  const made = await makeWorld(target, plan)
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) }
    const answer = await fetch(`${url}/_mmgraph/worlds/${made.id}${path}`, init)
    const reply = (await answer.json()) as { error?: { message: string } }
    if (!answer.ok) throw new CannotPlay(`the emulator refuses ${path.slice(1)}: ${reply.error?.message}`)
    return reply
  }
  await ask('POST', '/clock', { running: false })
  const words = wordsOf(made, callback)
  return {
    kind: 'emulator',
    url,
    words,
    tokens: made.tokens,
    secrets: made.secrets,
    graph: (path, init) => {
      const headers = { ...(init.headers as Record<string, string>), 'x-mmgraph-world': made.id }
      return fetch(isAddress(path) ? path : `${url}${path}`, { ...init, headers })
    },
    before: (step) => doBefore(step, words, ask),
    close: async () => void (await ask('DELETE', '')),
  }
}

async function makeWorld({ url, fetch, owner = 'here' }: Target, plan: TrialPlan): Promise<Made> {
  const { name, world, change } = plan
  const own = `${VERIFY_WORLD}${name}-${owner}`
  for (let n = 1; n <= MOST; n += 1) {
    const body = { world, id: `${own}${n > 1 ? `-${n}` : ''}`, ...(change && { change }) }
    const answer = await fetch(`${url}/_mmgraph/worlds`, { method: 'POST', body: JSON.stringify(body) })
    const made = (await answer.json()) as Made & { error?: { message: string } }
    if (answer.ok) return made
    if (answer.status !== 409) throw new CannotPlay(`the emulator makes no world ${world}: ${made.error?.message}`)
  }
  throw new CannotPlay(`the emulator has ${MOST} worlds ${own} already; DELETE those that are left`)
}

function wordsOf({ names, people, tokens, secrets, now }: Made, callback: string): Map<string, unknown> {
  const named = (of: Readonly<Record<string, string>>, as: string): [string, string][] =>
    Object.entries(of).map(([name, value]) => [`${name}_${as}`, value])
  return new Map<string, unknown>([
    ['callback', callback],
    ...timeWords(now),
    ...named(tokens, 'token'),
    ...named(secrets, 'secret'),
    ...Object.entries({ ...names, ...people }),
  ])
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>

async function doBefore(step: Before, words: Map<string, unknown>, ask: Ask): Promise<void> {
  if ('wait' in step) {
    await ask('POST', '/clock', { advance: step.wait })
  } else if ('code' in step) {
    const { data } = (await ask('GET', '/mailbox?kind=sms&limit=1')) as { data: { subject: string }[] }
    words.set(step.code, /\d{6}$/.exec(data.at(-1)?.subject ?? '')?.[0])
  } else {
    const body = { name: step.happens, with: filled(step.with, words) }
    const { result } = (await ask('POST', '/happenings', body)) as { result: unknown }
    for (const [name, pointer] of Object.entries(step.finds ?? {})) words.set(name, at(result, pointer))
  }
}
