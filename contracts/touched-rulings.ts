import type { ErrorDefinition } from './errors/definition.ts'
import { type ErrorName, errors } from './errors.ts'
import { nodes } from './nodes.ts'
import { operations } from './operations.ts'
import { type RulingName, rulings } from './rulings.ts'

/** What a client met: operations that it called, errors that it got, fields of webhooks that were posted to it. */
export interface Met {
  readonly operations: ReadonlySet<string>
  readonly errors: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  /** The HTTP statuses that its receivers answered. */
  readonly answers: ReadonlySet<number>
}

/** The rulings on what webhooks of a field say, and when they come. */
const OF_FIELDS: Readonly<Record<string, readonly RulingName[]>> = {
  account_update: [
    'ad-account-linked',
    'account-update-routing',
    'account-update-entry',
    'app-uninstalled-shape',
    'waba-webhook-order',
    'coexistence-removal',
    'obo-transfer-webhook',
    'terms-signed-timing',
  ],
  messages: ['status-conversation', 'status-order', 'bsuid-in-webhooks', 'parent-bsuid', 'number-change-message'],
  user_preferences: ['bsuid-in-webhooks'],
  history: ['override-fields'],
  smb_app_state_sync: ['override-fields'],
  smb_message_echoes: ['override-fields'],
  phone_number_quality_update: ['quality-update-limit'],
  business_capability_update: ['capability-limit-type'],
  message_template_status_update: ['template-webhook-language', 'template-disable-date', 'template-quality-field'],
  message_template_quality_update: ['template-webhook-language', 'template-quality-field'],
  message_template_components_update: ['template-webhook-language'],
  template_category_update: ['template-webhook-language'],
  template_correct_category_detection: ['template-webhook-language'],
}

/** Of any webhook, of one that was not taken, and of one that was answered 2xx other than 200. */
const OF_ALL: readonly RulingName[] = ['webhook-signature-sha1', 'webhook-batching', 'development-mode']
const OF_UNTAKEN: readonly RulingName[] = ['webhook-retry-window', 'webhook-retry-recipients']
const OF_OTHER_SUCCESS: readonly RulingName[] = ['webhook-success-status']

/** The reading of a node is an operation whose contract names no rulings of single fields. */
const OF_READING: Readonly<Record<string, readonly RulingName[]>> = { [nodes.Business.read]: ['mm-status-time'] }

/** The rulings whose other side what was met could have looked different under. */
export function touchedRulings(met: Met): RulingName[] {
  const called = operations.filter(({ name }) => met.operations.has(name))
  const touched = new Set<RulingName>([
    ...called.flatMap((operation) => [...(operation.rulings ?? []), ...(OF_READING[operation.name] ?? [])]),
    ...[...met.errors].flatMap(ofError),
    ...[...met.fields].flatMap((field) => OF_FIELDS[field] ?? []),
    ...ofAnswers(met),
  ])
  return (Object.keys(rulings) as RulingName[]).filter((name) => touched.has(name))
}

function ofError(name: string): RulingName[] {
  const definition: ErrorDefinition | undefined = errors[name as ErrorName]
  const ofSubcode: RulingName[] = definition?.subcode === undefined ? [] : ['error-subcode']
  return [...(Object.keys(definition?.under ?? {}) as RulingName[]), ...ofSubcode]
}

function ofAnswers({ fields, answers }: Met): RulingName[] {
  const statuses = [...answers]
  const isSuccess = (status: number): boolean => status >= 200 && status < 300
  return [
    ...(fields.size > 0 ? OF_ALL : []),
    ...(statuses.some((status) => !isSuccess(status)) ? OF_UNTAKEN : []),
    ...(statuses.some((status) => isSuccess(status) && status !== 200) ? OF_OTHER_SUCCESS : []),
  ]
}
