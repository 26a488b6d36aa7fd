import type { Finding } from '../../contracts/finding.ts'
import { nodes } from '../../contracts/nodes.ts'
import { problemsWith } from '../../contracts/validate.ts'
import type { Tried } from './call.ts'
import { finding } from './judge.ts'
import { at } from './pointer.ts'

/** What a list of nodes tells of them, held to the contract of the node: the schema of the list leaves it open. */
export function itemFindings(tried: Tried): Finding[] {
  const { lists } = tried.contract
  const data = at(tried.reply, '/data')
  if (tried.status !== 200 || !lists || !Array.isArray(data)) return []
  return data.flatMap((item, index) =>
    Object.entries(typeof item === 'object' && item !== null ? item : {}).flatMap(([key, value]) =>
      keyFindings(tried, lists, key, value, `/reply/data/${index}/${key}`),
    ),
  )
}

function keyFindings(tried: Tried, type: keyof typeof nodes, key: string, value: unknown, where: string): Finding[] {
  const field = nodes[type].fields[key]
  if (!field) return [finding(tried, 'field-is-known', where, `'${key}' came, which ${type} does not have`)]
  return problemsWith(field.schema, value).map(({ where: deeper, says }) =>
    finding(tried, 'reply-keeps-contract', `${where}${deeper}`, says, { source: nodes[type].sources[0] }),
  )
}
