import { isSecretName, redactText } from '../../contracts/redact.ts'
import { idOf } from '../../scenarios/play-all.ts'
import { type Checked, checked, type Stand } from '../../scenarios/record/checked.ts'
import { record } from '../../scenarios/record/record.ts'
import { type ChooseWait, exactWait, roundedWait } from '../../scenarios/record/waits.ts'
import { type WorldSaid, worldSaid } from '../../scenarios/record/world-said.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { compare } from '../journal/compare.ts'
import type { JournalDocument } from '../journal/document.ts'
import { sessionOf } from '../journal/session.ts'
import { version } from '../version.ts'
import { readWorld, shippedWorlds } from '../world/load.ts'
import { inProcess } from './in-process.ts'

export interface RecordingOptions {
  readonly title: string
  /** What a file beside the scenario with its world is called; undefined where there is no place for one. */
  readonly worldFile: string | undefined
}

/** A scenario that was played. */
export interface Recording extends Checked {
  readonly notes: readonly string[]
  /** The world, where it goes into a file of its own. */
  readonly world: object | undefined
}

type NamedWorld = Exclude<WorldSaid, { readonly beside: true }>

/**
 * A scenario of a journal, played. Its waits are round, unless it then comes otherwise.
 * @throws CannotPlay where the journal tells nothing, or is not what happens here
 */
export async function recordingOf(journal: JournalDocument, options: RecordingOptions): Promise<Recording> {
  const { header, footer } = journal
  await checkSame(journal)
  const { said, world } = worldOf(header, options)
  const stand = { name: `${idOf(options.title)}.yaml`, world, stage: inProcess }
  const notes = [
    ...(footer.end.stopped === undefined ? [] : [`the journal ends there: ${footer.end.stopped}`]),
    ...(header.limits === 'off' ? ['it was recorded with --limits off, which no scenario can say'] : []),
    ...(header.graphDate === null ? [] : ['it was recorded with --graph-date, which no scenario can say']),
  ]
  const way = (choose: ChooseWait): Promise<Recording> => recordOnce(journal, choose, options.title, said, stand)
  const rounded = await way(roundedWait)
  const exact = isClean(rounded) ? rounded : await way(exactWait)
  const best = isBetter(exact, rounded) ? exact : rounded
  return { ...best, notes: [...notes, ...best.notes] }
}

async function recordOnce(
  journal: JournalDocument,
  choose: ChooseWait,
  title: string,
  world: NamedWorld,
  stand: Stand,
): Promise<Recording> {
  const { file, notes } = record(await sessionOf(journal, choose), {
    title,
    world,
    rules: { isSecretName, redactText },
  })
  if (file.steps.length === 0)
    throw new CannotPlay(`nothing has come to ${journal.header.id} yet that a step could say`)
  return { ...(await checked(file, stand)), notes, world: stand.world }
}

const isClean = ({ failure, loosened }: Checked): boolean => failure === undefined && loosened.length === 0

function isBetter(one: Checked, other: Checked): boolean {
  if (one.failure !== undefined) return false
  return other.failure !== undefined || one.loosened.length < other.loosened.length
}

/** Another version of mmgraph may answer otherwise: then it is no journal of what happens here. */
async function checkSame(journal: JournalDocument): Promise<void> {
  const result = await compare(journal)
  if (result.same) return
  const { mmgraph } = journal.header
  const by = mmgraph === version ? '' : `; the journal was written by mmgraph ${mmgraph}, and this is ${version}`
  throw new CannotPlay(
    `at input ${result.input} it comes otherwise here than in the journal; mmgraph replay shows it${by}`,
  )
}

/** One that was made of a world that ships is said as that one. */
function worldOf(
  { world: file, name }: JournalDocument['header'],
  { worldFile }: RecordingOptions,
): { said: NamedWorld; world: object | undefined } {
  const names = shippedWorlds().includes(name) ? [name] : shippedWorlds()
  const shipped = Object.fromEntries(names.map((one) => [one, { ...readWorld(one).file }]))
  const said = worldSaid({ ...file }, shipped)
  if (!('beside' in said)) return { said, world: undefined }
  if (worldFile !== undefined) return { said: { world: worldFile }, world: file }
  throw new CannotPlay('the world is like none that ships and goes into a file of its own: --out FILE.yaml writes both')
}
