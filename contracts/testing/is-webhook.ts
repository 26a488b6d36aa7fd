import { checkWebhook } from '../check-webhook.ts'
import { instead } from '../nearest.ts'
import { webhooks } from '../webhooks.ts'
import { type Verdict, verdict } from './verdict.ts'

/** One change of a body, and where it stands. */
interface Change {
  readonly where: string
  readonly field: unknown
  readonly value: unknown
}

/**
 * Whether a body that was posted, as it came or parsed, tells a change of a field, and as its contract has it.
 * @param event one of the field's, as COVERAGE.md lists them: `MM_LITE_TERMS_SIGNED`; any where absent
 */
export function isWebhook(body: unknown, field: string, event?: string): Verdict {
  const unknown = unknownName(field, event)
  if (unknown) return verdict([unknown], 'there is no such webhook', '')
  const what = `it is no webhook ${field}${event ? ` ${event}` : ''}:`
  const changes = changesOf(body)
  if (changes.length === 0) return verdict(['it has no entry with changes'], what, '')
  const own = changes.filter((change) => change.field === field)
  if (own.length === 0) return verdict([`its fields are ${changes.map((one) => one.field).join(', ')}`], what, '')
  const results = own.map((change) => problemsOf(change, field, event)).sort((a, b) => a.length - b.length)
  return verdict(results[0] ?? [], what, `it is a webhook ${field}${event ? ` ${event}` : ''}`)
}

function unknownName(field: string, event: string | undefined): string | undefined {
  const contract = webhooks.find((known) => known.field === field)
  if (!contract) {
    const fields = webhooks.map((known) => known.field)
    return `of the field ${field} there is no contract; ${instead(field, fields)}`
  }
  const events = Object.keys(contract.events)
  if (event === undefined || events.includes(event)) return undefined
  return `${field} has no event ${event}; ${instead(event, events)}`
}

function problemsOf({ where, value }: Change, field: string, event: string | undefined): string[] {
  const found = checkWebhook(field, value)
  if (!found) return [`${where}: the field has no contract`]
  if (event !== undefined && found.event !== event) return [`${where}: it is ${found.event}`]
  return found.problems.map((problem) => `${where}/value${problem.where} ${problem.says}`)
}

function changesOf(body: unknown): Change[] {
  const entries = listIn(parsed(body), 'entry')
  return entries.flatMap((entry, at) =>
    listIn(entry, 'changes').map((change, index) => {
      const { field, value } = (change ?? {}) as { readonly field?: unknown; readonly value?: unknown }
      return { where: `/entry/${at}/changes/${index}`, field, value }
    }),
  )
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = (value as Record<string, unknown> | null | undefined)?.[key]
  return Array.isArray(list) ? list : []
}
