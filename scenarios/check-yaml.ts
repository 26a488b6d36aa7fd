import { type Document, type LineCounter, type ParsedNode, visit, type YAMLError } from 'yaml'
import type { RefuseAt } from './position.ts'

/** `{recipient}` without quotes. */
const BARE = /^\{\s*([a-z][a-z0-9_]*)\s*\}$/

/** What YAML itself does not take, or takes for something else than what was meant. */
export function checkYaml(document: Document<ParsedNode>, text: string, lines: LineCounter, refuseAt: RefuseAt): void {
  const [problem] = document.errors
  if (problem) refuseAt(placeOf(problem, text), sentenceOf(problem, text, lines))
  const anchors = new Set<string>()
  visit(document, {
    Alias: (_, { source, range }) => {
      if (!anchors.has(source)) refuseAt(range?.[0], `*${source} names nothing: no &${source} stands before it`)
    },
    Map: (_, { flow, range, anchor }) => {
      if (anchor) anchors.add(anchor)
      const [, word] = (flow && range && BARE.exec(text.slice(range[0], range[1]))) || []
      if (word) refuseAt(range?.[0], `write "{${word}}" in quotes; without them YAML takes it for a map`)
    },
    Seq: (_, { anchor }) => void (anchor && anchors.add(anchor)),
    Scalar: (_, { anchor }) => void (anchor && anchors.add(anchor)),
  })
}

/** Where a quote is missing at its end, its beginning says more: it is the last of its kind. */
function placeOf({ code, message, pos: [at] }: YAMLError, text: string): number {
  const quote = code === 'MISSING_CHAR' ? /^Missing closing (["'])quote/.exec(message)?.[1] : undefined
  return quote ? Math.max(text.lastIndexOf(quote, at - 1), 0) : at
}

function sentenceOf(problem: YAMLError, text: string, lines: LineCounter): string {
  const { code, message, pos } = problem
  const [first = ''] = message.split('\n')
  const said = first.replace(/ at line \d+, column \d+:?$/, '')
  if (code === 'DUPLICATE_KEY') return duplicate(text, pos[0], lines)
  return SENTENCES.find(([of, like]) => of === code && like.test(said))?.[2] ?? said
}

/** The key of this line, and the line of the same key above it that is indented alike. */
function duplicate(text: string, at: number, lines: LineCounter): string {
  const { line, col } = lines.linePos(at)
  const rows = text.split('\n')
  const [, key = ''] = /^("[^"]*"|'[^']*'|[^\s:,}]+)/.exec(text.slice(at)) ?? []
  const isSame = (row: string): boolean =>
    row.slice(col - 1).startsWith(`${key}:`) && /^[\s-]*$/.test(row.slice(0, col - 1))
  const above = rows.slice(0, line - 1).findLastIndex(isSame)
  return `the key ${key} stands twice${above < 0 ? '' : `: in line ${above + 1} and in line ${line}`}`
}

const QUOTES = 'a text that begins with it, or has ": " or " #" in it, needs quotes'
const ANY = /^/

/** The code of the library, what it says, and what we say. */
const SENTENCES: readonly (readonly [code: string, said: RegExp, ours: string])[] = [
  [
    'BLOCK_AS_IMPLICIT_KEY',
    ANY,
    'there is ": " in this text, or the next line is indented too far; put a text with ": " in quotes',
  ],
  ['MULTILINE_IMPLICIT_KEY', ANY, 'here must be a key with ": " behind it'],
  ['MULTIPLE_DOCS', ANY, 'a file has one scenario; here "---" begins another'],
  ['TAB_AS_INDENT', ANY, 'this line begins with a tab; YAML is indented with spaces'],
  [
    'BAD_INDENT',
    /^Flow (map|seq)/,
    'a { or [ above is not closed; in {} and [] a text with {, }, [, ] or a comma needs quotes',
  ],
  ['MISSING_CHAR', /^Missing closing/, 'the quote that is opened here is not closed'],
  [
    'MISSING_CHAR',
    /^Sequence item without/,
    'this line is indented unlike those above: keys of one step stand under each other, and a new step begins with "- "',
  ],
  ['BAD_SCALAR_START', ANY, `a text cannot begin with this character: ${QUOTES}`],
  [
    'UNEXPECTED_TOKEN',
    /^Unexpected flow-map-start at node end/,
    'in {} and [] a text with {, }, [, ] or a comma needs quotes',
  ],
  [
    'UNEXPECTED_TOKEN',
    /^Unexpected scalar at node end/,
    'nothing may stand here: a line is indented unlike those above it, or something follows a text in quotes',
  ],
  ['UNEXPECTED_TOKEN', /^Unexpected flow-(map|seq)-end/, 'this closes nothing that is open'],
  ['BAD_DQ_ESCAPE', ANY, 'this is no escape; a text in single quotes takes \\ as it is'],
  ['BAD_ALIAS', ANY, `a text cannot begin with * or &: ${QUOTES}`],
]
