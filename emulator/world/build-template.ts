import { graphTime, minutes } from '../model/time.ts'
import type { AnyEntity } from './entities.ts'
import type { Row } from './file.ts'
import type { Building } from './row.ts'
import type { TemplateComponent } from './template.ts'

/** What a template is where its row says nothing: approved, and of unknown quality. */
const DEFAULTS = { language: 'en_US', status: 'APPROVED', parameter_format: 'POSITIONAL', quality: 'UNKNOWN' } as const

/** A template of a row, an hour old and synced (where its business has signed) unless the row says otherwise. */
export function buildTemplate(row: Row<'templates'>, { id, world, ref, moment }: Building): AnyEntity {
  const { account, components, quality, created, lastSent, synced, syncFailed, pacingAfter, ...rest } = {
    ...DEFAULTS,
    ...row,
  }
  const accountId = ref('accounts', account, 'account')
  const owner = world.need('Business', world.need('WhatsAppBusinessAccount', accountId).ownerId)
  const createdAt = created ? moment(created, 'created') : world.now - minutes(60)
  const isSynced = row.category === 'MARKETING' && (synced ?? owner.termsSignedAt !== undefined)
  return {
    ...rest,
    nodeType: 'WhatsAppBusinessHSM',
    id,
    accountId,
    components: components as readonly TemplateComponent[],
    quality_score: { score: quality, date: Math.floor(createdAt / 1000) },
    rejected_reason: 'NONE',
    last_updated_time: graphTime(createdAt),
    createdAt,
    ...(isSynced && { syncedAt: world.now }),
    ...(syncFailed && { syncFailed }),
    ...(lastSent && { lastSentAt: moment(lastSent, 'lastSent') }),
    editedAt: [],
    pauses: 0,
    ...(pacingAfter !== undefined && { pacing: { after: pacingAfter, sent: 0 } }),
  }
}
