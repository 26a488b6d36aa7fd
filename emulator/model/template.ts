import { templateCaps } from '../../contracts/template-rules.ts'
import type { Effects } from '../effects.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { MessageTemplate, TemplateComponent } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { accountsOwnedBy } from './accounts.ts'

/** The world and what a change of a template sets going. */
export interface TemplateWork extends Pick<Effects, 'later' | 'notify'> {
  readonly world: World
}

/** The templates of an account, oldest first; without those that are deleted, which only their name remembers. */
export function templatesOf(world: World, accountId: string): MessageTemplate[] {
  return everyTemplateOf(world, accountId).filter(({ status }) => status !== 'DELETED')
}

/** With those that are deleted. */
export function everyTemplateOf(world: World, accountId: string): MessageTemplate[] {
  return world.list('WhatsAppBusinessHSM').filter((template) => template.accountId === accountId)
}

/** A template that has not changed its status since it was looked at; anything else is no business of the caller. */
export function templateWith(
  world: World,
  id: string | undefined,
  ...statuses: readonly MessageTemplate['status'][]
): MessageTemplate | undefined {
  const template = world.get('WhatsAppBusinessHSM', id)
  return template && statuses.includes(template.status) ? template : undefined
}

/** How many templates an account may have. @see ruling template-limit */
export function templateLimitOf(world: World, account: WhatsAppBusinessAccount): number {
  if (world.rulings['template-limit'] === 'error-page') return templateCaps.unverified
  const owner = world.need('Business', account.ownerId)
  const accounts = accountsOwnedBy(world, owner.id).map(({ id }) => id)
  const hasName = world
    .list('WhatsAppBusinessAccountToNumberCurrentStatus')
    .some((number) => accounts.includes(number.accountId) && number.name_status === 'APPROVED')
  return owner.verification_status === 'verified' && hasName ? templateCaps.verified : templateCaps.unverified
}

export function componentOf(
  template: Pick<MessageTemplate, 'components'>,
  type: string,
): TemplateComponent | undefined {
  return template.components.find((component) => component.type === type)
}

/** All the words of a template, for those who search in them. */
export function wordsOf({ components }: Pick<MessageTemplate, 'components'>): string {
  return components
    .flatMap(({ text, buttons = [], cards = [] }) => [
      text,
      ...buttons.map((button) => button.text),
      ...cards.map((card) => wordsOf(card)),
    ])
    .filter((text) => text !== undefined)
    .join('\n')
}
