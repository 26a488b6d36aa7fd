import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../../contracts/errors.ts'

/** Where people read more. @see sources status-webhook */
const HREF = '/documentation/business-messaging/whatsapp/support/error-codes'

/** An error of the catalogue as webhooks tell it: without type and trace, and without the number before its title. */
export function webhookErrorOf(name: ErrorName): object {
  const { code, message, details, webhook }: ErrorDefinition = errors[name]
  const title = webhook?.title ?? message.replace(/^\(#\d+\) /, '')
  const explained = webhook?.details ?? details
  return { code, title, message: title, ...(explained && { error_data: { details: explained } }), href: HREF }
}
