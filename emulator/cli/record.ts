import { idOf } from '../../scenarios/play-all.ts'
import { type Checked, checked } from '../../scenarios/record/checked.ts'
import { record } from '../../scenarios/record/record.ts'
import { exactWait, roundedWait, type ChooseWait } from '../../scenarios/record/waits.ts'
import { worldSaid } from '../../scenarios/record/world-said.ts'
import type { JournalDocument } from '../journal/document.ts'
import { sessionOf } from '../journal/session.ts'
import { isSecretName, redactText } from '../redact.ts'
import { readWorld, shippedWorlds } from '../world/load.ts'
import { inProcess } from './in-process.ts'

const rules = { isSecretName, redactText }

export interface Scenario extends Checked {
  readonly notes: readonly string[]
  /** The world, where it goes into a file of its own. */
  readonly world: object | undefined
}

/** A scenario of a journal, played. @param worldName what a file with its world would be called */
export async function scenarioOf(journal: JournalDocument, title: string, worldName: string): Promise<Scenario> {
  const { world: file } = journal.header
  const shipped = Object.fromEntries(shippedWorlds().map((name) => [name, { ...readWorld(name).file }]))
  const said = worldSaid({ ...file }, shipped)
  const isBeside = 'beside' in said
  const world = isBeside ? { world: worldName } : said
  const stand = { name: `${idOf(title)}.yaml`, world: isBeside ? file : undefined, stage: inProcess }
  const attempt = async (choose: ChooseWait): Promise<Scenario> => {
    const { file: made, notes } = record(await sessionOf(journal, choose), { title, world, rules })
    return { ...(await checked(made, stand)), notes, world: stand.world }
  }
  const rounded = await attempt(roundedWait)
  if (rounded.failure === undefined && rounded.loosened.length === 0) return rounded
  const exact = await attempt(exactWait)
  if (process.env.DBG) console.info('EXACT', exact.failure, exact.loosened)
  const isBetter = exact.failure === undefined && (rounded.failure !== undefined || exact.loosened.length < rounded.loosened.length)
  return isBetter ? exact : rounded
}
