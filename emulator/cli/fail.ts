import { readFileSync } from 'node:fs'
import { complain } from './complaint.ts'

/** One line on stderr, exit code 2. */
export function fail(message: string): never {
  complain(message)
  process.exit(2)
}

/** The text of a file that a command was given; where it cannot be read the command fails. */
export function readOrFail(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return fail(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}
