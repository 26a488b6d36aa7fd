import { editTemplate as contract } from '../../contracts/operations/edit-template.ts'
import { editLimits, maxPriceDays } from '../../contracts/template-rules.ts'
import { today } from '../../contracts/versions.ts'
import { type Context, done, implement } from '../implement.ts'
import { missetting } from '../model/template-draft.ts'
import { checkMove, contentOf, resubmit } from '../model/template-making.ts'
import { tellComponents, tellStatus } from '../model/template-news.ts'
import { readSettings } from '../model/template-settings.ts'
import { days, graphTime, hours } from '../model/time.ts'
import type { MessageTemplate } from '../world/template.ts'

type Edit = Context<typeof contract>

export const editTemplate = implement(contract, (call) => {
  const { node, params, world, now, fail } = call
  checkStatus(call)
  const { category = node.category, parameter_format = node.parameter_format } = params
  const components =
    params.components && contentOf(params.components, { category, parameter_format, language: node.language }, fail)
  if (!components) checkMove(node, category, fail)
  const settings = readSettings(world, params, category, fail)
  const { message_send_ttl_seconds: ttl, ...rest } = node
  const edited: MessageTemplate = {
    ...rest,
    // The range of a TTL is that of the category.
    ...(ttl !== undefined && category === node.category && { message_send_ttl_seconds: ttl }),
    category,
    ...(components && { components, parameter_format }),
    ...settings,
    last_updated_time: graphTime(now),
    wokenAt: now,
    ...countEdit(call),
    ...(settings.optimization_spec && countPrice(call)),
  }
  if (!components && category === node.category) {
    world.put(edited)
    return done
  }
  const pending = resubmit(call, edited, node.category)
  if (components) tellComponents(call, pending)
  tellStatus(call, pending, 'PENDING')
  return done
})

const EDITABLE: readonly string[] = ['APPROVED', 'REJECTED', 'PAUSED']

function checkStatus({ node, params, world, fail }: Edit): void {
  const isAllowed = node.status === 'DISABLED' && world.rulings['template-disabled-edit'] === 'allowed'
  if (!EDITABLE.includes(node.status) && !isAllowed) {
    fail('template_status_fixed', `the template is ${node.status}; only ${EDITABLE.join(', ')} ones can be edited`)
  }
  if (node.status === 'APPROVED' && params.category && params.category !== node.category) {
    fail('template_status_fixed', 'the category of an approved template cannot be edited')
  }
}

/** Edits of what a message says count, and how long it lives; those of an approved template are limited. */
function countEdit({ node, params, now, fail }: Edit): Partial<MessageTemplate> {
  const counts = params.components ?? params.category ?? params.message_send_ttl_seconds
  if (counts === undefined || node.status !== 'APPROVED') return {}
  const recent = node.editedAt.filter((at) => now - at < days(30))
  const { perDay, perMonth } = editLimits
  if (recent.filter((at) => now - at < days(1)).length >= perDay || recent.length >= perMonth) {
    fail(
      'template_status_fixed',
      `an approved template is edited ${perDay} time a day and ${perMonth} times in 30 days`,
    )
  }
  return { editedAt: [...recent, now] }
}

/** Of 100 edits an hour and 2,400 a day the hour alone is counted: whoever keeps it keeps the day. @see ruling template-max-price-later */
function countPrice({ node, world, now, fail }: Edit): Partial<MessageTemplate> {
  const mayAdd =
    world.rulings['template-max-price-later'] === 'in-place' && today(world.graphNow) >= maxPriceDays.firstInPlace
  if (!node.optimization_spec && !mayAdd)
    missetting('A max price cannot be added to a template made without one.', fail)
  const recent = (node.pricedAt ?? []).filter((at) => now - at < hours(1))
  if (recent.length >= editLimits.pricePerHour) {
    fail('template_status_fixed', `a max price was edited ${recent.length} times within an hour`)
  }
  return { pricedAt: [...recent, now] }
}
