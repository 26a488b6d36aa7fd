import type { Finding } from '../../contracts/finding.ts'
import type { Tried } from './call.ts'
import { differences, type ShapeDifference } from './differences.ts'
import { finding } from './judge.ts'
import { at } from './pointer.ts'
import { shapeOf } from './shape.ts'

/** An answer to compare with. */
export interface Other {
  readonly status: number
  readonly reply: unknown
}

/** What is compared with: how it is called, and the rule that a difference breaks. */
export interface Against {
  readonly called: string
  readonly rule: string
}

/** How an answer differs from another to the same call: its status, its error, what it looks like. */
export function compared(tried: Tried, other: Other, { called, rule }: Against): Finding[] {
  if (tried.status !== other.status) {
    const problem = `HTTP ${tried.status} came; it is HTTP ${other.status} with ${called}`
    // A real account may lack what the call needs; a wrong call is refused everywhere.
    const isOwn = tried.status !== 200 && tried.what === tried.contract.name
    return [finding(tried, rule, '/status', problem, { severity: isOwn ? 'warning' : 'error' })]
  }
  if (tried.status !== 200) return errorDifferences(tried, other, { called, rule })
  if (!tried.isJson) return []
  // What two runs may differ in by contract is not looked at.
  const paths = new Set((tried.contract.volatile ?? []).map((pointer) => pointer.replaceAll(/\/\d+/g, '/*')))
  return differences(shapeOf([tried.reply]), shapeOf([other.reply]), called)
    .filter(({ where, kind }) => kind !== 'word' || ![...paths].some((path) => where.startsWith(path)))
    .filter((difference) => !isOfPage(difference))
    .map(({ where, says, kind }) => finding(tried, rule, `/reply${where}`, says, { severity: SEVERITY[kind] }))
}

/** Which word comes is a matter of what the account is like; so is a key that only some nodes have. */
const SEVERITY = { missing: 'warning', added: 'warning', type: 'error', word: 'note' } as const

/** Whether there is another page is a matter of how many there are. */
const isOfPage = ({ where }: ShapeDifference): boolean => /\/paging(\/(next|previous))?$/.test(where)

function errorDifferences(tried: Tried, other: Other, { called, rule }: Against): Finding[] {
  return (['code', 'error_subcode', 'type'] as const).flatMap((key) => {
    const [mine, theirs] = [at(tried.reply, `/error/${key}`), at(other.reply, `/error/${key}`)]
    if (mine === theirs) return []
    const problem = `${key} ${mine ?? 'none'} came; it is ${theirs ?? 'none'} with ${called}`
    return [finding(tried, rule, `/reply/error/${key}`, problem)]
  })
}
