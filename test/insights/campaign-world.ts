import type { WorldFile } from '../../emulator/world/file.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { PLAIN } from '../ads.ts'
import { need } from '../kit.ts'
import type { Campaign } from './campaigns.ts'

/** Templates of a campaign, by their names in the world: links, calls and pictures, and one with a max price. */
export const TEMPLATES = {
  template: {},
  calls: {
    account: 'waba',
    name: 'call_us',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Order your bread by phone.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Later' },
          { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+14165550190' },
        ],
      },
    ],
  },
  capped: {
    ...PLAIN,
    name: 'cheap_words',
    components: [
      ...PLAIN.components,
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://a.example' }] },
    ],
    optimization_spec: { bid_amount: 2000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
  },
} as const

export type TemplateName = keyof typeof TEMPLATES

/** How each template is sent. */
export const SENT: Readonly<Record<TemplateName, object>> = {
  template: { name: 'spring_sale' },
  calls: {
    name: 'call_us',
    components: [
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://juniper.example/rye.jpg' } }] },
    ],
  },
  capped: { name: 'cheap_words' },
}

/** The world of a campaign: its ads have the names of their templates and `_ad`. */
export function worldOf({ clock, timezone, currency, rulings }: Campaign): WorldFile {
  const file = structuredClone(readWorld('ready-to-send').file)
  const { waba } = need(file.accounts)
  const { phone } = need(file.phoneNumbers)
  const { template } = need(file.templates)
  return {
    ...file,
    clock,
    rulings: { ...file.rulings, ...rulings },
    accounts: { waba: { ...need(waba), timezone, currency, is_enabled_for_insights: true } },
    phoneNumbers: { phone: { ...need(phone), is_on_biz_app: true } },
    templates: withAds({ ...TEMPLATES, template: need(template) }) as never,
  }
}

function withAds(rows: object): object {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, structuredClone({ ...row, ad: `${name}_ad` })]),
  )
}
