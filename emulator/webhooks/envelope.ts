/** One change about one account, as it is posted. Times in webhooks are whole seconds. @see sources account-update */
export function envelope(entryId: string, at: number, field: string, value: object): object {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: entryId, time: Math.floor(at / 1000), changes: [{ value, field }] }],
  }
}
