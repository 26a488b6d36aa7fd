import { creativeFeatures } from '../../contracts/creative-features.ts'
import type { Static } from '../../contracts/schema.ts'
import type { templateSettings } from '../../contracts/template-params.ts'
import { maxPriceDays, ttlRanges } from '../../contracts/template-rules.ts'
import { today } from '../../contracts/versions.ts'
import { isRecord } from '../body.ts'
import type { Fail } from '../failure.ts'
import type { MessageTemplate, OptimizationSpec, TemplateCategory } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { missetting } from './template-draft.ts'

type Settings = { readonly [K in keyof typeof templateSettings]?: Static<(typeof templateSettings)[K]> | undefined }
type SettingFail = Fail<'template_setting_invalid'>
type Read = Pick<
  MessageTemplate,
  'message_send_ttl_seconds' | 'cta_url_link_tracking_opted_out' | 'degrees_of_freedom_spec' | 'optimization_spec'
>

/**
 * The settings of a template beside its components.
 * @throws Failure template_setting_invalid
 * @see sources time-to-live, send-marketing-messages, mm-pricing
 */
export function readSettings(
  world: World,
  params: Settings,
  category: TemplateCategory,
  fail: SettingFail,
): Partial<Read> {
  const { message_send_ttl_seconds: ttl, cta_url_link_tracking_opted_out: optedOut } = params
  if (ttl !== undefined) checkTtl(world, ttl, category, fail)
  const freedom = params.degrees_of_freedom_spec && readFreedom(params.degrees_of_freedom_spec, fail)
  const price = readMaxPrice(world, params, category, fail)
  return {
    ...(ttl !== undefined && { message_send_ttl_seconds: ttl }),
    ...(optedOut !== undefined && { cta_url_link_tracking_opted_out: optedOut }),
    ...(freedom && { degrees_of_freedom_spec: freedom }),
    ...(price && { optimization_spec: price }),
  }
}

/** @see ruling template-ttl */
function checkTtl(world: World, seconds: number, category: TemplateCategory, fail: SettingFail): void {
  if (world.rulings['template-ttl'] === 'sample') return
  const { least, most, unlimited } = ttlRanges[category]
  if ((seconds >= least && seconds <= most) || (unlimited && seconds === -1)) return
  const also = unlimited ? ', or -1' : ''
  missetting(
    `message_send_ttl_seconds of a ${category} template is ${least} to ${most}${also}; it is ${seconds}.`,
    fail,
  )
}

/** What is written as an object is read back as a list with keys in upper case. @see sources send-marketing-messages */
function readFreedom(spec: Readonly<Record<string, unknown>>, fail: SettingFail): object {
  const { creative_features_spec: features } = spec
  if (!isRecord(features)) return missetting('degrees_of_freedom_spec needs creative_features_spec, an object.', fail)
  return {
    creative_features_spec: Object.entries(features).map(([name, value]) => {
      const known: readonly string[] = creativeFeatures
      if (!known.includes(name)) missetting(`There is no creative feature ${name}.`, fail)
      const status = isRecord(value) ? value.enroll_status : undefined
      if (status !== 'OPT_IN' && status !== 'OPT_OUT')
        missetting(`${name} needs enroll_status OPT_IN or OPT_OUT.`, fail)
      return { key: name.toUpperCase(), value: { enroll_status: status } }
    }),
  }
}

/** A max price, under the name that it has on the day. The new name is taken on any day. */
function readMaxPrice(
  world: World,
  { bid_spec: old, optimization_spec: spec }: Settings,
  category: TemplateCategory,
  fail: SettingFail,
): OptimizationSpec | undefined {
  const given = spec ?? old
  if (given === undefined) return undefined
  if (!spec && today(world.graphNow) > maxPriceDays.lastOfBidSpec) {
    missetting(`bid_spec is not supported after ${maxPriceDays.lastOfBidSpec}; it is called optimization_spec.`, fail)
  }
  if (category !== 'MARKETING') missetting('A max price is for templates of the category MARKETING.', fail)
  const amount = Number(given.bid_amount)
  if (!Number.isInteger(amount) || amount < 1) missetting('bid_amount is a whole number above 0.', fail)
  const { bid_strategy = 'LOWEST_COST_WITH_BID_CAP' } = given
  if (bid_strategy !== 'LOWEST_COST_WITH_BID_CAP') missetting('bid_strategy is LOWEST_COST_WITH_BID_CAP.', fail)
  return { bid_amount: amount, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' }
}
