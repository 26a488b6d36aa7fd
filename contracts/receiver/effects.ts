import type { EffectStep } from '../duty.ts'
import { batchOf } from './batches.ts'
import type { Bench } from './bench.ts'
import type { Trial, Tried } from './drive.ts'
import type { Maker } from './maker.ts'
import { isAnswered } from './send.ts'

/** Real milliseconds that a receiver may take to deal with what it took, and between two looks. */
const PATIENCE = 5000
const LOOK = 100

type Kind = 'statuses' | 'messages'
const ONE = { entries: 1, changes: 1, items: 1 }
const EIGHT = { entries: 2, changes: 2, items: 2 }

/** Posts bodies, and counts what the receiver did with them: in units of what it does with one status or message. */
export async function tryEffects({ body }: EffectStep, trial: Trial): Promise<Tried> {
  const { bench, maker } = trial
  const { count } = bench
  if (!count) return { sent: 0, problems: [], unchecked: 'it needs --count, a command that prints what was dealt with' }
  for (const kind of ['statuses', 'messages'] as const) {
    const unit = await growth([batchOf(maker, kind, ONE)], 1, trial, count)
    if (unit > 0) return tryKind(kind, body, unit, trial, count)
  }
  const unchecked =
    'a new status and a new message left the count as it was; what came in an earlier run needs another --seed'
  return { sent: 2, problems: [], unchecked }
}

type Count = NonNullable<Bench['count']>

async function tryKind(kind: Kind, body: EffectStep['body'], unit: number, trial: Trial, count: Count): Promise<Tried> {
  const { bodies, owed } = body === 'repeated' ? twice(kind, trial.maker) : eight(kind, trial.maker)
  const grown = await growth(bodies, owed * unit, trial, count)
  const where = `POST ${owed === 1 ? `the same ${kind} twice` : `${owed} ${kind} in 2 entries of 2 changes`}`
  const problem = `the count grew by ${grown} where ${owed * unit} is owed: one of the ${kind} alone is ${unit}`
  return { sent: bodies.length + 1, problems: grown === owed * unit ? [] : [{ where, problem }] }
}

function twice(kind: Kind, maker: Maker): { bodies: string[]; owed: number } {
  const text = batchOf(maker, kind, ONE)
  return { bodies: [text, text], owed: 1 }
}

function eight(kind: Kind, maker: Maker): { bodies: string[]; owed: number } {
  return { bodies: [batchOf(maker, kind, EIGHT)], owed: 8 }
}

/** By how much the count grows with some bodies: looked at until it is what is expected and stays so, or for some seconds. */
async function growth(bodies: readonly string[], expected: number, trial: Trial, count: Count): Promise<number> {
  const { bench } = trial
  const before = await count()
  for (const text of bodies) await isAnswered(text, trial)
  const end = bench.now() + PATIENCE
  let grown = (await count()) - before
  while (grown < expected && bench.now() < end) {
    await bench.pause(LOOK)
    grown = (await count()) - before
  }
  // A second effect may come a little later than the first.
  await bench.pause(3 * LOOK)
  return (await count()) - before
}
