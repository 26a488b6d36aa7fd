import { qualityScores } from '../../contracts/nodes/message-template.ts'
import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { templateWith } from '../model/template.ts'
import { endPause, setQuality } from '../model/template-quality.ts'

export const templateQualityChanges = happening(
  {
    name: 'template_quality_changes',
    says: 'People like or dislike a template; RED pauses it for 3 hours, then for 6, then disables it',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: { type: 'object', properties: { score: { enum: qualityScores } }, required: ['score'] },
    sources: ['template-pausing', 'template-quality-webhook'],
  },
  (call) => {
    const { nodes, params, refuse } = call
    const { name, quality_score } = nodes.template
    if (quality_score.score === params.score) return refuse(`the quality of ${name} is ${params.score} already`)
    const { status } = setQuality(call, nodes.template, params.score)
    return { status }
  },
)

export const templatePauseEnds = happening(
  {
    name: 'template_pause_ends',
    says: 'The pause of a template is over',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    internal: true,
    sources: ['template-pausing: Unpausing'],
  },
  (call) => {
    const template = templateWith(call.world, call.nodes.template.id, 'PAUSED')
    if (template?.pausedUntil !== undefined && template.pausedUntil <= call.now) endPause(call, template)
    return undefined
  },
)
