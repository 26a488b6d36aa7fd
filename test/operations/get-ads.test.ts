import { expect, test } from 'vitest'
import { getOwnedAdAccounts } from '../../contracts/operations/get-ad-accounts.ts'
import {
  getAdSetAds,
  getAdSets,
  getAds,
  getCampaignAdSets,
  getCampaignAds,
  getCampaigns,
} from '../../contracts/operations/get-ads.ts'
import { ids, look, withAds } from '../ads.ts'
import { type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

type Filter = readonly [field: string, operator: string, value: unknown]

const filtering = (...filters: Filter[]) => ({
  filtering: JSON.stringify(filters.map(([field, operator, value]) => ({ field, operator, value }))),
})
const find = async (kit: Kit, edge: string, ...filters: Filter[]) =>
  (await look(kit, `/{ad_account}/${edge}`, { fields: 'name', ...filtering(...filters) })).body.data?.map(
    ({ name }: { name: string }) => name,
  )

/** What every one of the lists refuses. */
const refusals = (path: string) => ({
  cursor_invalid: () => look(withAds(), path, { after: '???' }),
  ad_account_not_granted: () => look(withAds(), path, {}, { as: 'without_ads' }),
  ads_filter_field_unsupported: () => look(withAds(), path, filtering(['configured_status', 'EQUAL', 'ACTIVE'])),
  ads_filter_operator_unsupported: () => look(withAds(), path, filtering(['name', 'NOT_EQUAL', 'x'])),
})

proves(
  getCampaigns,
  {
    'lists one campaign for each marketing template, newest first, by its id alone': async () => {
      const kit = withAds()
      const { body } = await look(kit, '/{ad_account}/campaigns')
      expect(body.data).toHaveLength(3)
      expect(body.data[0]).toEqual({ id: kit.names.plain_campaign })
      expect(body.data[2]).toEqual({ id: kit.names.campaign })
    },
    pages: async () => {
      const kit = withAds()
      const first = await look(kit, '/{ad_account}/campaigns', { limit: '2' })
      const { after } = first.body.paging.cursors
      const second = await look(kit, '/{ad_account}/campaigns', { limit: '2', after })
      expect([...ids(first), ...ids(second)]).toEqual(ids(await look(kit, '/{ad_account}/campaigns')))
    },
    'leaves out what is archived or deleted, unless its status is asked for': async () => {
      const kit = withAds()
      const path = '/{ad_account}/campaigns'
      await kit.graph('POST', '/{waba}/message_templates/archive', { body: { hsm_ids: [kit.names.template] } })
      await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'plain_words' } })
      expect(await find(kit, 'campaigns')).toEqual(['birthday_offer'])
      expect(ids(await look(kit, path, { effective_status: "['ARCHIVED']" }))).toEqual([kit.names.campaign])
      expect(await find(kit, 'campaigns', ['effective_status', 'IN', ['DELETED']])).toEqual(['plain_words'])
    },
    'is read inside fields of the ad account, too': async () => {
      const kit = withAds()
      const { body } = await look(kit, '/{ad_account}', { fields: 'campaigns.limit(1){name,adsets{name,ads{name}}}' })
      expect(body.campaigns.data).toMatchObject([
        { name: 'plain_words', adsets: { data: [{ name: 'plain_words', ads: { data: [{ name: 'plain_words' }] } }] } },
      ])
    },
  },
  refusals('/{ad_account}/campaigns'),
)

proves(
  getAdSets,
  {
    'lists one ad set for each marketing template': async () => {
      const kit = withAds()
      const found = ids(await look(kit, '/{ad_account}/adsets'))
      expect(found).toHaveLength(3)
      expect(found).toContain(kit.names.ad_set)
    },
    'filters by what an ad set alone has': async () => {
      const kit = withAds()
      const goal = (operator: string, value: unknown) => find(kit, 'adsets', ['optimization_goal', operator, value])
      expect(await goal('EQUAL', 'IMPRESSIONS')).toEqual(['plain_words'])
      expect(await goal('NOT_IN', ['IMPRESSIONS'])).toEqual(['birthday_offer', 'spring_sale'])
    },
  },
  refusals('/{ad_account}/adsets'),
)

