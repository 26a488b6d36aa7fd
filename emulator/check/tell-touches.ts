import { openSync, writeSync } from 'node:fs'
import type { Reading } from '../../contracts/client/format.ts'
import { touched } from '../../contracts/client/touch.ts'
import type { TouchSubject } from './touch-subject.ts'

/** Watches a value that was parsed of a body. */
export type Watch = (value: unknown, subject: TouchSubject) => unknown

/**
 * Tells each touch once, and at once, so that nothing is lost however the process ends: a line of JSON, appended to a file.
 * A client must not fail because nobody can be told.
 */
export function tellTo(file: string): Watch {
  // Tests put other things in the places of these.
  const { stringify } = JSON
  const write = writeSync
  const handle = openSync(file, 'a')
  const tell = (line: object): void => {
    try {
      write(handle, `${stringify(line)}\n`)
    } catch {
      // The parent has gone, or the disk is full.
    }
  }
  return (value, subject) => {
    const told = new Set<string>()
    tell(subject)
    return touched(value, (path: string, how: Reading) => {
      const key = `${how} ${path}`
      if (told.has(key)) return
      told.add(key)
      tell({ ...subject, path, how })
    })
  }
}
