import { countsOf, groupsOf } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import { countsBar, htmlPage } from './html-page.ts'
import { checkedList, exchangeCard, groupCard, suppressedList, uncheckedList } from './html-parts.ts'
import { style } from './html-style.ts'
import { counted, escaped } from './html-text.ts'
import type { Report, ReportOptions } from './report.ts'

/** A report as one page that needs nothing else: what is wrong and why, what was let pass, and what was not looked at. */
export function htmlReport(report: Report, { rules, secrets }: ReportOptions = {}): string {
  const clean = hideSecrets(report, secrets)
  const { findings, suppressed, checked, unchecked, exchanges = [] } = clean
  const groups = groupsOf(findings, rules)
  const known = new Set(exchanges.map(({ n }) => n))
  const main = [
    section(
      'Findings',
      groups.map((group) => groupCard(group, known)).join('\n'),
      'Nothing was found.',
      checked.length > 0 ? 'ok' : '',
    ),
    section('Suppressed', suppressedList(suppressed), 'Nothing was suppressed.'),
    section('Not checked', uncheckedList(unchecked), 'Nothing is known to be left out.'),
    section('Checked', checkedList(checked), 'Nothing was checked.'),
    ...(exchanges.length > 0 ? [section('Exchanges', exchanges.map(exchangeCard).join('\n'), '')] : []),
  ].join('\n')
  const header = `<p class="judged">${escaped(clean.title)}</p>${countsHeader(clean)}`
  return htmlPage({ brand: clean.command ?? 'mmgraph', title: verdictText(clean), style, header, main })
}

function section(title: string, inside: string, none: string, kind = ''): string {
  const id = title.toLowerCase().replaceAll(' ', '-')
  const body = inside || `<p class="none ${kind}">${none}</p>`
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`
}

/** `2 errors, 1 warning`. Nothing found is no good news where nothing was looked at. */
function verdictText(report: Report): string {
  const { error, warning, note } = countsOf(report)
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(note > 0 ? [counted(note, 'note')] : []),
  ]
  if (parts.length > 0) return parts.join(', ')
  return report.checked.length > 0 ? 'No findings' : 'Nothing was checked'
}

function countsHeader(report: Report): string {
  const { error, warning, note } = countsOf(report)
  return countsBar([
    ['error', error, error === 1 ? 'error' : 'errors'],
    ['warning', warning, warning === 1 ? 'warning' : 'warnings'],
    ['note', note, note === 1 ? 'note' : 'notes'],
    ['suppressed', report.suppressed.length, 'suppressed'],
    ['unchecked', report.unchecked.length, 'not checked'],
    ['ok', report.checked.length, 'checked'],
  ])
}
