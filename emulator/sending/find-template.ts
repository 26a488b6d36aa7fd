import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import type { RefuseSend } from './refusals.ts'

/**
 * The template that a send names, where it can be sent.
 * @throws Failure template_not_found, template_paused, template_disabled
 * @see sources template-management: status
 */
export function findTemplate(
  name: string,
  language: string,
  account: WhatsAppBusinessAccount,
  world: World,
  fail: RefuseSend,
): MessageTemplate {
  const template = world.templates.find(account.id, name, language)
  if (template?.status === 'PAUSED') fail('template_paused', `the template ${template.id} is paused for its quality`)
  if (template?.status === 'DISABLED') fail('template_disabled', `the template ${template.id} was paused too often`)
  if (template?.status === 'APPROVED') return template
  const why = template ? `it is ${template.status}; only APPROVED ones are sent` : known(account, name, world)
  return fail('template_not_found', `the template ${name} in ${language}: ${why}`, { name, language })
}

function known({ id }: WhatsAppBusinessAccount, name: string, world: World): string {
  const languages = world.templates.languagesOf(id, name)
  return languages.length ? `the account has it in ${languages.join(', ')}` : 'the account has none of this name'
}
