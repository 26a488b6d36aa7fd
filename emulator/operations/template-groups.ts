import {
  createTemplateGroup as creation,
  deleteTemplateGroup as deletion,
  getTemplateGroups as list,
  getTemplatesOfGroup as templates,
  updateTemplateGroup as update,
} from '../../contracts/operations/template-groups.ts'
import { done, implement } from '../implement.ts'
import {
  checkGroupName,
  checkIsFree,
  groupsOf,
  moveTemplate,
  namedTemplates,
  removeGroup,
  templatesIn,
} from '../model/template-group.ts'
import { graphTime } from '../model/time.ts'

export const getTemplateGroups = implement(list, ({ node, world }) => groupsOf(world, node.id))

export const createTemplateGroup = implement(creation, ({ node, params, world, now, fail }) => {
  const { name, description, whatsapp_business_templates: ids } = params
  if (description === undefined && world.rulings['template-group-description'] === 'required') {
    fail('parameter_required', 'description was not sent', { param: 'description' })
  }
  checkGroupName(world, { accountId: node.id, name }, fail)
  const members = namedTemplates(world, node.id, ids, fail)
  for (const template of members) checkIsFree(template, undefined, fail)
  const { id } = world.put({
    nodeType: 'BusinessMessagingTemplateGroup',
    id: world.ids.next(),
    accountId: node.id,
    name,
    ...(description !== undefined && { description }),
    creation_time: graphTime(now),
    update_time: graphTime(now),
  })
  for (const template of members) moveTemplate(world, template, id)
  return { id }
})

export const updateTemplateGroup = implement(update, ({ node, params, world, now, fail }) => {
  const { name = node.name, description = node.description, add_templates = [], remove_templates = [] } = params
  const both = add_templates.find((id) => remove_templates.includes(id))
  if (both !== undefined) fail('parameter_invalid', `${both} is in add_templates and in remove_templates`)
  checkGroupName(world, { ...node, name }, fail)
  const added = namedTemplates(world, node.accountId, add_templates, fail)
  const removed = namedTemplates(world, node.accountId, remove_templates, fail)
  for (const template of added) checkIsFree(template, node.id, fail)
  for (const template of added) moveTemplate(world, template, node.id)
  for (const template of removed) if (template.groupId === node.id) moveTemplate(world, template, undefined)
  world.put({
    ...node,
    name,
    ...(description !== undefined && { description }),
    update_time: graphTime(now),
  })
  return done
})

export const deleteTemplateGroup = implement(deletion, ({ node, world }) => {
  removeGroup(world, node)
  return done
})

export const getTemplatesOfGroup = implement(templates, ({ node, world }) => templatesIn(world, node))
