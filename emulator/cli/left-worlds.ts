import { hostname } from 'node:os'
import { hash } from '../../contracts/hash.ts'
import type { Fetch } from '../../scenarios/stage.ts'
import { VERIFY_WORLD } from '../verify/emulator-place.ts'

/** A name for this process among those of all machines: `1f3a9c02-4711`. */
export function ownerHere(): string {
  return `${machine()}-${process.pid}`
}

function machine(): string {
  return hash(hostname()).toString(16)
}

/**
 * Drops the worlds of verifications that were killed: those of a process of this machine that is there no longer. Those of
 * another machine are left alone, as nobody here can tell.
 * @returns their ids
 */
export async function dropLeft(url: string, fetch: Fetch): Promise<string[]> {
  const answer = await fetch(`${url}/_mmgraph/worlds`)
  const { data = [] } = (await answer.json()) as { data?: readonly { readonly id: string }[] }
  const left = data.map(({ id }) => id).filter(isLeft)
  for (const id of left) await fetch(`${url}/_mmgraph/worlds/${id}`, { method: 'DELETE' })
  return left
}

function isLeft(id: string): boolean {
  const [, owner, pid] = /-([0-9a-f]+)-(\d+)(?:-\d+)?$/.exec(id) ?? []
  return id.startsWith(VERIFY_WORLD) && owner === machine() && !isAlive(Number(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
