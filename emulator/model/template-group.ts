import type { Fail } from '../failure.ts'
import type { Carrier } from '../world/metrics.ts'
import type { Counter, Tally } from '../world/tally.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { TemplateGroup } from '../world/template-group.ts'
import type { World } from '../world/world.ts'
import { everyTemplateOf, templatesOf } from './template.ts'
import { hasClicks } from './template-subjects.ts'

/** The groups of an account, oldest first. */
export function groupsOf(world: World, accountId: string): TemplateGroup[] {
  return world.list('BusinessMessagingTemplateGroup').filter((group) => group.accountId === accountId)
}

/** The templates of a group, oldest first. One that is deleted is there no longer: assumed, as it is in no other list. */
export function templatesIn(world: World, { id, accountId }: TemplateGroup): MessageTemplate[] {
  return templatesOf(world, accountId).filter(({ groupId }) => groupId === id)
}

/** Puts a template into a group, or takes it out of its group. */
export function moveTemplate(world: World, template: MessageTemplate, groupId: string | undefined): void {
  const { groupId: _, ...rest } = template
  world.put(groupId === undefined ? rest : { ...rest, groupId })
}

/** Takes a group out of the world, and every template out of the group. */
export function removeGroup(world: World, group: TemplateGroup): void {
  for (const template of everyTemplateOf(world, group.accountId)) {
    if (template.groupId === group.id) moveTemplate(world, template, undefined)
  }
  world.remove(group)
}

/** The templates of an account that ids name, each once. @throws Failure template_missing */
export function namedTemplates(
  world: World,
  accountId: string,
  ids: readonly string[],
  fail: Fail<'template_missing'>,
): MessageTemplate[] {
  return [...new Set(ids)].map((id) => {
    const template = world.get('WhatsAppBusinessHSM', id)
    const isThere = template?.accountId === accountId && template.deletedAt === undefined
    return isThere ? template : fail('template_missing', `${accountId} has no template ${id}`, { template: id })
  })
}

/** @throws Failure template_in_another_group */
export function checkIsFree(
  { id, name, groupId }: MessageTemplate,
  group: string | undefined,
  fail: Fail<'template_in_another_group'>,
): void {
  if (groupId !== undefined && groupId !== group) {
    fail('template_in_another_group', `${name} (${id}) is in the group ${groupId}`)
  }
}

/** @throws Failure template_group_name_taken */
export function checkGroupName(
  world: World,
  { accountId, name, id }: { readonly accountId: string; readonly name: string; readonly id?: string },
  fail: Fail<'template_group_name_taken'>,
): void {
  const other = groupsOf(world, accountId).find((group) => group.name === name && group.id !== id)
  if (other) fail('template_group_name_taken', `the group ${other.id} of the account has the name ${name}`)
}

/**
 * Counts something of a template, and of the group that it is in at that moment, where it stays.
 * @see sources template-groups: Limitations
 */
export function countTemplate(
  world: World,
  templateId: string,
  carrier: Carrier,
  on: { readonly utc: number; readonly local: number },
  what: Tally,
  adId?: string,
): void {
  world.metrics.count(templateId, carrier, on, what, adId)
  const template = world.get('WhatsAppBusinessHSM', templateId)
  if (template?.groupId === undefined) return
  world.metrics.count(template.groupId, carrier, on, hasClicks(template) ? what : withoutButtons(what))
}

/** A group cannot tell later which template a tap was of. @see sources waba-analytics: Template group analytics */
function withoutButtons(what: Tally): Tally {
  const kept = Object.entries(what).filter(([counter]) => !counter.includes('_button/'))
  return Object.fromEntries(kept) as Readonly<Partial<Record<Counter, number>>>
}
