import {
  archiveMessageTemplates as archiving,
  unarchiveMessageTemplates as unarchiving,
} from '../../contracts/operations/archive-message-templates.ts'
import type { Fail } from '../failure.ts'
import { implement } from '../implement.ts'
import { type TemplateWork, templatesOf } from '../model/template.ts'
import { archive, unarchive } from '../model/template-archive.ts'
import type { MessageTemplate } from '../world/template.ts'

const MOST = 100

export const archiveMessageTemplates = implement(archiving, (call) => {
  const { done, failed } = each(call, call.node.id, call.params.hsm_ids, call.fail, (template) => {
    if (template.status === 'ARCHIVED') return 'The template is archived already.'
    if (template.deletedAt !== undefined) return 'The template is being deleted.'
    archive(call, template)
    return undefined
  })
  return { archived_templates: done, failed_templates: failed }
})

export const unarchiveMessageTemplates = implement(unarchiving, (call) => {
  const { done, failed } = each(call, call.node.id, call.params.hsm_ids, call.fail, (template) => {
    if (template.status !== 'ARCHIVED') return 'The template is not archived.'
    unarchive(call, template)
    return undefined
  })
  return { unarchived_templates: done, failed_templates: failed }
})

/** Does it to each template by itself; what cannot be done stands beside, with its reason (the words are assumed). */
function each(
  { world }: TemplateWork,
  account: string,
  ids: readonly string[],
  fail: Fail<'parameter_invalid'>,
  act: (template: MessageTemplate) => string | undefined,
): { done: string[]; failed: Record<string, string> } {
  if (ids.length === 0 || ids.length > MOST) fail('parameter_invalid', `hsm_ids has ${ids.length} ids; 1 to ${MOST}`)
  const done: string[] = []
  const failed: Record<string, string> = {}
  for (const id of new Set(ids)) {
    const template = templatesOf(world, account).find((one) => one.id === id)
    const problem = template ? act(template) : 'The template does not exist.'
    if (problem === undefined) done.push(id)
    else failed[id] = problem
  }
  return { done, failed }
}
