import type { Drive } from './drive.ts'

const MOST = 60
/** Digits enough to be the number of somebody. */
const NUMBER = /\d{11,}/g

/** Quotes what a receiver answered, up to some letters, without the secrets of the drive and without numbers of people. */
export function quoteOf({ secret, verifyToken }: Pick<Drive, 'secret' | 'verifyToken'>): (text: string) => string {
  const secrets = [secret, verifyToken].filter((known) => known !== undefined && known !== '')
  return (text) => {
    const plain = secrets.reduce<string>((left, known) => left.replaceAll(String(known), '(secret)'), text)
    const short = plain.length > MOST ? `${plain.slice(0, MOST)}…` : plain
    return JSON.stringify(short.replace(NUMBER, (digits) => `${digits.slice(0, 4)}…`))
  }
}
