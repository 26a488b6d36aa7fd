import type { PlacedStep } from './check-step.ts'
import { filled, type Words } from './words.ts'

/** The body of a call. */
export interface Body {
  readonly type?: string | undefined
  readonly bytes?: string | Uint8Array<ArrayBuffer>
  /** What a shell can send of it; a file stands by its size. */
  readonly shown?: string
}

/** What a step says of its body. */
export type BodyParts = Pick<PlacedStep, 'body' | 'form' | 'files' | 'raw'>

type File = NonNullable<PlacedStep['raw']>

/** Between the parts of a multipart body: always the same, so that two plays are. */
const BOUNDARY = 'part-of-a-scenario'

/** The one body that a step has. @throws UnknownWord */
export function bodyOf({ body, form, files, raw }: BodyParts, words: Words): Body {
  if (files) return multipart(filled(form ?? {}, words) as object, filled(files, words) as Record<string, File>)
  if (form) return plain('application/x-www-form-urlencoded', encoded(filled(form, words) as object))
  if (raw) return rawBody(filled(raw, words) as File)
  if (body === undefined) return {}
  const whole = filled(body, words)
  return plain('application/json', typeof whole === 'string' ? whole : JSON.stringify(whole))
}

/** Values as a form or a query has them: what is no text is JSON. */
export function encoded(values: object): string {
  return new URLSearchParams(texts(values)).toString()
}

const texts = (values: object): [string, string][] =>
  Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])

const plain = (type: string, text: string): Body => ({ type, bytes: text, shown: text })

const contentOf = ({ text = '', bytes }: File): Uint8Array<ArrayBuffer> =>
  bytes === undefined ? new TextEncoder().encode(text) : new Uint8Array(bytes)

const shownOf = (file: File): string => file.text ?? `${file.bytes ?? 0} bytes`

const rawBody = (file: File): Body => ({
  type: file.type ?? 'application/octet-stream',
  bytes: contentOf(file),
  shown: shownOf(file),
})

function multipart(form: object, files: Readonly<Record<string, File>>): Body {
  const head = (about: string): string => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${about}\r\n`
  const fields = texts(form).map(([key, value]) => `${head(`name="${key}"`)}\r\n${value}\r\n`)
  const parts = Object.entries(files).map(([key, file]): [string, File] => [
    `${head(`name="${key}"; filename="${file.name ?? key}"`)}${file.type ? `Content-Type: ${file.type}\r\n` : ''}\r\n`,
    file,
  ])
  const end = `--${BOUNDARY}--\r\n`
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: joined([fields.join(''), ...parts.flatMap(([about, file]) => [about, contentOf(file), '\r\n']), end]),
    shown: `${fields.join('')}${parts.map(([about, file]) => `${about}${shownOf(file)}\r\n`).join('')}${end}`,
  }
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const all = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of all) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
