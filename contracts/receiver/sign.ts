import type { Bench } from './bench.ts'

/** How a webhook is signed: as Meta does, or wrongly. */
export type SignatureName =
  | 'right'
  | 'upper-case'
  | 'sha1-only'
  | 'none'
  | 'wrong'
  | 'other-secret'
  | 'other-body'
  | 'without-digits'
  | 'too-short'
  | 'no-hex'
  | 'empty'

type Signer = (body: string, secret: string, hmac: Bench['hmac']) => Readonly<Record<string, string>>

const sha256 = (value: string): Readonly<Record<string, string>> => ({ 'X-Hub-Signature-256': value })

/** What no app has as its secret. */
const OTHER_SECRET = 'not-the-secret-of-this-app'

const SIGNERS: Readonly<Record<SignatureName, Signer>> = {
  right: (body, secret, hmac) => ({
    ...sha256(`sha256=${hmac('sha256', secret, body)}`),
    'X-Hub-Signature': `sha1=${hmac('sha1', secret, body)}`,
  }),
  'upper-case': (body, secret, hmac) => sha256(`sha256=${hmac('sha256', secret, body).toUpperCase()}`),
  'sha1-only': (body, secret, hmac) => ({ 'X-Hub-Signature': `sha1=${hmac('sha1', secret, body)}` }),
  none: () => ({}),
  wrong: () => sha256(`sha256=${'0123456789abcdef'.repeat(4)}`),
  'other-secret': (body, secret, hmac) => sha256(`sha256=${hmac('sha256', `${OTHER_SECRET}${secret.length}`, body)}`),
  // The body of somebody who can see one webhook and changes a digit of it.
  'other-body': (body, secret, hmac) => sha256(`sha256=${hmac('sha256', secret, body.replace(/\d(?=\D*$)/, changed))}`),
  'without-digits': () => sha256('sha256='),
  'too-short': () => sha256('sha256=00'),
  'no-hex': () => sha256(`sha256=${'z'.repeat(64)}`),
  empty: () => sha256(''),
}

function changed(digit: string): string {
  return String((Number(digit) + 1) % 10)
}

/** The headers that sign a body so. @see sources webhooks-endpoint: Validation */
export function signed(name: SignatureName, body: string, secret: string, hmac: Bench['hmac']): Record<string, string> {
  return { ...SIGNERS[name](body, secret, hmac) }
}
