import type { PlacedStep } from './check-step.ts'
import type { Webhook } from './format.ts'
import { type Match, match } from './match.ts'
import type { Playing } from './play.ts'
import type { Outcome } from './result.ts'
import type { Posted } from './stage.ts'
import { filled } from './words.ts'

/** The webhooks of a step must have come; each that it names is not looked at again. */
export async function playWebhooks({ webhooks }: PlacedStep, playing: Playing): Promise<Outcome> {
  if (webhooks.length === 0) return { status: 'ok' }
  await playing.stage.settle()
  await hear(playing)
  for (const webhook of webhooks) {
    const wanted = filled(webhook, playing.words) as Webhook
    const outcome = wanted.times === 0 ? absent(wanted, playing) : present(wanted, playing)
    if (outcome.status !== 'ok') return outcome
  }
  return { status: 'ok' }
}

/** Takes in the webhooks that came since it was asked last. Reports tell their app by its name. */
export async function hear({ stage, pending, came }: Playing): Promise<void> {
  const posted = await stage.posted()
  const { names } = stage.world
  const nameOf = (app: string): string => Object.entries(names).find(([, id]) => id === app)?.[0] ?? app
  pending.push(...posted)
  came.push(...posted.map((one) => ({ ...one, app: nameOf(one.app) })))
}

function absent(wanted: Webhook, { pending, stage }: Playing): Outcome {
  const found = pending.find((posted) => compared(wanted, posted, stage.world.names).differences.length === 0)
  if (!found) return { status: 'ok' }
  const differences = [{ where: wanted.field, expected: undefined, actual: found.value }]
  return { status: 'FAIL', why: `a webhook of ${wanted.field} came that was not to come`, differences }
}

function present(wanted: Webhook, { pending, stage, words }: Playing): Outcome {
  const times = wanted.times ?? 1
  for (let count = 0; count < times; count += 1) {
    const matches = pending.map((posted) => compared(wanted, posted, stage.world.names))
    const at = matches.findIndex(({ differences }) => differences.length === 0)
    if (at < 0) return missing(wanted, pending, matches, count)
    for (const [word, value] of Object.entries(matches[at]?.remembered ?? {})) words.set(word, value)
    pending.splice(at, 1)
  }
  return { status: 'ok' }
}

/** The one that is most like it shows what differs. */
function missing(wanted: Webhook, pending: readonly Posted[], matches: readonly Match[], found: number): Outcome {
  const ofField = matches.filter((_, at) => pending[at]?.field === wanted.field)
  const [closest] = ofField.toSorted((a, b) => a.differences.length - b.differences.length)
  const came = pending.map(({ field }) => field).join(', ') || 'none'
  const times = wanted.times !== undefined && wanted.times > 1 ? ` (${found} of ${wanted.times})` : ''
  return {
    status: 'FAIL',
    why: `no webhook of ${wanted.field} came that is like it${times}; not named yet: ${came}`,
    ...(closest && { differences: closest.differences }),
  }
}

function compared(
  { field, value, entry, app }: Webhook,
  posted: Posted,
  names: Readonly<Record<string, string>>,
): Match {
  const expected = {
    field,
    ...(value !== undefined && { value }),
    ...(entry !== undefined && { entry }),
    ...(app !== undefined && { app: names[app] ?? app }),
  }
  return match(expected, posted)
}
