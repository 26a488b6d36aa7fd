import type { Response } from 'supertest'
import type { EmulatorOptions } from '../emulator/emulator.ts'
import type { WorldFile } from '../emulator/world/file.ts'
import { type CallOptions, emulate, type Kit, need } from './kit.ts'

type Rows = NonNullable<WorldFile['templates']>

/** A marketing template without a link. */
export const PLAIN = {
  account: 'waba',
  name: 'plain_words',
  category: 'MARKETING',
  components: [{ type: 'BODY', text: 'The bakery around the corner is open again.' }],
} as const satisfies Rows[string]

/** The world ready-to-send with a template that has no link, names for the ads, and a token that may not read them. */
export function withAds(change: Parameters<typeof emulate>[1] = () => undefined, options: EmulatorOptions = {}): Kit {
  return emulate(
    'ready-to-send',
    (file) => {
      const rows = need(file.templates)
      Object.assign(need(rows.template), { ad: 'ad', adSet: 'ad_set', campaign: 'campaign' })
      file.templates = { ...rows, plain: { ...structuredClone(PLAIN), ad: 'plain_ad', campaign: 'plain_campaign' } }
      file.tokens.client_admin = { app: 'app', of: 'admin', scopes: ['ads_read'] }
      file.tokens.without_ads = { app: 'app', of: 'admin', scopes: ['whatsapp_business_management'] }
      change(file)
    },
    options,
  )
}

/** Reads as the client does, whose the ad account is. */
export const look = (kit: Kit, path: string, query: Record<string, string> = {}, more: CallOptions = {}) =>
  kit.graph('GET', path, { as: 'client_business', query, ...more })

/** Fields of a node, without its id. */
export async function fieldsOf(kit: Kit, path: string, fields: string): Promise<Record<string, unknown>> {
  const { id: _, ...rest } = (await look(kit, path, { fields })).body
  return rest
}

export const ids = ({ body }: Response): string[] => body.data.map(({ id }: { id: string }) => id)

/** The ad fields of a template. */
export const AD_FIELDS = 'ad_id,ad_adset_id,ad_campaign_id,ad_account_id'
