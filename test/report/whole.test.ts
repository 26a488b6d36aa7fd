import { expect, test } from 'vitest'
import { htmlReport } from '../../contracts/report/html.ts'
import { jsonReport } from '../../contracts/report/json.ts'
import { junitReport } from '../../contracts/report/junit.ts'
import { coloured } from '../../contracts/report/paint.ts'
import type { Report } from '../../contracts/report/report.ts'
import { sarifReport } from '../../contracts/report/sarif.ts'
import { terminalReport } from '../../contracts/report/terminal.ts'
import { empty, finding, report, rules } from './sample.ts'

const place = { file: '../shared/send.js', line: 12, column: 3 }
const numbers = Array.from({ length: 9 }, (_, at) => at + 1)

/** What the sample does not have: a place in the code, many findings, exchanges that were answered, and with nothing. */
const large: Report = {
  ...report,
  findings: [
    ...report.findings,
    finding({ severity: 'warning', where: '', exchanges: numbers, place }),
    ...Array.from({ length: 6 }, (_, at) => finding({ severity: 'note', where: `/${at % 5}` })),
  ],
  suppressed: [{ finding: finding(), reason: 'known' }, ...report.suppressed],
  checked: [{ what: 'debugToken', count: 1 }, ...report.checked],
  exchanges: [
    ...(report.exchanges ?? []),
    { n: 4, at: 1, method: 'GET', path: '/me', params: {}, status: 399, reply: undefined },
    { n: 5, at: 1, method: 'GET', path: '/me', params: {}, status: 200, reply: { data: [] } },
  ],
}

const textOf = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
/** The page without its style, which is data. */
const bodyOf = (page: string): string => page.replace(/<style>[\s\S]*<\/style>/, '<style></style>')
const places = { folder: 'packages/api/', file: 'package.json', version: '1.2.3' }

// Made within the tests: what is made while they are collected, no test is known to reach.
test.each([
  ['terminal', () => terminalReport(large, { paint: coloured, rules })],
  ['terminal-verbose', () => terminalReport(large, { paint: coloured, rules, verbose: true })],
  ['terminal-empty', () => terminalReport({ ...empty, checked: large.checked }, { paint: coloured })],
  ['page', () => bodyOf(htmlReport(large, { rules }))],
  ['page-empty', () => bodyOf(htmlReport(empty))],
  ['json', () => textOf(jsonReport(large, { rules }))],
  ['json-empty', () => textOf(jsonReport(empty))],
  ['junit', () => junitReport(large, { failOn: 'warning' })],
  ['junit-empty', () => junitReport(empty)],
  ['sarif', () => textOf(sarifReport(large, { rules, ...places }))],
  ['sarif-without-places', () => textOf(sarifReport(report))],
  ['sarif-empty', () => textOf(sarifReport(empty))],
])('a whole report: %s', async (name, make) => {
  await expect(make()).toMatchFileSnapshot(`whole/${name}.txt`)
})

test.each([
  [100, 100, undefined],
  [101, 100, '<p class="soft">… and 1 more, which the JSON report has.</p>'],
])('a page of %i findings of one rule shows %i', (count, shown, more) => {
  const findings = Array.from({ length: count }, (_, at) => finding({ where: `/${at}` }))
  const page = htmlReport({ ...empty, findings })
  expect(page.match(/<li><code>/g)).toHaveLength(shown)
  expect(page.match(/<p class="soft">…[^<]*<\/p>/)?.[0]).toBe(more)
})
