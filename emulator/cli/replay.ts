import { compare, type Differs } from '../journal/compare.ts'
import type { JournalDocument } from '../journal/document.ts'
import { BrokenJournal, readJournal } from '../journal/read.ts'
import { version } from '../version.ts'
import { BrokenWorld } from '../world/load.ts'
import { fail, readOrFail } from './fail.ts'

export interface ReplayCommand {
  readonly json?: true
  /** The last input that is replayed. */
  readonly until?: number
}

/** Replays a journal, and ends the process: 0 the same world, 1 another one, 2 no journal that can be read. */
export async function replayFile(file: string, { json, until }: ReplayCommand): Promise<void> {
  const journal = read(file)
  if (until !== undefined && until > journal.rows.length) fail(`--until: ${file} has ${journal.rows.length} inputs`)
  const result = await replayed(journal, until, file)
  const note = result.same ? undefined : noteOn(journal)
  const text = json ? JSON.stringify({ ...result, ...(note && { note }) }) : textOf(result, journal, note)
  process.stdout.write(`${text}\n`)
  process.exitCode = result.same ? 0 : 1
}

type Result = Awaited<ReturnType<typeof compare>>

function textOf(result: Result, journal: JournalDocument, note: string | undefined): string {
  if (!result.same) return [differenceText(result, journal.rows.length), ...(note ? [note] : [])].join('\n')
  const { world, inputs, digest } = result
  const { stopped } = journal.footer.end
  const all = inputs === journal.rows.length
  const head = all ? `same world  ${digest}` : `same so far  ${digest}`
  const count = all ? `${inputs} ${inputs === 1 ? 'input' : 'inputs'}` : `${inputs} of ${journal.rows.length} inputs`
  return `${head}\n${count} of ${world}${all && stopped ? `; the journal ends there: ${stopped}` : ''}`
}

function differenceText({ input, what, expected, actual, world }: Differs, inputs: number): string {
  const where = input > inputs ? 'after the last input' : `at input ${input} of ${inputs}`
  return [`differs ${where} of ${world}`, `  ${what}`, `  expected  ${expected}`, `  came      ${actual}`].join('\n')
}

function noteOn({ header: { mmgraph } }: JournalDocument): string | undefined {
  return mmgraph === version ? undefined : `The journal was written by mmgraph ${mmgraph}, and this is ${version}.`
}

function read(file: string): JournalDocument {
  const text = readOrFail(file)
  try {
    return readJournal(file, text)
  } catch (error) {
    if (error instanceof BrokenJournal || error instanceof BrokenWorld) return fail(error.message)
    throw error
  }
}

/** A world file that is right by its schema can still name what it does not have. */
async function replayed(journal: JournalDocument, until: number | undefined, file: string): Promise<Result> {
  try {
    return await compare(journal, until)
  } catch (error) {
    if (error instanceof BrokenWorld) return fail(`${file}: ${error.message}`)
    throw error
  }
}
