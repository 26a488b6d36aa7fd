/** Prints a document on stdout. A reader that has seen enough, as `head`, is no reason to complain. */
export function printJson(document: object): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
}
