import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { nodeId, noParams, pageParams, success, text } from '../shapes.ts'

const auth = { permissions: ['whatsapp_business_management'] } as const
const name = { type: 'string', minLength: 1, maxLength: 256 } as const
const description = { type: 'string', maxLength: 512 } as const
const ids = { type: 'array', items: text } as const
const changelog = 'whatsapp-changelog'

/**
 * The groups of an account, the newest last. The page does not tell of it: that a group looks there as it does alone is
 * assumed.
 */
export const getTemplateGroups = defineOperation({
  name: 'getTemplateGroups',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'template_groups',
  auth,
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'BusinessMessagingTemplateGroup',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: [changelog, 'codegen: template_groups', 'client-template-groups'],
})

/** Makes a group of templates that are in none. A template of another account is said not to be there: assumed. */
export const createTemplateGroup = defineOperation({
  name: 'createTemplateGroup',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'template_groups',
  auth,
  params: {
    type: 'object',
    properties: { name, description, whatsapp_business_templates: { ...ids, minItems: 1 } },
    required: ['name', 'whatsapp_business_templates'],
  },
  reply: { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
  errors: ['parameter_required', 'template_group_name_taken', 'template_in_another_group', 'template_missing'],
  rulings: ['template-group-description'],
  volatile: ['/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['template-groups: Create a template group', 'codegen: template_groups', changelog],
})

/**
 * Changes name and description of a group, and adds and takes out templates. What no page says, and is taken so: to add a
 * template that is in the group, and to take out one that is not, makes no difference; one that is named in both lists is
 * refused.
 */
export const updateTemplateGroup = defineOperation({
  name: 'updateTemplateGroup',
  method: 'POST',
  on: 'BusinessMessagingTemplateGroup',
  auth,
  params: { type: 'object', properties: { name, description, add_templates: ids, remove_templates: ids } },
  reply: success,
  errors: ['parameter_invalid', 'template_group_name_taken', 'template_in_another_group', 'template_missing'],
  live: 'test-account',
  basis: 'documented',
  sources: ['template-groups: Update a template group', changelog, 'client-template-groups'],
})

/** Deletes a group and none of its templates. That its metrics can be asked for no longer is assumed. */
export const deleteTemplateGroup = defineOperation({
  name: 'deleteTemplateGroup',
  method: 'DELETE',
  on: 'BusinessMessagingTemplateGroup',
  auth,
  params: noParams,
  reply: success,
  errors: [],
  live: 'test-account',
  basis: 'documented',
  sources: ['template-groups: Delete a template group', changelog, 'client-template-groups'],
})

/** The templates of a group, the newest last. Reading the group gives their first page, from which this is read off. */
export const getTemplatesOfGroup = defineOperation({
  name: 'getTemplatesOfGroup',
  method: 'GET',
  on: 'BusinessMessagingTemplateGroup',
  edge: 'whatsapp_business_templates',
  auth,
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'WhatsAppBusinessHSM',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['template-groups: Get a template group'],
})
