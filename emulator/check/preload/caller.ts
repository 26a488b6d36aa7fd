import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
/** Frames of node are many between a call and its socket. */
const DEEPEST = 60

/** Who called: the package of the first frame that is not node's, or its file and line. */
export function caller(): string {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = DEEPEST
  const { stack = '' } = new Error('who called')
  Error.stackTraceLimit = before
  return callerIn(stack)
}

/** `axios`, `@scope/name`, `src/send.js:12`. */
export function callerIn(stack: string): string {
  const places = stack.split('\n').map(placeOf)
  const found = places.find((place) => place !== undefined && !place.file.startsWith(HERE))
  if (!found) return 'a module that its stack does not tell'
  const { file, line } = found
  return packageOf(file) ?? `${relative(process.cwd(), file) || file}:${line}`
}

/** `at send (file:///app/send.js:12:3)`; undefined where it is one of node's own. */
function placeOf(frame: string): { readonly file: string; readonly line: string } | undefined {
  const [, at = '', line = ''] =
    /^\s+at (?:async )?(?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*?):(\d+)(?::\d+)?\)?$/.exec(frame) ?? []
  if (!at) return undefined
  return { file: at.startsWith('file://') ? fileURLToPath(at) : at, line }
}

function packageOf(file: string): string | undefined {
  const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? []
  return name?.replace('\\', '/')
}
