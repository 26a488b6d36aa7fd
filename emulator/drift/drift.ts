import type { Finding, Severity } from '../../contracts/finding.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { operations } from '../../contracts/operations.ts'
import type { Report, Suppressed } from '../../contracts/report/report.ts'
import { type Drift, driftOf, type Judgement, type Mode } from './differences.ts'
import { whyKnown } from './known.ts'
import type { ApiModel } from './model.ts'
import { keyFor, ourModel } from './ours.ts'

const SEVERITY: Readonly<Record<Judgement, Severity>> = {
  'breaks clients': 'error',
  new: 'warning',
  'docs only': 'note',
}

const RULES = { theirs: 'only-there', mine: 'only-here', differs: 'is-otherwise' } as const

/** A description of Meta against the contracts; what was judged before is suppressed, with its reason. */
export function driftFromContracts(spec: ApiModel): Report {
  const drifts = driftOf(ourModel(), spec, 'contracts')
  const known: Suppressed[] = drifts.flatMap((drift) => {
    const reason = whyKnown(drift)
    return reason === undefined ? [] : [{ finding: findingOf(drift, 'contracts'), reason }]
  })
  const news = drifts.filter((drift) => whyKnown(drift) === undefined)
  return {
    title: spec.title,
    findings: sorted(news.map((drift) => findingOf(drift, 'contracts'))),
    suppressed: known,
    checked: checkedOf(spec),
    unchecked: uncheckedOf(spec),
  }
}

/** Two descriptions of Meta against each other, and which contracts that touches. */
export function driftOfVersions(before: ApiModel, after: ApiModel): Report {
  const drifts = driftOf(before, after, 'versions')
  return {
    title: `${before.title} and ${after.title}`,
    findings: sorted(drifts.map((drift) => findingOf(drift, 'versions'))),
    suppressed: [],
    checked: checkedOf(after),
    unchecked: uncheckedOf(after),
  }
}

function findingOf({ key, group, judgement, says }: Drift, mode: Mode): Finding {
  const contract = contractOf(key)
  const rulings = contract?.rulings ?? []
  const touched = rulings.length > 0 ? `; it touches ${rulings.map((name) => `the ruling ${name}`).join(' and ')}` : ''
  const isGone = mode === 'versions' && group === 'mine'
  return {
    rule: mode === 'versions' ? VERSION_RULES[group] : RULES[group],
    severity: SEVERITY[judgement],
    side: 'server',
    where: key,
    problem: `${judgement}: ${isGone ? says.replace(/is not there$/, 'is gone') : says}${touched}`,
    contract: contract?.name ?? 'none',
    source: contract?.sources[0] ?? 'openapi',
  }
}

const VERSION_RULES = { theirs: 'added', mine: 'removed', differs: 'changed' } as const

const contractOf = (key: string): OperationContract | undefined => operations.find((one) => keyFor(one) === key)

const ORDER: readonly Severity[] = ['error', 'warning', 'note']

/** Group by group, what breaks clients first. */
function sorted(findings: readonly Finding[]): Finding[] {
  const rank = ({ rule, severity }: Finding): string => `${rule} ${ORDER.indexOf(severity)}`
  return [...findings].sort(
    (one, other) => rank(one).localeCompare(rank(other)) || one.where.localeCompare(other.where),
  )
}

function checkedOf({ operations: all }: ApiModel): Report['checked'] {
  return [...all.values()].map(({ key, params, reply }) => ({ what: key, count: params.size + reply.size }))
}

/** Documents that do not tell a thing are not compared in it. */
function uncheckedOf({ title, tells }: ApiModel): Report['unchecked'] {
  const untold = Object.entries(tells).filter(([, is]) => !is)
  return untold.map(([what]) => ({
    what: UNTOLD[what as keyof typeof UNTOLD],
    why: `${title} do not tell it reliably`,
  }))
}

const UNTOLD = {
  params: 'parameters that are not there any more',
  reply: 'fields that are not there any more',
  required: 'what must be there',
  errors: 'errors',
} as const
