import type { Source } from '../source.ts'
import { addressOf, type Citation, type SourceName, sources } from '../sources.ts'

/** A citation spelled out. Without `url` the document has no address, and `address` tells what it is. */
export interface Cited {
  readonly citation: Citation
  readonly title: string
  /** The day of the page, as far as it is known: `2025-12-10`, `2026`. */
  readonly date: string
  readonly url?: string
  /** Where in it. */
  readonly place?: string
  readonly address: string
}

/** The document behind `guide: Eligible end business`, for those who read a report. */
export function cited(citation: Citation): Cited {
  const [name, ...rest] = citation.split(': ')
  const { title, date, url }: Source = sources[name as SourceName]
  const place = rest.join(': ')
  return { citation, title, date, ...(url && { url }), ...(place && { place }), address: addressOf(citation) }
}

/** `Send marketing messages, Errors (2025-12-10) https://…`, on one line. */
export function citedText(citation: Citation): string {
  const { title, date, url, place } = cited(citation)
  return `${title}${place ? `, ${place}` : ''} (${date})${url ? ` ${url}` : ''}`
}
