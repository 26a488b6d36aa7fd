import type { Step } from '../format.ts'
import type { Phrases } from './phrases.ts'
import type { Content, Pair } from './request.ts'
import type { SentBody, SentFile } from './session.ts'

type File = NonNullable<Step['raw']>

/** The keys of a step that send a body. */
export type BodyStep = Pick<Step, 'body' | 'form' | 'files' | 'raw' | 'headers'>

const FORM = 'application/x-www-form-urlencoded'

export function bodyStep(content: Content, phrases: Phrases): BodyStep {
  if (content.kind === 'none') return {}
  if (content.kind === 'json') return { body: phrases.value(content.value) as object }
  return content.kind === 'form' ? formStep(content.pairs, phrases) : otherStep(content, phrases)
}

function otherStep({ sent, type }: Extract<Content, { kind: 'other' }>, phrases: Phrases): BodyStep {
  if ('text' in sent) return { raw: { type: type ?? '', text: phrases.text(sent.text) } }
  if ('tooLarge' in sent) return { raw: { type: type ?? FORM, bytes: sent.tooLarge + 1 } }
  return 'file' in sent ? fileStep(sent, phrases) : filesStep(sent, phrases)
}

function fileStep({ file, offset }: Extract<SentBody, { readonly file: SentFile }>, phrases: Phrases): BodyStep {
  const { name: _, ...raw } = fileOf(file, phrases)
  return { raw, ...(offset !== undefined && { headers: { file_offset: offset } }) }
}

function filesStep(
  { fields, files = [] }: Extract<SentBody, { readonly fields: unknown }>,
  phrases: Phrases,
): BodyStep {
  const inChunks = files.some(([, file]) => file.inChunks)
  return {
    ...(fields.length > 0 && { form: valuesOf(fields, phrases) }),
    files: Object.fromEntries(files.map(([name, file]) => [phrases.text(name), fileOf(file, phrases)])),
    ...(inChunks && { headers: { 'transfer-encoding': 'chunked' } }),
  }
}

/** What says one thing twice goes as it stands. */
function formStep(pairs: readonly Pair[], phrases: Phrases): BodyStep {
  const isOnce = new Set(pairs.map(([name]) => name)).size === pairs.length
  return isOnce ? { form: valuesOf(pairs, phrases) } : { raw: { type: FORM, text: inOne(pairs, phrases) } }
}

function valuesOf(pairs: readonly Pair[], phrases: Phrases): Record<string, string> {
  return Object.fromEntries(pairs.map(([name, value]) => [phrases.text(name), phrases.text(value, name)]))
}

/** Pairs as one text; names stay readable in it. */
export function inOne(pairs: readonly Pair[], phrases: Phrases): string {
  const said = pairs.map(([name, value]) => `${coded(name)}=${coded(phrases.text(value, name))}`)
  return said.join('&')
}

const coded = (text: string): string => encodeURIComponent(text).replaceAll(/%7B([a-z][a-z0-9_]*)%7D/g, '{$1}')

/** A text that is longer stands by its size, as pictures do. */
const LONGEST = 2000

function fileOf({ name, type, base64 }: SentFile, phrases: Phrases): File {
  const bytes = Buffer.from(base64, 'base64')
  const text = bytes.toString('utf8')
  const isText = bytes.length <= LONGEST && isReadable(text) && Buffer.from(text).equals(bytes)
  return { type, name: phrases.text(name), ...(isText ? { text: phrases.text(text) } : { bytes: bytes.length }) }
}

/** No byte of a picture. */
const isReadable = (text: string): boolean => !/[\p{Cc}\uFFFD]/u.test(text.replaceAll(/[\t\n\r]/g, ''))
