import type { PlacedStep } from './check-step.ts'
import type { Webhook } from './format.ts'
import { type Match, match } from './match.ts'
import type { Playing } from './play.ts'
import type { Outcome } from './result.ts'
import type { Posted } from './stage.ts'
import { cut, heardText } from './webhook-notes.ts'
import { filled } from './words.ts'

/** The webhooks of a step must have come; each that it names is not looked at again. */
export async function playWebhooks({ webhooks }: PlacedStep, playing: Playing): Promise<Outcome> {
  if (webhooks.length === 0) return { status: 'ok' }
  await playing.stage.settle()
  const fresh = await hear(playing)
  const before = playing.pending.filter((posted) => !fresh.includes(posted))
  const named = new Map<Posted, number>()
  for (const [at, webhook] of webhooks.entries()) {
    const wanted = filled(webhook, playing.words) as Webhook
    const outcome =
      wanted.times === 0 ? absent(wanted, playing) : present(wanted, playing, (one) => named.set(one, at + 1))
    if (outcome.status === 'ok') continue
    const why = `webhook ${at + 1} of ${webhooks.length}: ${outcome.why}`
    return { ...outcome, why, notes: heardText({ fresh, before, named, playing }) }
  }
  return { status: 'ok' }
}

/** Takes in the webhooks that came since it was asked last, and answers them. Reports tell their app by its name. */
export async function hear({ stage, pending, came }: Playing): Promise<readonly Posted[]> {
  const posted = await stage.posted()
  const { names } = stage.world
  const nameOf = (app: string): string => Object.entries(names).find(([, id]) => id === app)?.[0] ?? app
  pending.push(...posted)
  came.push(...posted.map((one) => ({ ...one, app: nameOf(one.app) })))
  return posted
}

function absent(wanted: Webhook, { pending, stage }: Playing): Outcome {
  const found = pending.find((posted) => compared(wanted, posted, stage.world.names).differences.length === 0)
  if (!found) return { status: 'ok' }
  const differences = [{ where: wanted.field, expected: undefined, actual: found.value }]
  return { status: 'FAIL', why: `a webhook of ${wanted.field} came that was not to come`, differences }
}

function present(wanted: Webhook, { pending, stage, words }: Playing, name: (posted: Posted) => void): Outcome {
  const times = wanted.times ?? 1
  for (let count = 0; count < times; count += 1) {
    const matches = pending.map((posted) => compared(wanted, posted, stage.world.names))
    const at = matches.findIndex(({ differences }) => differences.length === 0)
    const found = pending[at]
    if (!found) return missing(wanted, pending, matches, count)
    name(found)
    for (const [word, value] of Object.entries(matches[at]?.remembered ?? {})) words.set(word, value)
    pending.splice(at, 1)
  }
  return { status: 'ok' }
}

/** The one that is most like it shows what differs. */
function missing(wanted: Webhook, pending: readonly Posted[], matches: readonly Match[], found: number): Outcome {
  const ofField = matches.filter((_, at) => pending[at]?.field === wanted.field)
  const [closest] = ofField.toSorted((a, b) => apart(a) - apart(b))
  const { field, times = 1, ...parts } = wanted
  const like = Object.keys(parts).length > 0 ? ` like ${cut(parts)}` : ''
  const count = times > 1 ? ` (${found} of ${times} came)` : ''
  return {
    status: 'FAIL',
    why: `no ${field}${like} came that was not named before${count}`,
    ...(closest && { differences: closest.differences }),
  }
}

/** What has nothing at a place is less like it than what has something else. */
const apart = ({ differences }: Match): number =>
  differences.reduce((sum, { actual }) => sum + (actual === undefined ? 2 : 1), 0)

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
