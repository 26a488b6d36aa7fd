import { WireFile } from '../model/uploaded-file.ts'
import type { JournalRow, ReplyMark } from '../world/input.ts'
import type { JournalDocument } from './document.ts'
import { type Answered, CannotCome, nameOf, Replay } from './replay.ts'

/** The same came of all inputs. */
export interface Same {
  readonly same: true
  readonly world: string
  /** How many inputs were replayed. */
  readonly inputs: number
  /** Of the whole state at the end. */
  readonly digest: string
}

/** Where two runs first differ. */
export interface Differs {
  readonly same: false
  readonly world: string
  /** The number of the input; one more than there are: the state at the end. */
  readonly input: number
  /** What it is. */
  readonly what: string
  readonly expected: string
  readonly actual: string
}

/** Replays a journal, to its end or through some inputs, and holds it to what came of each. */
export async function compare(document: JournalDocument, until?: number): Promise<Same | Differs> {
  const replay = Replay.of(document.header)
  const { id } = document.header
  const rows = document.rows.slice(0, until)
  const isMarked = document.rows.some(({ reply }) => reply)
  for (const row of rows) {
    const difference = await differenceAt(row, document, isMarked, replay)
    if (difference) return { same: false, world: id, ...difference }
  }
  const atEnd = rows.length === document.rows.length ? differenceAtEnd(document, replay) : undefined
  if (atEnd) return { same: false, world: id, ...atEnd }
  return { same: true, world: id, inputs: rows.length, digest: replay.state }
}

type Difference = Omit<Differs, 'same' | 'world'>

/** What came out of a state file has no answers: then the end alone tells. */
async function differenceAt(
  row: JournalRow,
  { rows }: JournalDocument,
  isMarked: boolean,
  replay: Replay,
): Promise<Difference | undefined> {
  let answered: Answered
  try {
    answered = await replay.enter(row)
  } catch (error) {
    if (!(error instanceof CannotCome)) throw error
    return { input: row.n, what: nameOf(row), expected: 'that it comes', actual: error.message }
  }
  const { of, reply } = answered
  if (replay.waits(of) || !isMarked) return undefined
  const [expected, actual] = [rows[of - 1]?.reply, replay.world.journal.rows[of - 1]?.reply]
  if (expected?.digest === actual?.digest) return undefined
  return { input: row.n, what: nameOf(row), expected: shown(expected), actual: shown(actual, reply) }
}

function differenceAtEnd({ rows, footer }: JournalDocument, replay: Replay): Difference | undefined {
  const { at, begun, state } = footer.end
  const late = rows.find(({ n, reply }) => reply && replay.waits(n))
  if (late) return { input: late.n, what: nameOf(late), expected: shown(late.reply), actual: 'it waits for more' }
  const differs = (actual: string): Difference => {
    return { input: rows.length + 1, what: 'the state at the end', expected: `digest ${state}`, actual }
  }
  try {
    replay.moveTo(at, begun)
  } catch (error) {
    if (error instanceof CannotCome) return differs(error.message)
    throw error
  }
  return replay.state === state ? undefined : differs(`digest ${replay.state}`)
}

function shown(mark: ReplyMark | undefined, reply?: Answered['reply']): string {
  if (!mark) return 'no answer yet'
  const body = reply === undefined ? '' : ` ${bodyOf(reply)}`
  return `${mark.status}, digest ${mark.digest}${body}`
}

const MOST_SHOWN = 2000

function bodyOf({ body }: NonNullable<Answered['reply']>): string {
  const text = body instanceof WireFile ? `a file of ${body.size} bytes` : (JSON.stringify(body) ?? '')
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
