import { createMessageTemplate as contract } from '../../contracts/operations/create-message-template.ts'
import { promotionalWords } from '../../contracts/template-rules.ts'
import { type Context, implement } from '../implement.ts'
import { isForbidden } from '../model/restrictions.ts'
import { templatesOf } from '../model/template.ts'
import { libraryComponents } from '../model/template-library.ts'
import { contentOf, makeTemplate, type Wish } from '../model/template-making.ts'
import { checkNaming, languageName } from '../model/template-naming.ts'
import { assignedCategory } from '../model/template-review.ts'
import { readSettings } from '../model/template-settings.ts'

type Creation = Context<typeof contract>

export const createMessageTemplate = implement(contract, (call) => {
  checkName(call)
  const needsReview = call.params.library_template_name === undefined
  const wish = wishOf(call)
  checkCategory(call, wish)
  const { id, status, category } = makeTemplate(call, wish, needsReview)
  return { id, status, category }
})

function checkCategory({ node, now, fail }: Creation, { category }: Wish): void {
  if (category === 'UTILITY' && isForbidden(node, 'RESTRICTED_UTILITY_TEMPLATES', now)) {
    fail(
      'account_blocked_for_policy',
      `the account ${node.id} makes no utility templates: RESTRICTED_UTILITY_TEMPLATES`,
    )
  }
}

function checkName({ node, params, world, fail }: Creation): void {
  const { name, language, category } = params
  const same = templatesOf(world, node.id).find((template) => template.name === name && template.language === language)
  if (same && same.deletedAt === undefined) {
    fail('template_exists', `${name} in ${language} is the template ${same.id}`, { language: languageName(language) })
  }
  checkNaming(world, { account: node, name, language, category }, fail)
}

function wishOf(call: Creation): Wish {
  const { node, params, world, fail } = call
  const { name, language, category: asked, library_template_name, sub_category } = params
  // What Meta writes counts its variables.
  const isWritten = asked !== 'AUTHENTICATION' && library_template_name === undefined
  const parameter_format = (isWritten && params.parameter_format) || 'POSITIONAL'
  const components = componentsOf(call, parameter_format)
  const words = [...world.templateReview.promotionalWords, ...(params.allow_category_change ? promotionalWords : [])]
  const category = assignedCategory({ components }, asked, words)
  return {
    accountId: node.id,
    name,
    language,
    category,
    parameter_format,
    components,
    ...readSettings(world, params, category, fail),
    ...(sub_category && { sub_category }),
    ...(library_template_name && { library_template_name }),
  }
}

function componentsOf({ params, fail }: Creation, parameter_format: Wish['parameter_format']): Wish['components'] {
  const { components = [], library_template_name: library, category, language } = params
  if (library) return libraryComponents(params, fail)
  if (components.length === 0) fail('template_components_missing', 'neither components nor a library template is named')
  return contentOf(components, { category, language, parameter_format }, fail)
}
