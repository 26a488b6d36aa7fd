import { createHmac } from 'node:crypto'
import type { Rulings } from '../../contracts/rulings.ts'

/** Signs the bytes that are sent, with the secret of the app that receives them. @see sources capture-signature */
export function signatures(body: string, secret: string, rulings: Rulings): Record<string, string> {
  const legacy = rulings['webhook-signature-sha1'] === 'both'
  return {
    'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    ...(legacy && { 'X-Hub-Signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}` }),
  }
}
