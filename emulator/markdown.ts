import { addressOf, type Citation, type SourceName } from '../contracts/sources.ts'

/** A table, its cells as they are but for the bars in them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Where what was cited can be read. */
export function links(citations: readonly Citation[]): string {
  return citations
    .map((citation) => {
      const [name] = citation.split(': ')
      const address = addressOf(name as SourceName)
      return address.startsWith('http') ? `[${citation}](${address})` : `${citation} (${address})`
    })
    .join(', ')
}

export function code(text: string): string {
  return `\`${text}\``
}
