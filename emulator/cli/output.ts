/**
 * What becomes of a command whose output nobody takes. A reader that has seen enough, as `head`, is no reason to complain:
 * the command goes on in silence, as it may have files to write. Anything else, as a disk that is full, ends it with 2.
 */
export function watchOutput(): void {
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    process.stderr.write(`mmgraph: stdout cannot be written: ${message}\n`)
    process.exit(2)
  })
}
