/** Names of schemas, in every file that is made of the contracts. They may stand in a JSON pointer as they are. */

/** `sendMessage` -> `SendMessageParams`: query and body together. */
export const paramsName = (operation: string): string => `${capital(operation)}Params`

/** `sendMessage` -> `SendMessageReply` */
export const replyName = (operation: string): string => `${capital(operation)}Reply`

/** `messages`, `statuses: sent` -> `messages.statuses-sent`: the value of one change. */
export const webhookName = (field: string, event: string): string => `${field}.${event.replaceAll(/\W+/g, '-')}`

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
