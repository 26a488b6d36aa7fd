// What StrykerJS found, as the project keeps it: scores by part, survivors by file with a reason, and the page of both.

/** The least that a part may score, in percent. */
export const LEAST = 80

/** @typedef {{ file: string, line: string, mutator: string, text: string, by: string, reason?: string }} Survivor */

/** What a report of StrykerJS has of some files. */
export function countsOf(report, files) {
  const all = files.flatMap((file) => report.files[file]?.mutants ?? [])
  const count = (status) => all.filter((mutant) => mutant.status === status).length
  return {
    killed: count('Killed'),
    timedOut: count('Timeout'),
    survived: count('Survived'),
    notReached: count('NoCoverage'),
    static: count('Ignored'),
  }
}

/** In percent; undefined where nothing was run. */
export function scoreOf({ killed, timedOut, survived, notReached }) {
  const all = killed + timedOut + survived + notReached
  return all > 0 ? (100 * (killed + timedOut)) / all : undefined
}

/** The mutants of a file that no test saw, in its order. */
export function survivorsOf(report, file) {
  const { source = '', mutants = [] } = report.files[file] ?? {}
  const lines = source.split('\n')
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .sort((a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column)
    .map(({ mutatorName, replacement = '', location: { start, end } }) => ({
      line: lines[start.line - 1].trim(),
      mutator: mutatorName,
      text: short(lines[start.line - 1].slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)),
      by: short(replacement),
    }))
}

const short = (text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)

/** A survivor is known again by all that is told of it but its reason. */
const keyOf = ({ line, mutator, text, by }) => [line, mutator, text, by].join('\n')

/** Each with its reason: the one that it had, else that of the first class that it fits; none where nobody gave one. */
export function withReasons(survivors, before, classes) {
  const known = new Map(before.map((one) => [keyOf(one), one.reason]))
  return survivors.map((one) => {
    const reason = known.get(keyOf(one)) ?? classes.find((kind) => fits(one, kind))?.reason
    return reason ? { ...one, reason } : one
  })
}

function fits({ mutator, text, line }, kind) {
  const isLike = (pattern, value) => pattern === undefined || new RegExp(pattern).test(value)
  return kind.mutator === mutator && isLike(kind.text, text) && isLike(kind.line, line)
}

/** JSON with one survivor a line, so that changes can be read. */
export function written(survivors) {
  const files = Object.keys(survivors).filter((file) => survivors[file].length > 0)
  const blocks = files.sort().map((file) => {
    const rows = survivors[file].map((one) => `    ${JSON.stringify(one)}`)
    return `  ${JSON.stringify(file)}: [\n${rows.join(',\n')}\n  ]`
  })
  return `{\n${blocks.join(',\n')}\n}\n`
}

/** The generated half of docs/mutation.md. */
export function pageOf(scores, survivors, reasons) {
  const names = Object.keys(reasons)
  const tally = (list, reason) => list.filter((one) => one.reason === reason).length
  const all = Object.values(survivors).flat()
  const files = Object.keys(survivors).sort()
  return [
    '## Scores',
    '',
    '| Part | Measured | Score | Killed | Timed out | Survived | Not reached | Static, not run |',
    '|---|---|---|---|---|---|---|---|',
    ...Object.entries(scores).map(([part, counts]) => scoreRow(part, counts)),
    '',
    '## Survivors',
    '',
    'Each stands in `test/mutation/survivors.json` with its reason:',
    '',
    '| Reason | Survivors | What it means |',
    '|---|---|---|',
    ...names.map((name) => `| ${name} | ${tally(all, name)} | ${reasons[name]} |`),
    `| none yet | ${tally(all, undefined)} | Nobody has judged it, or a test is missing: \`npm run mutate\` fails. |`,
    '',
    `| File | ${names.join(' | ')} | none yet |`,
    `|---|${names.map(() => '---|').join('')}---|`,
    ...files.map(
      (file) =>
        `| \`${file}\` | ${[...names, undefined].map((name) => tally(survivors[file], name) || '').join(' | ')} |`,
    ),
    '',
  ].join('\n')
}

function scoreRow(part, counts) {
  const { measured, killed, timedOut, survived, notReached } = counts
  const score = scoreOf(counts)
  const told = score === undefined ? 'none: all is static' : `${score.toFixed(1)} %`
  return `| \`${part}\` | ${measured} | ${told} | ${killed} | ${timedOut} | ${survived} | ${notReached} | ${counts.static} |`
}
