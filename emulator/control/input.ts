import type { Context } from 'hono'
import type { JsonSchema, Static } from '../../contracts/schema.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { isRecord, parseJson } from '../body.ts'

/** Bad input to the control API: answered with a status and one sentence that names the field and what is allowed. */
export class BadInput extends Error {
  readonly status: 400 | 404 | 409

  constructor(message: string, status: 400 | 404 | 409 = 400) {
    super(message)
    this.status = status
  }
}

/** The JSON body of a call, held to a schema. An absent body is `{}`. @throws BadInput */
export async function bodyOf<const S extends JsonSchema>(context: Context, schema: S): Promise<Static<S>> {
  const text = await context.req.text()
  if (text.length > MOST_READ) throw new BadInput(`The body is larger than ${MOST_READ} bytes, the most that is read.`)
  const value = text.trim() ? parseJson(text) : {}
  if (value instanceof SyntaxError) throw new BadInput(`The body is no JSON: ${value.message}.`)
  if (!isRecord(value)) throw new BadInput('The body must be a JSON object.')
  const [problem] = problemsWith(schema, value)
  if (!problem) return value as Static<S>
  const where = problem.where ? problem.where.slice(1).replaceAll('/', '.') : 'The body'
  throw new BadInput(`${where}: ${problem.says}.`)
}

/** The most of a body that the control API reads. */
const MOST_READ = 4_194_304

/**
 * Entries of a log, oldest first, chosen by the query: one of the named fields with a value, and `limit` (100 where absent,
 * 1000 at most). The newest, or those that came next `after` a number, so that a caller can go through all of them.
 * @param order `newest` entries where nothing else is said, or the `first`; a list whose rows have no number takes no `after`
 * @throws BadInput
 */
export function chosen<E extends object>(
  context: Context,
  entries: readonly E[],
  filters: readonly string[],
  order: 'newest' | 'first' | 'unnumbered' = 'newest',
): E[] {
  const { limit = '100', ...given } = context.req.query()
  const { after, ...wanted } = given
  const known = order === 'unnumbered' ? [...filters, 'limit'] : [...filters, 'after', 'limit']
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown) throw new BadInput(`${unknown}: no such filter; there are ${known.join(', ')}.`)
  if (after !== undefined && !/^\d{1,9}$/.test(after)) throw new BadInput(`after: '${after}' is no number.`)
  const most = Number(limit)
  if (!/^\d{1,4}$/.test(limit) || most < 1 || most > 1000)
    throw new BadInput(`limit: must be 1 to 1000, not '${limit}'.`)
  const found = entries
    .filter((entry) => after === undefined || (entry as { n: number }).n > Number(after))
    .filter((entry) => Object.entries(wanted).every(([key, value]) => String(entry[key as keyof E]) === value))
  return after !== undefined || order === 'first' ? found.slice(0, most) : found.slice(-most)
}
