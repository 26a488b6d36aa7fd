import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { BrokenState } from './append-file.ts'

/**
 * Two emulators that write one file would spoil it. The lock holds the id of the process; one of a process that is gone,
 * as after `kill -9`, is taken over.
 * @returns what gives it back
 * @throws BrokenState where another process has it
 */
export function lock(path: string): () => void {
  const file = `${path}.lock`
  const holder = holderOf(file)
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new BrokenState(`${path} is in use by the process ${holder}; --state with another name begins anew`)
  }
  writeFileSync(file, `${process.pid}\n`)
  return () => rmSync(file, { force: true })
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
