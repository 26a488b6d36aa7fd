import { countsBar, htmlPage } from '../../contracts/report/html-page.ts'
import { counted, durationText, escaped } from '../../contracts/report/html-text.ts'
import { type Played, type Verdict, verdictOf } from '../result.ts'
import { stepItem } from './html-step.ts'
import { stripOf } from './html-strip.ts'
import { style } from './html-style.ts'

/** What needs a look comes first. */
const ORDER: readonly Verdict[] = ['FAIL', 'broken', 'skip', 'ok']
const WORDS: Readonly<Record<Verdict, string>> = { FAIL: 'failed', broken: 'broken', skip: 'skipped', ok: 'passed' }

/** All that became of scenarios as one page, which needs nothing from anywhere. */
export function htmlReport(all: readonly Played[]): string {
  const ranked = all.toSorted((a, b) => ORDER.indexOf(verdictOf(a)) - ORDER.indexOf(verdictOf(b)))
  const main = [
    `<section aria-labelledby="index"><h2 id="index">Scenarios</h2>${indexOf(ranked)}</section>`,
    `<section aria-labelledby="steps"><h2 id="steps">Steps</h2>${ranked.map(scenarioBlock).join('\n')}</section>`,
  ].join('\n')
  return htmlPage({ brand: 'mmgraph play', title: titleOf(all), style, header: countsOf(all), main })
}

function titleOf(all: readonly Played[]): string {
  const bad = countOf(all, 'FAIL') + countOf(all, 'broken')
  return bad > 0
    ? `${bad} of ${counted(all.length, 'scenario')} did not pass`
    : `${counted(all.length, 'scenario')}, none failed`
}

const countOf = (all: readonly Played[], verdict: Verdict): number =>
  all.filter((played) => verdictOf(played) === verdict).length

const countsOf = (all: readonly Played[]): string =>
  countsBar(ORDER.map((verdict) => [verdict, countOf(all, verdict), WORDS[verdict]]))

function indexOf(ranked: readonly Played[]): string {
  const head =
    '<tr><th scope="col">Verdict</th><th scope="col">Scenario</th><th scope="col">Steps</th><th scope="col">World’s time</th></tr>'
  return `<table class="index"><thead>${head}</thead><tbody>${ranked.map(indexRow).join('')}</tbody></table>`
}

function indexRow(played: Played, at: number): string {
  const { scenario, steps } = played
  const verdict = verdictOf(played)
  const skipped = steps.filter(({ outcome }) => outcome.status === 'skip').length
  const count = `${counted(steps.length, 'step')}${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return [
    `<tr><td><span class="state ${verdict}">${WORDS[verdict]}</span></td>`,
    `<td><a href="#s${at + 1}">${escaped(scenario.title)}</a><small>${escaped(scenario.file)}</small></td>`,
    `<td class="count">${count}</td><td class="count">${passedTime(played)}</td></tr>`,
  ].join('')
}

/** How much of the world's time went by. */
function passedTime({ steps }: Played): string {
  const moments = steps.flatMap(({ at, until, webhooks }) => [
    ...(at && until ? [Date.parse(at), Date.parse(until)] : []),
    ...webhooks.map((came) => came.at),
  ])
  const passed = moments.length > 0 ? Math.max(...moments) - Math.min(...moments) : 0
  return passed > 0 ? durationText(passed) : 'none'
}

function scenarioBlock(played: Played, at: number): string {
  const { scenario, steps, broken } = played
  const verdict = verdictOf(played)
  const begin = steps[0]?.at ? Date.parse(steps[0].at) : undefined
  const isOpen = verdict === 'FAIL' || verdict === 'broken'
  const items = steps.map((step) => stepItem(step, begin)).join('\n')
  return [
    `<details class="scenario ${verdict}" id="s${at + 1}"${isOpen ? ' open' : ''}>`,
    `<summary><span class="state ${verdict}">${WORDS[verdict]}</span> <h3>${escaped(scenario.title)}</h3></summary>`,
    `<p class="file">${escaped(scenario.file)}</p>`,
    ...(broken?.split('\n').map((mistake) => `<p class="why">${escaped(mistake)}</p>`) ?? []),
    stripOf(played),
    items ? `<ol class="steps">${items}</ol>` : '',
    journalOf(played),
    '</details>',
  ].join('\n')
}

/** Longer ones would make the page slow. */
const LONGEST_JOURNAL = 1_000_000

/** The journal of one that failed, to be saved and sent: whoever replays it has the same world. */
function journalOf(played: Played): string {
  const { journal } = played
  if (verdictOf(played) !== 'FAIL' || journal === undefined) return ''
  if (journal.length > LONGEST_JOURNAL) return '<p class="clock">Its journal is long: --journals FOLDER writes it.</p>'
  const href = `data:application/json;charset=utf-8,${encodeURIComponent(journal)}`
  const link = `<a download="scenario.journal.json" href="${escaped(href)}">Its journal</a>`
  return `<p class="clock">${link} makes the same world anywhere: mmgraph replay scenario.journal.json</p>`
}
