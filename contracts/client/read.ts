import { rulingProblem } from '../ruling-problem.ts'
import { problemsWith } from '../validate.ts'
import { isVersion } from '../versions.ts'
import { type ClientContract, clientSchema, FORMAT } from './format.ts'

/** A file that is no client contract; the message says what is wrong, and where. */
export class BrokenClient extends Error {}

/** Reads a file of `mmgraph check --keep`. @param name what messages call it @throws BrokenClient */
export function readClient(name: string, text: string): ClientContract {
  const value = parse(name, text)
  checkFormat(name, value)
  const [problem] = problemsWith(clientSchema, value)
  if (problem) throw new BrokenClient(`${name}: ${problem.where || 'the file'} ${problem.says}`)
  const client = value as ClientContract
  checkNames(name, client)
  return client
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BrokenClient(`${name} is no JSON: ${(error as Error).message}`)
  }
}

function checkFormat(name: string, value: unknown): void {
  const format = typeof value === 'object' && value !== null && 'contract' in value ? value.contract : undefined
  if (format === FORMAT) return
  if (typeof format === 'number') {
    throw new BrokenClient(`${name} has format ${format}, and this mmgraph reads ${FORMAT}: keep it anew`)
  }
  throw new BrokenClient(
    `${name} is no client contract: "contract": ${FORMAT} is missing. mmgraph check --keep writes one`,
  )
}

/** What JSON schema cannot say. */
function checkNames(name: string, { graph, calls, webhooks }: ClientContract): void {
  const asked = [...calls, ...webhooks].map(({ version }) => version)
  const stranger = asked.find((version) => version !== 'none' && !isVersion(version))
  if (stranger) throw new BrokenClient(`${name}: ${stranger} is no version of Graph`)
  if (Number.isNaN(Date.parse(graph.day))) throw new BrokenClient(`${name}: /graph/day ${graph.day} is no day`)
  for (const [ruling, side] of Object.entries(graph.rulings)) {
    const problem = rulingProblem(ruling, side)
    if (problem) throw new BrokenClient(`${name}: /graph/rulings: ${problem}`)
  }
}
