/** A state file that cannot be used as it is; the message says where and why. It is left as it was. */
export class BrokenState extends Error {}

/** What the system says of a file, in its short form: `ENOSPC`, `EROFS`. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
