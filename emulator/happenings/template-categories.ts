import { templateCategories } from '../../contracts/nodes/message-template.ts'
import { flag } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { templateWith } from '../model/template.ts'
import { moveToCategory } from '../model/template-category.ts'
import { tellCorrectCategory, tellImpending } from '../model/template-news.ts'
import { hours, startOfNextMonth } from '../model/time.ts'

const category = { enum: templateCategories } as const

export const templateCategoryIsCorrected = happening(
  {
    name: 'template_category_is_corrected',
    says: 'Meta finds that an approved template is of another category: told 24 hours before, or at once',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: { type: 'object', properties: { category, at_once: flag }, required: ['category'] },
    sources: ['template-categorization: Automatic category updates', 'template-category-webhook'],
  },
  (call) => {
    const { nodes, params, world, now, refuse } = call
    const template = templateWith(world, nodes.template.id, 'APPROVED')
    if (!template) return refuse(`${nodes.template.name} is ${nodes.template.status}; only APPROVED ones are corrected`)
    if (template.category === params.category) return refuse(`${template.name} is of the category ${params.category}`)
    // One that should be of authentication is rejected, on the first day of the next month.
    const notice = params.category === 'AUTHENTICATION' ? startOfNextMonth(now) - now : hours(24)
    const corrected = world.put({ ...template, correct_category: params.category })
    if (params.at_once) {
      moveToCategory(call, corrected, params.category)
      return { at: now }
    }
    tellImpending(call, corrected, params.category, now + notice)
    call.later(notice, 'template_category_changes', { template: template.id, category: params.category })
    return { at: now + notice }
  },
)

export const templateCategoryChanges = happening(
  {
    name: 'template_category_changes',
    says: 'The category of a template changes as it was told',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: { type: 'object', properties: { category }, required: ['category'] },
    internal: true,
    sources: ['template-categorization: Automatic category updates'],
  },
  (call) => {
    const { nodes, params, world } = call
    const template = templateWith(world, nodes.template.id, 'APPROVED')
    if (template && template.correct_category === params.category) moveToCategory(call, template, params.category)
    return undefined
  },
)

export const templateIsFoundMiscategorized = happening(
  {
    name: 'template_is_found_miscategorized',
    says: 'Meta tells which category it takes a template to be of; nothing else changes',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: { type: 'object', properties: { category }, required: ['category'] },
    sources: ['meta-whatsapp-rs: TemplateCorrectCategoryDetectionValue'],
  },
  (call) => {
    const template = call.world.put({ ...call.nodes.template, correct_category: call.params.category })
    tellCorrectCategory(call, template, call.params.category)
    return undefined
  },
)
