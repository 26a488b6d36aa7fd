import { templateLimitOf, templatesOf } from './model/template.ts'
import type { WhatsAppBusinessAccount } from './world/entities.ts'
import type { MessageTemplate } from './world/template.ts'
import type { World } from './world/world.ts'

/** What an edge can tell of itself beside `total_count`, where `summary` names it; by the name of its operation. */
export const edgeSummaries: Readonly<Record<string, (node: never, world: World) => Readonly<Record<string, unknown>>>> =
  {
    getMessageTemplates: (account: WhatsAppBusinessAccount, world) => {
      const templates = templatesOf(world, account.id)
      return {
        message_template_count: templates.length,
        message_template_limit: templateLimitOf(world, account),
        are_translations_complete: areTranslated(templates),
      }
    },
  }

/** Whether every template is there in each of the languages that any has: assumed, the reference calls it a status. */
function areTranslated(templates: readonly MessageTemplate[]): boolean {
  const languages = new Set(templates.map(({ language }) => language))
  const names = new Set(templates.map(({ name }) => name))
  return templates.length === languages.size * names.size
}
