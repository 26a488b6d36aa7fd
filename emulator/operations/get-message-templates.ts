import { getMessageTemplates as contract } from '../../contracts/operations/get-message-templates.ts'
import { implement } from '../implement.ts'
import { templatesOf } from '../model/template.ts'
import { chosenTemplates } from '../model/template-filter.ts'

export const getMessageTemplates = implement(contract, ({ node, params, world, fail }) =>
  chosenTemplates(world, templatesOf(world, node.id), params, fail),
)
