import { deleteMessageTemplates as contract } from '../../contracts/operations/delete-message-templates.ts'
import { type Context, done, implement } from '../implement.ts'
import { templatesOf } from '../model/template.ts'
import { deleteTemplate } from '../model/template-deletion.ts'
import type { MessageTemplate } from '../world/template.ts'

type Deletion = Context<typeof contract>
const MOST = 100

export const deleteMessageTemplates = implement(contract, (call) => {
  const { params, fail } = call
  const meant = params.hsm_ids ? byIds(call, params.hsm_ids) : byName(call)
  const disabled = meant.find(({ status }) => status === 'DISABLED')
  if (disabled) fail('template_status_fixed', `${disabled.name} (${disabled.language}) is disabled and stays`)
  for (const template of meant) deleteTemplate(call, template)
  return done
})

function byIds(call: Deletion, ids: readonly string[]): MessageTemplate[] {
  const { params, fail } = call
  if (params.name !== undefined || params.hsm_id !== undefined) {
    fail('parameter_invalid', 'hsm_ids cannot be combined with name or hsm_id')
  }
  if (ids.length === 0 || ids.length > MOST) fail('parameter_invalid', `hsm_ids has ${ids.length} ids; 1 to ${MOST}`)
  return [...new Set(ids)].map((id) => known(call).find((template) => template.id === id) ?? missing(call, id))
}

function byName(call: Deletion): MessageTemplate[] {
  const { params, fail } = call
  const { name, hsm_id: id } = params
  if (name === undefined) return fail('parameter_required', 'neither name nor hsm_ids was sent', { param: 'name' })
  const named = known(call).filter((template) => template.name === name)
  const meant = id === undefined ? named : named.filter((template) => template.id === id)
  return meant.length > 0 ? meant : missing(call, id ?? name)
}

/** Those that can still be deleted. */
function known({ world, node }: Deletion): MessageTemplate[] {
  return templatesOf(world, node.id).filter(({ deletedAt }) => deletedAt === undefined)
}

function missing({ fail, node }: Deletion, template: string): never {
  return fail('template_missing', `the account ${node.id} has no template ${template}`, { template })
}
