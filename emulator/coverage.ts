import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { errors } from '../contracts/errors.ts'
import { nodes } from '../contracts/nodes.ts'
import { notBuilt, notBuiltPaths, notBuiltTypes } from '../contracts/not-built.ts'
import type { OperationContract } from '../contracts/operation.ts'
import { operations } from '../contracts/operations.ts'
import type { Ruling } from '../contracts/ruling.ts'
import { rulings } from '../contracts/rulings.ts'
import { webhooks } from '../contracts/webhooks.ts'
import { happenings } from './happenings.ts'
import { code, links, table } from './markdown.ts'

/** COVERAGE.md: what is answered and what is not, read off the registries. */
export function coveragePage(): string {
  return [
    '# Coverage',
    'Made from the registries by `npm run generate`; a test compares it. A basis says how sure a thing is:',
    '*documented* (Meta writes it), *observed* (a captured body exists), *assumed* (neither; the reason is given).',
    '## Operations',
    table(['operation', 'call', 'basis', 'errors beyond the general', 'sources'], operations.map(operationRow)),
    '## Not answered yet',
    'Known to Graph, not built: HTTP 501 with `x-mmgraph: not-implemented`.',
    notBuiltList(),
    '## Happenings',
    table(
      ['happening', 'what', 'sources'],
      happenings.map(({ contract: { name, says, sources } }) => [code(name), says, links(sources)]),
    ),
    '## Webhooks',
    table(['field', 'event', 'cause', 'entry.id'], webhookRows()),
    '## Errors',
    table(['name', 'HTTP', 'code', 'message', 'basis', 'assumed in it'], Object.entries(errors).map(errorRow)),
    '## Rulings',
    'Where Meta contradicts itself. A world takes another side with `"rulings": {"name": "side"}` in its file.',
    ...Object.entries(rulings).map(rulingText),
    '',
  ].join('\n\n')
}

function operationRow({ name, method, on, edge, basis, errors: own, sources }: OperationContract): string[] {
  const path = edge ? `/{${on}}/${edge}` : `/{${on}}`
  return [name, code(`${method} ${path}`), basis, own.map(code).join(' '), links(sources)]
}

function notBuiltList(): string {
  const edges = Object.entries(notBuilt).flatMap(([type, known]) => {
    const calls = Object.entries(known).map(([edge, methods]) => `${edge} (${methods.join(', ')})`)
    return calls.length > 0 ? [`- **${type}**: ${calls.join(', ')}`] : []
  })
  const fields = Object.values(nodes).flatMap(({ type, fields: all }) => {
    const names = Object.keys(all).filter((name) => all[name]?.notBuilt)
    return names.length ? [`- fields of **${type}**: ${names.join(', ')}`] : []
  })
  return [
    ...edges,
    ...fields,
    ...Object.entries(notBuiltTypes).map(([type, edges]) => `- **${type}** (no such node yet): ${edges.join(', ')}`),
    `- paths: ${notBuiltPaths.map((path) => `/${path}`).join(', ')}`,
    '- writing to a node itself (`POST /{id}`, `DELETE /{id}`) where no operation above does, and the parameter `date_format`',
  ].join('\n')
}

function webhookRows(): string[][] {
  return webhooks.flatMap(({ field, events }) =>
    Object.entries(events).map(([event, { cause, entry }]) => [code(field), code(event), cause, entry]),
  )
}

function errorRow([name, error]: [string, ErrorDefinition]): string[] {
  const { status, code: number, subcode, message, basis, assumes = '' } = error
  return [code(name), String(status), subcode ? `${number}/${subcode}` : String(number), code(message), basis, assumes]
}

function rulingText([name, { question, sides, chosen, why }]: [string, Ruling]): string {
  const rows = Object.entries(sides).map(([side, { says, sources }]) => {
    const mark = side === chosen ? ' **(chosen)**' : ''
    return `- \`${side}\`${mark}: ${says}. ${links(sources)}`
  })
  return [`### ${name}`, `${question} ${why}`, rows.join('\n')].join('\n\n')
}
