import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import type { TemplateWork } from '../model/template.ts'
import { tellQuality } from '../model/template-news.ts'
import { pauseForPacing } from '../model/template-quality.ts'
import { dropHeld, releaseHeld } from '../sending/held.ts'
import type { MessageTemplate } from '../world/template.ts'

const nodes = { template: 'WhatsAppBusinessHSM' } as const

export const templatePacingIsDecided = happening(
  {
    name: 'template_pacing_is_decided',
    says: 'Meta knows what people think of a paced template: held messages go out, or fail with 132015 and it is paused',
    nodes,
    params: { type: 'object', properties: { quality: { enum: ['GOOD', 'BAD'] } }, required: ['quality'] },
    sources: ['template-pacing'],
  },
  (context) => {
    const { nodes: found, params, refuse } = context
    if (found.template.pacing?.heldSince === undefined) refuse('with.template: nothing is held of it')
    return params.quality === 'GOOD' ? release(context, found.template) : drop(context, found.template)
  },
)

export const templatePacingIsOverdue = happening(
  {
    name: 'template_pacing_is_overdue',
    says: 'Nobody decided on a paced template in time: what is held goes out',
    nodes,
    params: noParams,
    internal: true,
    sources: ['template-pacing: deadline'],
  },
  (context) => {
    const { template } = context.nodes
    return template.pacing?.heldSince === undefined ? undefined : release(context, template)
  },
)

function release(work: TemplateWork, template: MessageTemplate): object {
  const { pacing: _, ...rest } = template
  const before = template.quality_score.score
  const date = Math.floor(work.world.now / 1000)
  const good = work.world.put({ ...rest, quality_score: { score: 'GREEN', date } } satisfies MessageTemplate)
  if (before !== 'GREEN') tellQuality(work, good, before)
  return { released: releaseHeld(work.world, template.id) }
}

/** Once it is unpaused it is paced anew. */
function drop(work: TemplateWork, template: MessageTemplate): object {
  const dropped = dropHeld(work.world, template.id)
  const before = template.quality_score.score
  const date = Math.floor(work.world.now / 1000)
  const pacing = { after: template.pacing?.after ?? 0, sent: 0 }
  const bad = work.world.put({ ...template, quality_score: { score: 'RED', date }, pacing } satisfies MessageTemplate)
  if (before !== 'RED') tellQuality(work, bad, before)
  pauseForPacing(work, bad)
  return { dropped }
}
