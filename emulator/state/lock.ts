import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { BrokenState, reasonOf } from './broken-state.ts'

/**
 * Two emulators that write one file would spoil it. The lock holds the id of the process; one of a process that is gone,
 * as after `kill -9`, is taken over.
 * @returns what gives it back
 * @throws BrokenState where another process has it, or it cannot be written
 */
export function lock(path: string): () => void {
  const file = `${path}.lock`
  if (!took(file)) {
    const holder = holderOf(file)
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      const advice = `If that is no mmgraph, remove ${file}; --state with another name begins anew`
      throw new BrokenState(`${path} is in use by the process ${holder}. ${advice}`)
    }
    rmSync(file, { force: true })
    if (!took(file)) throw new BrokenState(`${path} is in use by another process that began just now`)
  }
  let mine = true
  return () => {
    if (mine) rmSync(file, { force: true })
    mine = false
  }
}

/** Makes the lock; false where there is one. @throws BrokenState */
function took(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'EEXIST') return false
    throw new BrokenState(`${file} cannot be written: ${reason}`)
  }
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
    return reasonOf(error) === 'EPERM'
  }
}
