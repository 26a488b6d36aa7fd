import type { Finding } from '../../contracts/finding.ts'
import type { Checked, Report, Unchecked } from '../../contracts/report/report.ts'
import type { Suppression } from './config.ts'
import { exchangesOf } from './judged.ts'
import type { Run } from './run.ts'

/** What a run came to, for all formats of reports. Suppressions that matched nothing stand in `unchecked`. */
export function reportOf(
  title: string,
  run: Run,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): Report {
  const suppressed = findings.flatMap((finding) => {
    const found = suppressions.find((suppression) => matches(suppression, finding))
    return found ? [{ finding, reason: found.reason }] : []
  })
  const hidden = new Set(suppressed.map(({ finding }) => finding))
  const idle = suppressions.filter((suppression) => !findings.some((finding) => matches(suppression, finding)))
  return {
    title,
    findings: findings.filter((finding) => !hidden.has(finding)),
    suppressed,
    checked: checkedIn(run),
    unchecked: [...uncheckedIn(run), ...idle.map(idleText)],
  }
}

function matches({ rule, contract }: Suppression, finding: Finding): boolean {
  return rule === finding.rule && (contract === undefined || contract === finding.contract)
}

function idleText({ rule, contract, reason }: Suppression): Unchecked {
  const what = contract === undefined ? rule : `${rule} of ${contract}`
  return { what: `suppression of ${what}`, why: `it matched no finding, and can go (its reason was: ${reason})` }
}

/** Operations that were called, and fields of webhooks that were posted. */
function checkedIn({ worlds }: Run): Checked[] {
  const calls = worlds.flatMap((world) =>
    exchangesOf(world).map(({ operation }) => operation ?? 'calls of no operation'),
  )
  const webhooks = worlds.flatMap((world) => world.deliveries.list().map(({ field }) => `webhook ${field}`))
  return [...counted(calls), ...counted(webhooks)]
}

function counted(names: readonly string[]): Checked[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count)
}

function uncheckedIn({ worlds, told }: Run): Unchecked[] {
  const gaps = worlds.flatMap((world) => exchangesOf(world).filter(({ status }) => status === 501))
  const dropped = worlds.reduce((sum, { exchanges }) => sum + exchanges.dropped, 0)
  const isNode = told.some(({ kind }) => kind === 'loaded')
  return [
    ...counted(gaps.map(({ method, path }) => `${method} ${path}`)).map(({ what }) => ({
      what,
      why: 'mmgraph has no answer to it (501)',
    })),
    ...(dropped > 0 ? [{ what: `the first ${dropped} calls`, why: 'more came than are kept' }] : []),
    {
      what: isNode ? 'calls of programs that are no Node' : 'calls to hosts of Meta',
      why: `${isNode ? 'only Node is' : 'the command started no Node, and only Node is'} redirected and guarded: others must be given MMGRAPH_URL`,
    },
    ...(isNode
      ? [{ what: 'TLS', why: 'redirected calls are plain HTTP on this machine: no certificate is looked at' }]
      : []),
  ]
}
