import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
/** Frames of node are many between a call and its socket. */
const DEEPEST = 60

/** Where code stands: its file is an absolute path. */
export interface CodePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Remembers who is calling. What it remembers is spelled out only when it is read. */
export function remembered(): Error {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = DEEPEST
  const here = new Error('who called')
  Error.stackTraceLimit = before
  return here
}

/** The first code of a stack that is the client's own: not node's, not this, and of no package. */
export function ownPlace({ stack = '' }: Error): CodePlace | undefined {
  return placesIn(stack).find(({ file }) => packageOf(file) === undefined)
}

/** Who called: the package of the first frame that is not node's, or its file and line. */
export function caller({ stack = '' }: Error): string {
  return callerIn(stack)
}

/** `axios`, `@scope/name`, `src/send.js:12`. */
export function callerIn(stack: string): string {
  const [found] = placesIn(stack)
  if (!found) return 'a module that its stack does not tell'
  const { file, line } = found
  return packageOf(file) ?? `${relative(process.cwd(), file) || file}:${line}`
}

/** All of a stack but what is node's own, and this. */
function placesIn(stack: string): CodePlace[] {
  return stack.split('\n').flatMap((frame) => {
    const place = placeOf(frame)
    return place && !place.file.startsWith(HERE) ? [place] : []
  })
}

/** `at send (file:///app/send.js:12:3)`; undefined where it is one of node's own. */
function placeOf(frame: string): CodePlace | undefined {
  const [, at = '', line = '', column = '1'] =
    /^\s+at (?:async )?(?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*?):(\d+)(?::(\d+))?\)?$/.exec(frame) ?? []
  if (!at) return undefined
  const file = at.startsWith('file://') ? fileURLToPath(at) : at
  return { file, line: Number(line), column: Number(column) }
}

function packageOf(file: string): string | undefined {
  const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? []
  return name?.replace('\\', '/')
}
