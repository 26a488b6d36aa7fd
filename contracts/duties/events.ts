import type { Duty } from '../duty.ts'
import { eventGroups } from '../receiver/events.ts'

/** What a field has of its own that receivers stumble over. */
const WARNINGS: Readonly<Record<string, string>> = {
  account_update: 'There is no metadata and no phone number in it: code that reads those of every webhook fails here.',
  'messages: statuses': 'There is no list of messages beside the statuses.',
  'messages: errors': 'There are neither messages nor statuses in it.',
  message_template_status_update: 'Ids of templates are numbers here, and reason may be null.',
  user_preferences: 'Times are numbers here, and texts in statuses.',
}

/** One duty for each group of events: a value of every shape that their contracts have. */
export const eventDuties: readonly Duty[] = eventGroups.map(({ name, contract, events }) => ({
  id: `event-${name.replaceAll(': ', '-').replaceAll('_', '-')}`,
  title: `Takes every event of ${name}`,
  explains: `These are ${events.join(', ')}. ${WARNINGS[name] ?? 'What is not taken is sent again for 7 days.'}`,
  severity: 'error',
  basis: contract.basis,
  sources: contract.sources,
  needs: ['signature-good'],
  steps: [{ send: 'webhook', body: `event: ${name}`, owes: 'taken' }],
}))
