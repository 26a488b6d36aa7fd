import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { templateWith } from '../model/template.ts'
import { archivalOf, archive, watchActivity } from '../model/template-archive.ts'
import { deleteTemplate } from '../model/template-deletion.ts'
import { tellStatus } from '../model/template-news.ts'

export const templateMayBeArchived = happening(
  {
    name: 'template_may_be_archived',
    says: 'A template that nobody used for 12 months is archived',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    internal: true,
    sources: ['template-archival: Auto-archival'],
  },
  (call) => {
    const { template } = call.nodes
    if (template.deletedAt !== undefined || template.status === 'ARCHIVED') return undefined
    if (archivalOf(template) > call.now) watchActivity(call, template)
    else archive(call, template)
    return undefined
  },
)

export const archivedTemplateIsDeleted = happening(
  {
    name: 'archived_template_is_deleted',
    says: 'A template that was in the archive for 28 days is deleted',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: { type: 'object', properties: { since: { type: 'integer' } }, required: ['since'] },
    internal: true,
    sources: ['template-archival: Post-archival deletion'],
  },
  (call) => {
    const template = templateWith(call.world, call.nodes.template.id, 'ARCHIVED')
    if (template?.archived?.at === call.params.since) deleteTemplate(call, template)
    return undefined
  },
)

export const templateDeletionEnds = happening(
  {
    name: 'template_deletion_ends',
    says: 'A template whose messages were still delivered for 30 days is gone',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    internal: true,
    sources: ['template-management: Delete template limitations'],
  },
  (call) => {
    const template = templateWith(call.world, call.nodes.template.id, 'PENDING_DELETION')
    if (template) tellStatus(call, call.world.put({ ...template, status: 'DELETED' }), 'DELETED')
    return undefined
  },
)

export const templateAdSyncFails = happening(
  {
    name: 'template_ad_sync_fails',
    says: 'The ads of a marketing template cannot be made: the Marketing Messages API can never send it',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    sources: ['mm-support', 'error-codes: 134102'],
  },
  ({ nodes: { template }, world, refuse }) => {
    if (template.category !== 'MARKETING') return refuse(`${template.name} is ${template.category}; it has no ads`)
    world.put({ ...template, syncFailed: true })
    return undefined
  },
)
