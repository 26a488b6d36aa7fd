import type { FailFreeForm } from './free-form-setting.ts'

/** A button or a row, as customers tap it. */
export interface Titled {
  readonly id: string
  readonly title: string
}

/** Bold, italic, struck through or monospaced, as WhatsApp writes it. */
const MARKDOWN = /(^|\W)([*_~])\S(?:.*\S)?\2(\W|$)|```/

/** Titles of buttons: plain, and each its own. @see sources capture-button-markdown, capture-button-duplicate */
export function checkTitles(buttons: readonly Titled[], fail: FailFreeForm): void {
  const wrong = (details: string): never => fail('message_parameter_wrong', details, { details })
  if (buttons.some(({ title }) => MARKDOWN.test(title))) wrong('Markdown is not allowed for button title')
  if (repeats(buttons.map(({ title }) => title))) wrong('Duplicate button title')
  if (repeats(buttons.map(({ id }) => id))) wrong('Duplicate button id')
}

/** Whether two are the same, but for spaces around them and the size of their letters. */
export function repeats(values: readonly string[]): boolean {
  return new Set(values.map((value) => value.trim().toLowerCase())).size < values.length
}