proves(
  getAds,
  {
    'lists one ad for each marketing template': async () => {
      const kit = withAds()
      const found = ids(await look(kit, '/{ad_account}/ads'))
      expect(found).toEqual([kit.names.plain_ad, expect.any(String), kit.names.ad])
    },
    'all filters must fit': async () => {
      const kit = withAds()
      expect(await find(kit, 'ads', ['id', 'NOT_EQUAL', '0'], ['id', 'EQUAL', '0'])).toEqual([])
      expect(await find(kit, 'ads', ['id', 'EQUAL', kit.names.ad], ['status', 'EQUAL', 'ACTIVE'])).toHaveLength(1)
    },
    'words are found in any case, by the name alone or after the type': async () => {
      const kit = withAds()
      for (const field of ['name', 'ad.name', 'adset.name', 'campaign.name']) {
        expect(await find(kit, 'ads', [field, 'CONTAIN', 'SPRING'])).toEqual(['spring_sale'])
        expect(await find(kit, 'ads', [field, 'NOT_CONTAIN', 'Words'])).toEqual(['birthday_offer', 'spring_sale'])
      }
    },
    'times are compared in seconds': async () => {
      const kit = withAds()
      // A world begins with templates that are an hour old.
      const then = kit.now / 1000 - 3600
      const made = (operator: string, value: unknown) => find(kit, 'ads', ['created_time', operator, value])
      expect(await made('GREATER_THAN', then)).toEqual([])
      expect(await made('LESS_THAN', then + 1)).toHaveLength(3)
      expect(await made('IN_RANGE', [then - 1, then])).toHaveLength(3)
      expect(await made('NOT_IN_RANGE', [then - 1, then])).toEqual([])
    },
  },
  refusals('/{ad_account}/ads'),
)

const ofCampaign = async (edge: string) => {
  const kit = withAds()
  return ids(await look(kit, `/{campaign}/${edge}`)).map((id) => [kit.names.ad, kit.names.ad_set].indexOf(id))
}

proves(
  getCampaignAdSets,
  { 'lists the ad set of the campaign': async () => expect(await ofCampaign('adsets')).toEqual([1]) },
  refusals('/{campaign}/adsets'),
)

proves(
  getCampaignAds,
  { 'lists the ad of the campaign': async () => expect(await ofCampaign('ads')).toEqual([0]) },
  refusals('/{campaign}/ads'),
)

proves(
  getAdSetAds,
  {
    'lists the ad of the ad set': async () => {
      const kit = withAds()
      expect(ids(await look(kit, '/{ad_set}/ads'))).toEqual([kit.names.ad])
    },
  },
  refusals('/{ad_set}/ads'),
)

/** With a second ad account, of this business. */
const withSecond = (owner: 'partner' | 'client') =>
  withAds((file) => {
    need(file.businesses[owner]).termsSigned = '2026-01-15'
    file.accounts = { ...file.accounts, second_waba: { name: 'Second', owner, adAccount: 'second' } }
  })

proves(
  getOwnedAdAccounts,
  {
    'lists the ad accounts of the business': async () => {
      const kit = withAds()
      expect(ids(await look(kit, '/{client}/owned_ad_accounts'))).toEqual([kit.names.ad_account])
    },
    'lists none of other businesses, nor does /me': async () => {
      const kit = withSecond('partner')
      const { ad_account, second } = kit.names
      expect(ids(await look(kit, '/me/adaccounts'))).toEqual([ad_account])
      const asPartner = async (path: string) => ids(await kit.graph('GET', path))
      expect(await asPartner('/me/adaccounts')).toEqual([second])
      expect(await asPartner('/{partner}/owned_ad_accounts')).toEqual([second])
      expect(await asPartner('/{client}/owned_ad_accounts')).toEqual([])
    },
    '/me lists those that a token is limited to': async () => {
      const kit = withSecond('client')
      const { ad_account, second } = kit.names
      expect(ids(await look(kit, '/me/adaccounts', {}, { as: 'client_admin' }))).toEqual([ad_account, second])
      const token = need(kit.world().token(need(kit.tokens.client_business)))
      kit.world().issue({ ...token, targets: [need(second)] })
      expect(ids(await look(kit, '/me/adaccounts'))).toEqual([second])
    },
  },
  { cursor_invalid: () => look(withAds(), '/{client}/owned_ad_accounts', { after: '???' }) },
)

test('the operator of a filter is looked at before its field', async () => {
  const unknown = await look(withAds(), '/{ad_account}/ads', filtering(['colour', 'XXX', 1]))
  expectError(unknown, 'parameter_value')
  expect(unknown.body.error.message).toMatch(/must be one of \{EQUAL, NOT_EQUAL, /)
})

test('a refused filter names the field as it was given', async () => {
  const say = async (...filter: Filter) =>
    (await look(withAds(), '/{ad_account}/ads', filtering(filter))).body.error.message
  expect(await say('ad.colour', 'EQUAL', 1)).toBe("(#100) Filtering field 'ad.colour' is not supported")
  expect(await say('page.name', 'EQUAL', 1)).toBe("(#100) Filtering field 'page.name' is not supported")
  expect(await say('ad.created_time', 'NOT_EQUAL', 1)).toBe(
    "(#100) Filtering field 'ad.created_time' with operation 'not_equal' is not supported",
  )
})

test('a filter by what no ad of a world has is a gap, and says so', async () => {
  const { status } = await look(withAds(), '/{ad_account}/adsets', filtering(['daily_budget', 'GREATER_THAN', 1]))
  expect(status).toBe(501)
})
