import { timeless } from './webhooks.ts'

/** One change about one account, as it is posted. Times in webhooks are whole seconds. @see sources account-update */
export function envelope(entryId: string, at: number, field: string, value: object): object {
  const entry = { id: entryId, ...(!timeless.includes(field) && { time: Math.floor(at / 1000) }) }
  return { object: 'whatsapp_business_account', entry: [{ ...entry, changes: [{ value, field }] }] }
}
