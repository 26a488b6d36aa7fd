import type { Reading } from '../../contracts/client/format.ts'
import type { Touched } from '../../contracts/client/reads.ts'
import type { TouchLine } from './touch-subject.ts'

/** What a client touched: of each reply and webhook whose body it was seen to parse. */
export interface TouchReport {
  readonly ofReply: (world: string, trace: string) => readonly Touched[] | undefined
  /** By the header X-Hub-Signature-256. */
  readonly ofWebhook: (signature: string) => readonly Touched[] | undefined
}

/** Reads what `touch-preload` wrote. A line that a process could not end is left out. */
export function readTouches(text: string): TouchReport {
  const replies = new Map<string, Touched[]>()
  const webhooks = new Map<string, Touched[]>()
  for (const line of text.split('\n').flatMap(parsed)) {
    const [map, key] = 'trace' in line ? [replies, `${line.world} ${line.trace}`] : [webhooks, line.signature]
    const touched = map.get(key) ?? []
    map.set(key, touched)
    if (line.path !== undefined && line.how) touched.push({ path: line.path, how: line.how as Reading })
  }
  return {
    ofReply: (world, trace) => replies.get(`${world} ${trace}`),
    ofWebhook: (signature) => webhooks.get(signature),
  }
}

/** For a client in which nothing can be seen. */
export const nothingSeen: TouchReport = readTouches('')

function parsed(line: string): TouchLine[] {
  try {
    return line ? [JSON.parse(line)] : []
  } catch {
    return []
  }
}
