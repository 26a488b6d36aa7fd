import { archivalOf } from '../model/template-archive.ts'
import { graphTime, minutes } from '../model/time.ts'
import type { AnyEntity } from './entities.ts'
import type { Row } from './file.ts'
import type { Building } from './row.ts'
import type { MessageTemplate, TemplateComponent } from './template.ts'
import type { World } from './world.ts'

/** What a template is where its row says nothing: approved, and of unknown quality. */
const DEFAULTS = { language: 'en_US', status: 'APPROVED', parameter_format: 'POSITIONAL', quality: 'UNKNOWN' } as const

/** What follows from a status where the row says nothing. */
const BY_STATUS: Readonly<Record<string, Partial<MessageTemplate>>> = {
  PENDING: {},
  REJECTED: { rejected_reason: 'INVALID_FORMAT' },
  PAUSED: { wasApproved: true, pauses: 1 },
}

/** A template of a row, an hour old and synced (where its business has signed) unless the row says otherwise. */
export function buildTemplate(row: Row<'templates'>, { id, world, ref, moment }: Building): AnyEntity {
  const { account, components, quality, created, lastSent, synced, syncFailed, pacingAfter, edited, ...more } = {
    ...DEFAULTS,
    ...row,
  }
  const { ad: _, adSet: __, campaign: ___, ...rest } = more
  const accountId = ref('accounts', account, 'account')
  const owner = world.need('Business', world.need('WhatsAppBusinessAccount', accountId).ownerId)
  const createdAt = created ? moment(created, 'created') : world.now - minutes(60)
  const isSynced = row.category === 'MARKETING' && (synced ?? owner.termsSignedAt !== undefined)
  const template: MessageTemplate = {
    rejected_reason: 'NONE',
    pauses: 0,
    ...(BY_STATUS[rest.status] ?? { wasApproved: true }),
    ...rest,
    nodeType: 'WhatsAppBusinessHSM',
    id,
    accountId,
    components: components as readonly TemplateComponent[],
    quality_score: { score: quality, date: Math.floor(createdAt / 1000) },
    last_updated_time: graphTime(createdAt),
    createdAt,
    ...(isSynced && { syncedAt: world.now }),
    ...(syncFailed && { syncFailed }),
    ...(lastSent && { lastSentAt: moment(lastSent, 'lastSent') }),
    editedAt: (edited ?? []).map((day) => moment(day, 'edited')),
    ...(pacingAfter !== undefined && { pacing: { after: pacingAfter, sent: 0 } }),
  }
  schedule(template, world)
  return template
}

/** What is due of a template that a world begins with: the end of its review, and a look into whether it is used. */
function schedule(template: MessageTemplate, world: World): void {
  const due = (at: number, name: string): void => {
    world.schedule({ at: Math.max(at, world.now), kind: 'happening', name, params: { template: template.id } })
  }
  const { after } = world.templateReview
  if (template.status === 'PENDING' && after !== undefined) due(world.now + after, 'template_review_ends')
  due(archivalOf(template), 'template_may_be_archived')
}
