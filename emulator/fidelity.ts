import { duties } from '../contracts/duties.ts'
import { errors } from '../contracts/errors.ts'
import { nodes } from '../contracts/nodes.ts'
import { operations } from '../contracts/operations.ts'
import { grouped } from '../contracts/report/groups.ts'
import { rules } from '../contracts/rules.ts'
import { rulings } from '../contracts/rulings.ts'
import { type Basis, type Citation, sources } from '../contracts/sources.ts'
import { webhooks } from '../contracts/webhooks.ts'
import { code, links, table } from './markdown.ts'

/** Something that is answered, posted or judged, and how sure it is. */
interface Fact {
  readonly name: string
  readonly basis: Basis
  /** What in it no source gives; there whenever it is assumed. */
  readonly assumes?: string | undefined
  readonly sources: readonly Citation[]
}

const bases: readonly Basis[] = ['documented', 'observed', 'assumed']

/** Everything that has a basis, by kind. */
export const facts: Readonly<Record<string, readonly Fact[]>> = {
  Operations: operations,
  'Fields of nodes': Object.values(nodes).flatMap((node) =>
    Object.entries(node.fields)
      .filter(([, { notBuilt }]) => !notBuilt)
      .map(([field, own]) => ({ ...node, ...own, name: `${node.type}.${field}` })),
  ),
  Errors: Object.entries(errors).map(([name, error]) => ({ name, ...error })),
  'Fields of webhooks': webhooks.map(({ field, ...rest }) => ({ name: field, ...rest })),
  'Rules of clients and receivers': rules.map(({ id, ...rest }) => ({ name: id, ...rest })),
  'Duties of receivers': duties.map(({ id, explains, ...rest }) => ({ name: id, assumes: explains, ...rest })),
}

/** docs/fidelity.md: how sure what mmgraph does is, read off the registries. */
export function fidelityPage(): string {
  const captures = Object.keys(sources).filter((name) => name.startsWith('capture-')).length
  return [
    '# Fidelity',
    'Made from the registries by `npm run generate`; a test compares it.',
    INTRODUCTION.trim(),
    '## How much is how sure',
    table(['what', ...bases], Object.entries(facts).map(countRow)),
    `They cite ${Object.keys(sources).length} sources, ${captures} of which are bodies that somebody recorded from Graph and published. ` +
      `Where Meta contradicts itself or is silent on what matters, ${Object.keys(rulings).length} [rulings](rulings.md) each name the sides, and a world can take another.`,
    '## What is assumed',
    'Everything that no document and no capture gives, and why it was chosen so. Of errors, a documented or observed one may have an assumed part: the last column of [its row](../COVERAGE.md#errors).',
    ...Object.entries(facts).flatMap(([kind, all]) => assumedOf(kind, all)),
    '',
  ].join('\n\n')
}

const INTRODUCTION = `
mmgraph was compared with Meta's documents, with Meta's OpenAPI and SDK specs, and with published captures; never with a live
Graph. Each behaviour has a basis:

- *documented*: Meta writes it, and the source is cited.
- *observed*: no page writes it, but a body that Graph answered or posted was published.
- *assumed*: neither. The reason is given, here and in [COVERAGE.md](../COVERAGE.md).

An answer says its own, in headers that a client does not see: \`x-mmgraph-contract\` names the operation and its basis, and with
an error \`x-mmgraph-error\`, \`x-mmgraph-why\` and \`x-mmgraph-source\` say which one, why, and who says so. What Graph has and mmgraph
has not is answered with 501 and \`x-mmgraph: not-implemented\`, and stands in [COVERAGE.md](../COVERAGE.md#not-answered-yet).

To hold it to the real one: [\`mmgraph verify\`](verify.md) makes the same calls on Graph with a token of yours and shows the
differences, and [\`mmgraph drift\`](drift.md) compares Meta's published specs.
`

function countRow([kind, all]: [string, readonly Fact[]]): string[] {
  return [kind, ...bases.map((basis) => String(all.filter((fact) => fact.basis === basis).length))]
}

/** Names that share a reason stand in one row. */
function assumedOf(kind: string, all: readonly Fact[]): string[] {
  const assumed = all.filter(({ basis }) => basis === 'assumed')
  if (assumed.length === 0) return []
  const byReason = grouped(assumed, ({ assumes }) => assumes ?? '')
  const rows = [...byReason].map(([reason, same]) => [
    same.map(({ name }) => code(name)).join(' '),
    reason,
    links([...new Set(same.flatMap(({ sources: cited }) => cited))]),
  ])
  return [`### ${kind}`, table(['what', 'assumed, and why', 'nearest sources'], rows)]
}
