import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { CannotDrive } from '../../contracts/receiver.ts'

const run = promisify(exec)
/** Milliseconds that the command may take. */
const PATIENCE = 10_000

/**
 * Counts with a command of the shell, which must print a number.
 * @throws CannotDrive where it does not, the first time and later
 */
export async function countWith(command: string): Promise<() => Promise<number>> {
  const count = async (): Promise<number> => {
    const printed = await run(command, { timeout: PATIENCE }).then(
      ({ stdout }) => stdout.trim(),
      (error: { code?: number | string }) => {
        throw new CannotDrive(`--count: the command failed (${error.code ?? 'it took too long'})`)
      },
    )
    if (/^\d{1,15}$/.test(printed)) return Number(printed)
    throw new CannotDrive('--count: the command must print a number and nothing else')
  }
  await count()
  return count
}
