/** What may be a phone number or an id: nine digits and more, however they are written. */
const NUMBER = /\+?\d(?:[\s().-]{0,3}\d){8,}/g
/** What may be a secret: app tokens, and long words with letters and digits. */
const SECRET = /\b\d{6,}(?:\||%7C)[\w-]+|\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}/g

/** A text that tells no token and no whole number: of a number its last four digits stay. */
export function masked(text: string): string {
  return text.replaceAll(SECRET, '(secret)').replaceAll(NUMBER, (number) => `…${number.slice(-4)}`)
}
