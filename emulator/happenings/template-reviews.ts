import { rejectedReasons } from '../../contracts/nodes/message-template.ts'
import { noParams, text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { templateWith } from '../model/template.ts'
import { tellStatus } from '../model/template-news.ts'
import { approve, reject, submit, verdictOn } from '../model/template-review.ts'

const REASONS = [...rejectedReasons.filter((reason) => reason !== 'NONE'), 'INCORRECT_CATEGORY'] as const

export const templateIsReviewed = happening(
  {
    name: 'template_is_reviewed',
    says: 'Meta approves or rejects a template that is under review or in appeal, now',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: {
      type: 'object',
      properties: {
        decision: { enum: ['APPROVED', 'REJECTED'] },
        reason: { enum: REASONS },
        why: text,
        recommendation: text,
      },
      required: ['decision'],
    },
    sources: ['template-review', 'template-status-webhook'],
  },
  (call) => {
    const { nodes, params, refuse } = call
    const { id, name, status } = nodes.template
    const template = templateWith(call.world, id, 'PENDING', 'IN_APPEAL')
    if (!template) return refuse(`${name} is ${status}; only PENDING and IN_APPEAL ones are reviewed`)
    const { decision, reason = 'INVALID_FORMAT', why, recommendation } = params
    if (decision === 'APPROVED') approve(call, template)
    else reject(call, template, { decision, reason, ...(why && { why }), ...(recommendation && { recommendation }) })
    return { template: id, status: decision }
  },
)

export const templateReviewEnds = happening(
  {
    name: 'template_review_ends',
    says: 'The review of a template comes to its end by itself',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    internal: true,
    sources: ['template-review: Common rejection reasons'],
  },
  (call) => {
    const template = templateWith(call.world, call.nodes.template.id, 'PENDING', 'IN_APPEAL')
    if (!template) return undefined
    const verdict = verdictOn(call, template)
    if (verdict.decision === 'APPROVED') approve(call, template)
    else reject(call, template, verdict)
    return undefined
  },
)

export const templateRejectionIsAppealed = happening(
  {
    name: 'template_rejection_is_appealed',
    says: 'Somebody appeals in WhatsApp Manager against the rejection or the disabling of a template',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    sources: ['template-review: Appeals', 'template-pausing: Appeals'],
  },
  (call) => {
    const { world, nodes, now, refuse } = call
    const template = templateWith(world, nodes.template.id, 'REJECTED', 'DISABLED')
    if (!template) return refuse(`${nodes.template.name} is ${nodes.template.status}, neither REJECTED nor DISABLED`)
    const appealed = world.put({ ...template, status: 'IN_APPEAL', appealedFrom: template.status, wokenAt: now })
    tellStatus(call, appealed, 'IN_APPEAL')
    submit(call, appealed)
    return undefined
  },
)
