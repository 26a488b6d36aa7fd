/** Prints a document on stdout. @param oneLine as `--json` asks for; else it is laid out for people */
export function printJson(document: object, oneLine = false): void {
  process.stdout.write(`${oneLine ? JSON.stringify(document) : JSON.stringify(document, null, 2)}\n`)
}
