import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { idOf } from '../../scenarios/play-all.ts'
import { yamlOf } from '../../scenarios/record/yaml.ts'
import { BrokenScenario } from '../../scenarios/source.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import type { JournalDocument } from '../journal/document.ts'
import { BrokenJournal } from '../journal/read.ts'
import { BrokenWorld } from '../world/load.ts'
import { complaint } from './complaint.ts'
import { begin, type JournalCommand, journalAt, journalIn } from './journal-of.ts'
import { type Recording, recordingOf } from './recording.ts'
import { writeText } from './write-text.ts'

export interface RecordCommand extends JournalCommand {
  readonly begin?: true
  readonly title?: string
  readonly out?: string
  readonly force?: true
  readonly json?: true
}

/** Where lines go. */
export interface Say {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Records a journal, and ends the process: 0 the scenario passes, 1 it does not, 2 there is none. */
export async function recordFile(journal: string | undefined, command: RecordCommand): Promise<void> {
  const out = (text: string): void => void process.stdout.write(text)
  const err = (text: string): void => void process.stderr.write(text)
  process.exitCode = await recordAndSay(journal, command, { out, err })
}

/** The same, with its exit code. */
export async function recordAndSay(journal: string | undefined, command: RecordCommand, say: Say): Promise<number> {
  try {
    check(journal, command)
    return command.begin ? await begun(command, say) : await recorded(journal, command, say)
  } catch (error) {
    const isOurs = [CannotPlay, BrokenJournal, BrokenWorld, BrokenScenario].some((kind) => error instanceof kind)
    if (!isOurs) throw error
    say.err(complaint((error as Error).message))
    return 2
  }
}

/** Before anything is asked or written. @throws CannotPlay */
function check(journal: string | undefined, command: RecordCommand): void {
  const { out, force, begin: begins } = command
  const online = givenOf(command, ['target', 'world', 'control-token', 'begin'])
  if (journal !== undefined && online) {
    throw new CannotPlay(`--${online} is for a running emulator, and ${journal} is a journal`)
  }
  const ofFiles = givenOf(command, ['title', 'out', 'force'])
  if (begins && ofFiles) throw new CannotPlay(`--${ofFiles} does not go with --begin: nothing is recorded yet`)
  if (force && out === undefined) throw new CannotPlay('--force goes with --out FILE')
  if (out !== undefined) checkOut(out, force === true)
}

/** The first of some options that was given. */
function givenOf(command: RecordCommand, flags: readonly string[]): string | undefined {
  const given = new Map(Object.entries(command).filter(([, value]) => value !== undefined))
  return flags.find((flag) => given.has(flag === 'control-token' ? 'controlToken' : flag))
}

function checkOut(out: string, force: boolean): void {
  if (!/\.ya?ml$/.test(out)) {
    throw new CannotPlay(`--out: ${out} must end in .yaml, as mmgraph play finds scenarios by that`)
  }
  const there = [out, besideOf(out)].find((path) => existsSync(path))
  if (there !== undefined && !force) throw new CannotPlay(`--out: ${there} is there already; --force writes over it`)
}

async function begun(command: RecordCommand, say: Say): Promise<number> {
  const id = await begin(command)
  if (command.json) {
    say.out(`${JSON.stringify({ world: id, journal: true })}\n`)
    return 0
  }
  say.out(`${id} is as at its beginning, and its journal is on. Do what is to be recorded, and then:\n`)
  say.out(`  mmgraph record ${targetOf(command)}--world ${id} --out FILE.yaml\n`)
  return 0
}

const targetOf = ({ target }: RecordCommand): string => (target === undefined ? '' : `--target ${target} `)

async function recorded(file: string | undefined, command: RecordCommand, say: Say): Promise<number> {
  const journal = file === undefined ? await journalAt(command) : journalIn(file)
  const { out } = command
  const world = out === undefined ? undefined : besideOf(out)
  const made = await recordingOf(journal, { title: titleOf(command, journal), worldFile: world && basename(world) })
  if (out !== undefined) writeText('--out', out, yamlOf(made.file))
  if (world !== undefined && made.world) writeText('--out', world, `${JSON.stringify(made.world, null, 2)}\n`)
  tell(made, journal, { out, world: made.world && world, json: command.json === true }, say)
  return made.failure === undefined ? 0 : 1
}

/** What was written, and how it is told. */
interface Told {
  readonly out: string | undefined
  readonly world: string | undefined
  readonly json: boolean
}

/** Without a file the scenario itself is on stdout, and what is said of it on stderr. */
function tell(made: Recording, journal: JournalDocument, { out, world, json }: Told, say: Say): void {
  if (json) {
    say.out(`${JSON.stringify(jsonOf(made, journal, out, world))}\n`)
    return
  }
  if (out === undefined) say.out(yamlOf(made.file))
  const aside = out === undefined ? say.err : say.out
  aside(`${reportOf(made, journal, out, world).join('\n')}\n`)
}

/** `spring.yaml` -> `spring.world.json` */
const besideOf = (out: string): string => out.replace(/\.ya?ml$|$/, '.world.json')

/** The id of the world that is played is made of it: another than that of the world that was recorded. */
function titleOf({ title, out }: RecordCommand, { header: { id } }: JournalDocument): string {
  if (title !== undefined) return title
  const words = basename(out ?? '')
    .replace(/\.ya?ml$/, '')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
  const found = words.charAt(0).toUpperCase() + words.slice(1)
  return found && idOf(found) !== id ? found : `A session in ${id}`
}

/** What `--json` prints of it. */
function jsonOf(
  { file, failure, loosened, notes }: Recording,
  { rows }: JournalDocument,
  out: string | undefined,
  world: string | undefined,
): object {
  const files = { ...(out !== undefined && { file: out }), ...(world !== undefined && { worldFile: world }) }
  const told = { notes, loosened, plays: failure === undefined, ...(failure !== undefined && { failure }) }
  return { title: file.title, ...files, scenario: file, inputs: rows.length, ...told }
}

function reportOf(
  { file, failure, loosened, notes }: Recording,
  { rows }: JournalDocument,
  out: string | undefined,
  world: string | undefined,
): string[] {
  const steps = `${file.steps.length} ${file.steps.length === 1 ? 'step' : 'steps'}`
  return [
    `${out ?? file.title}: ${steps} of ${rows.length} ${rows.length === 1 ? 'input' : 'inputs'}${world ? `; its world is ${world}` : ''}`,
    ...notes.map((note) => `note: ${note}`),
    ...loosened.map((place) => `loosened: ${place} is another in each play, and not expected`),
    failure === undefined ? 'plays: ok' : `plays: no; ${failure}`,
  ]
}
