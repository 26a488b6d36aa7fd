import type { Finding } from '../finding.ts'
import type { Citation } from '../sources.ts'
import { cited } from './cited.ts'
import { type Group, linesOf } from './groups.ts'
import { counted, escaped, jsonBlock } from './html-text.ts'
import type { Checked, NumberedExchange, Suppressed, Unchecked } from './report.ts'
import { placeText } from './terminal.ts'

/** More of one rule would make the page slow and tell nothing new. */
const MOST_SHOWN = 100

/** All that was found of one rule. `known`: the exchanges that stand in the page. */
export function groupCard({ severity, rule, text, findings }: Group, known: ReadonlySet<number>): string {
  const citations = [...new Set(findings.map(({ source }) => source))]
  const left = findings.length - MOST_SHOWN
  const more = left > 0 ? `<p class="soft">… and ${left} more, which the JSON report has.</p>` : ''
  const name = text ? `<h3>${escaped(text.title)}</h3> <code>${escaped(rule)}</code>` : `<h3>${escaped(rule)}</h3>`
  return [
    `<details class="card ${severity}"${severity === 'error' ? ' open' : ''}>`,
    `<summary><span class="state ${severity}">${severity}</span> <span class="name">${name}</span> <span class="count">${counted(findings.length, 'finding')}</span></summary>`,
    '<div class="inside">',
    ...(text ? linesOf(text).map((line) => `<p class="explains">${escaped(line)}</p>`) : []),
    ...citations.map(sourceLine),
    `<ul class="rows">${findings
      .slice(0, MOST_SHOWN)
      .map((finding) => findingRow(finding, known))
      .join('')}</ul>${more}`,
    '</div></details>',
  ].join('\n')
}

function sourceLine(citation: Citation): string {
  const { title, date, url, place, address } = cited(citation)
  const name = escaped(title)
  const link = url
    ? `<a href="${escaped(url)}" rel="noreferrer">${name}</a>`
    : `<span title="${escaped(address)}">${name}</span>`
  return `<p class="source">Source: ${link}${place ? `, ${escaped(place)}` : ''} (${escaped(date)})</p>`
}

function findingRow(
  { where, problem, side, contract, exchanges = [], place }: Finding,
  known: ReadonlySet<number>,
): string {
  const numbers = exchanges.map((n) => (known.has(n) ? `<a href="#x${n}">${n}</a>` : String(n)))
  const seen = numbers.length > 0 ? ` · ${numbers.length === 1 ? 'exchange' : 'exchanges'} ${numbers.join(', ')}` : ''
  const code = place ? ` · <code>${escaped(placeText(place))}</code>` : ''
  return `<li><code>${escaped(where || 'the whole')}</code><p>${escaped(problem)}</p><p class="soft">${side} · ${escaped(contract)}${seen}${code}</p></li>`
}

/** What a config has a reason for, with the reason. */
export function suppressedList(all: readonly Suppressed[]): string {
  const items = all.map(
    ({ finding, reason }) =>
      `<li><code>${escaped(finding.rule)}</code> <code>${escaped(finding.where)}</code><p>${escaped(finding.problem)}</p><p class="soft">Reason: ${escaped(reason)}</p></li>`,
  )
  return items.length > 0 ? `<ul class="plain">${items.join('')}</ul>` : ''
}

export function uncheckedList(all: readonly Unchecked[]): string {
  const items = all.map(({ what, why }) => `<li>${escaped(what)}<p class="soft">${escaped(why)}</p></li>`)
  return items.length > 0 ? `<ul class="plain">${items.join('')}</ul>` : ''
}

export function checkedList(all: readonly Checked[]): string {
  const items = all.map(
    ({ what, count }) => `<li><span>${escaped(what)}</span><span class="count">${counted(count, 'time')}</span></li>`,
  )
  return items.length > 0 ? `<ul class="plain checked">${items.join('')}</ul>` : ''
}

/** One call and its answer, folded. */
export function exchangeCard({ n, method, path, status, params, reply }: NumberedExchange): string {
  return [
    `<details class="card" id="x${n}">`,
    `<summary><span class="state ${status >= 400 ? 'error' : 'ok'}">${status}</span> <span class="name">${n}. ${escaped(method)} ${escaped(path)}</span></summary>`,
    `<div class="inside"><h4>Parameters</h4>${jsonBlock(params, `Parameters of exchange ${n}`)}`,
    `<h4>Answer</h4>${jsonBlock(reply, `Answer of exchange ${n}`)}</div></details>`,
  ].join('\n')
}
