// Keeps what a run of StrykerJS found: test/mutation/scores.json, survivors.json, and the tables of docs/mutation.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countsOf, LEAST, pageOf, scoreOf, survivorsOf, withReasons, written } from './mutation-data.js'
import { root } from './ready.js'

const SCORES = 'test/mutation/scores.json'
const SURVIVORS = 'test/mutation/survivors.json'
const PAGE = 'docs/mutation.md'

const textOf = (path) => readFileSync(join(root, path), 'utf8')
const read = (path) => JSON.parse(textOf(path))

/**
 * Files of a part were measured. The score of the part changes when all of them were.
 * @returns what is wrong, in sentences: a score that is too low, survivors without a reason
 */
export function keep({ part, report: path, files, isWhole }) {
  const { reasons, classes } = read('test/mutation/reasons.json')
  const [report, scores, survivors] = [path, SCORES, SURVIVORS].map(read)
  const counts = countsOf(report, files)
  if (isWhole) scores[part] = { measured: new Date().toISOString().slice(0, 10), ...counts }
  for (const file of files) survivors[file] = withReasons(survivorsOf(report, file), survivors[file] ?? [], classes)
  writeFileSync(join(root, SCORES), `${JSON.stringify(scores, null, 2)}\n`)
  writeFileSync(join(root, SURVIVORS), written(survivors))
  const [before] = textOf(PAGE).split('## Scores\n')
  writeFileSync(join(root, PAGE), `${before}${pageOf(scores, read(SURVIVORS), reasons)}`)
  return [...tooLow(part, counts), ...files.flatMap((file) => withoutReason(file, survivors[file]))]
}

function tooLow(part, counts) {
  const score = scoreOf(counts)
  return score !== undefined && score < LEAST ? [`${part} scores ${score.toFixed(1)} %, and should ${LEAST} %.`] : []
}

function withoutReason(file, survivors) {
  return survivors
    .filter(({ reason }) => !reason)
    .map(
      ({ line, text, by }) =>
        `${file}: no test saw ${text} become ${by}, in: ${line}; test it, or give a reason in ${SURVIVORS}.`,
    )
}
