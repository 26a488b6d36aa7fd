/** One change about one account, as it is posted. Times in webhooks are whole seconds. @see sources account-update */
export function envelope(entryId: string, at: number, field: string, value: object): object {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: entryId, time: Math.floor(at / 1000), changes: [{ value, field }] }],
  }
}

/**
 * JSON as Meta posts it: pure ASCII with lower-case escapes, and slashes escaped. What is signed is this text.
 * @see sources published-clients 33, webhooks-endpoint
 */
export function serialise(body: object): string {
  return JSON.stringify(body)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
