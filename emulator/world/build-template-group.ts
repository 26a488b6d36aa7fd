import { groupsOf, moveTemplate } from '../model/template-group.ts'
import { graphTime, minutes } from '../model/time.ts'
import type { AnyEntity } from './entities.ts'
import type { Row } from './file.ts'
import type { Building } from './row.ts'

/** A group of a row, with its templates. @throws BrokenWorld */
export function buildTemplateGroup(
  row: Row<'templateGroups'>,
  { id, world, ref, refs, moment, refuse }: Building,
): AnyEntity {
  const { account, name, description, templates, created } = row
  const accountId = ref('accounts', account, 'account')
  if (groupsOf(world, accountId).some((group) => group.name === name)) {
    refuse('name', `another group of the account is called '${name}'`)
  }
  for (const templateId of refs('templates', templates, 'templates')) {
    const template = world.need('WhatsAppBusinessHSM', templateId)
    if (template.accountId !== accountId) refuse('templates', `'${template.name}' is of another account`)
    if (template.groupId !== undefined && template.groupId !== id) {
      refuse('templates', `'${template.name}' is in another group, and a template is in one at a time`)
    }
    moveTemplate(world, template, id)
  }
  const at = graphTime(created ? moment(created, 'created') : world.now - minutes(60))
  return {
    nodeType: 'BusinessMessagingTemplateGroup',
    id,
    accountId,
    name,
    ...(description !== undefined && { description }),
    creation_time: at,
    update_time: at,
  }
}
