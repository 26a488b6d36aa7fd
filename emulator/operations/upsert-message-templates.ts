import { upsertMessageTemplates as contract } from '../../contracts/operations/upsert-message-templates.ts'
import { type Context, implement } from '../implement.ts'
import { templatesOf } from '../model/template.ts'
import { authenticationComponents, readAuthentication } from '../model/template-authentication.ts'
import { makeTemplate, type Wish } from '../model/template-making.ts'
import { checkLanguage, checkNaming } from '../model/template-naming.ts'
import { tellComponents } from '../model/template-news.ts'
import { readSettings } from '../model/template-settings.ts'
import { graphTime } from '../model/time.ts'
import type { MessageTemplate } from '../world/template.ts'

type Upsert = Context<typeof contract>

export const upsertMessageTemplates = implement(contract, (call) => {
  const { params, world, fail } = call
  const choice = readAuthentication(params.components, fail)
  const settings = readSettings(world, params, 'AUTHENTICATION', fail)
  const data = params.languages.map((language) => {
    const wish: Wish = {
      accountId: call.node.id,
      name: params.name,
      language,
      category: 'AUTHENTICATION',
      parameter_format: 'POSITIONAL',
      components: authenticationComponents(choice, language),
      ...settings,
    }
    const { id, status } = upsert(call, wish)
    return { id, status, language }
  })
  return { data }
})

function upsert(call: Upsert, wish: Wish): MessageTemplate {
  const { node, world, now, fail } = call
  const { name, language, category } = wish
  const there = templatesOf(world, node.id).find(
    (template) => template.name === name && template.language === language && template.deletedAt === undefined,
  )
  if (!there) {
    checkNaming(world, { account: node, name, language, category }, fail)
    return makeTemplate(call, wish, false)
  }
  checkLanguage(language, fail)
  if (there.category !== category) {
    const why = `${name} in ${language} exists as ${there.category}`
    fail('template_category_mismatch', why, { category, existing: there.category })
  }
  const updated = world.put({ ...there, ...wish, last_updated_time: graphTime(now), wokenAt: now })
  tellComponents(call, updated)
  return updated
}
