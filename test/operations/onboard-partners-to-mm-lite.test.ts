import { expect } from 'vitest'
import { onboardPartnersToMMLite } from '../../contracts/operations/onboard-partners-to-mm-lite.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{client}/onboard_partners_to_mm_lite'
const ask = (kit: Kit, options = {}) => kit.graph('POST', EDGE, options)

/** How many accounts have an OBO intent, read over HTTP. */
async function intents(kit: Kit): Promise<number> {
  const accounts = kit.world().list('WhatsAppBusinessAccount')
  return accounts.filter((account) => account.mobilityIntentId).length
}

async function succeeds(world: string, before: number, after: number): Promise<void> {
  const kit = emulate(world)
  expect(await intents(kit)).toBe(before)
  const { status, body } = await ask(kit)
  expect({ status, body }).toEqual({ status: 200, body: { request_id: expect.stringMatching(/^\d{16}$/) } })
  expect(await intents(kit)).toBe(after)
}

const underRuling = async (side: string) => {
  const kit = emulate(undefined, (file) => {
    file.rulings = { 'mm-duplicate-request': side }
  })
  const first = await ask(kit)
  return { first, second: await ask(kit) }
}

proves(
  onboardPartnersToMMLite,
  {
    'row 1: 1 shared, 4 OBO with intent: succeeds, sets no new OBO intent': () =>
      succeeds('one-shared-four-obo-with-intent', 4, 4),
    'row 2: 0 shared, 5 OBO with intent: succeeds, sets no new OBO intent': () =>
      succeeds('five-obo-with-intent', 5, 5),
    'row 3: 1 shared, 4 OBO without intent: succeeds, sets new OBO intents': () =>
      succeeds('one-shared-four-obo-without-intent', 0, 4),
    'row 4: 0 shared, 5 OBO without intent: succeeds, contingent on setting OBO intents': () =>
      succeeds('five-obo-without-intent', 0, 5),
    'row 5: 0 shared, 0 OBO: fails, no request and no intent is set': async () => {
      const kit = emulate('neither-shared-nor-obo')
      expectError(await ask(kit), 'mm_accounts_missing')
      expect(await intents(kit)).toBe(0)
      expect(kit.world().list('BusinessAgreement')).toEqual([])
    },
    'takes the token in the query, the body and the header': async () => {
      for (const place of ['query', 'body', 'header'] as const) {
        const kit = emulate()
        const { partner_system_user: access_token = '' } = kit.tokens
        const options = {
          header: {},
          query: { as: '', query: { access_token } },
          body: { as: '', body: { access_token } },
        }
        expect((await ask(kit, options[place])).status).toBe(200)
      }
    },
    'takes solution_id in the body and in the query, and the intent keeps it': async () => {
      for (const place of ['query', 'body'] as const) {
        const kit = emulate('partner-with-solution')
        const { solution: solution_id = '' } = kit.names
        expect((await ask(kit, { [place]: { solution_id } })).status).toBe(200)
        const { mobilityIntentId = '' } = kit.world().need('WhatsAppBusinessAccount', kit.names.obo_account ?? '')
        const intent = await kit.graph('GET', `/${mobilityIntentId}`)
        expect(intent.body).toMatchObject({
          waba: { id: kit.names.obo_account },
          solution: { id: solution_id, name: 'Harbour with Lantern' },
        })
      }
    },
    'under the sides of solution-id-place one of the two places is passed over': async () => {
      const solutionUnder = async (side: string, place: 'query' | 'body') => {
        const kit = emulate('partner-with-solution', (file) => {
          file.rulings = { 'solution-id-place': side }
        })
        const { solution: solution_id = '' } = kit.names
        expect((await ask(kit, { [place]: { solution_id } })).status).toBe(200)
        const { mobilityIntentId = '' } = kit.world().need('WhatsAppBusinessAccount', kit.names.obo_account ?? '')
        const intent = await kit.graph('GET', `/${mobilityIntentId}`)
        return 'solution' in intent.body
      }
      expect(await solutionUnder('body', 'body')).toBe(true)
      expect(await solutionUnder('body', 'query')).toBe(false)
      expect(await solutionUnder('query', 'query')).toBe(true)
      expect(await solutionUnder('query', 'body')).toBe(false)
    },
    'a Tech Provider makes the request and sets no OBO intents': () => succeeds('tech-provider', 0, 0),
    'a note says how many intents were set, and for which solution': async () => {
      const note = async (world: string, body?: (kit: Kit) => object) => {
        const kit = emulate(world)
        return (await ask(kit, { body: body?.(kit) })).headers['x-mmgraph-note']
      }
      expect(await note('five-obo-with-intent')).toBe('OBO intents: 0 set, 5 there before')
      expect(await note('five-obo-without-intent')).toBe('OBO intents: 5 set, 0 there before')
      expect(await note('tech-provider')).toBe('OBO intents: 0 set, 0 there before')
      expect(await note('partner-with-solution', ({ names }) => ({ solution_id: names.solution }))).toMatch(
        /^OBO intents: 1 set for the solution \d{16}, 0 there before$/,
      )
    },
    'a note counts those of which the intent could not be set among none': async () => {
      const kit = emulate('one-shared-four-obo-without-intent', (file) => {
        need(file.accounts?.obo_account_4).status = 'RESTRICTED'
      })
      expect((await ask(kit)).headers['x-mmgraph-note']).toBe('OBO intents: 3 set, 0 there before')
    },
    'a Tech Provider is not held up by accounts that cannot take an intent': async () => {
      const kit = emulate('five-obo-one-restricted', (file) => {
        need(file.businesses.partner).partner = 'tech-provider'
      })
      expect((await ask(kit)).status).toBe(200)
      expect(await intents(kit)).toBe(0)
    },
    'why an intent failed names the account': async () => {
      const kit = emulate('five-obo-one-restricted')
      const restricted = kit
        .world()
        .list('WhatsAppBusinessAccount')
        .find(({ status }) => status === 'RESTRICTED')
      expect((await ask(kit)).headers['x-mmgraph-why']).toContain(need(restricted).id)
    },
    'why no account is eligible names the accounts, or says that there are none': async () => {
      const none = await ask(emulate('neither-shared-nor-obo'))
      expect(none.headers['x-mmgraph-why']).toContain('no account')
      const kit = emulate('account-in-sanctioned-country')
      const [account] = kit.world().list('WhatsAppBusinessAccount')
      expect((await ask(kit)).headers['x-mmgraph-why']).toContain(need(account).id)
    },
    'why a request is a duplicate tells whose the first was': async () => {
      expect((await underRuling('error-page')).second.headers['x-mmgraph-why']).toContain('this partner')
      expect((await ask(emulate('second-partner-was-first'))).headers['x-mmgraph-why']).toContain('another partner')
    },
    'a business that is no partner may not ask': async () => {
      const kit = emulate()
      const { partner: _, ...plain } = kit.world().need('Business', need(kit.names.partner))
      kit.world().put(plain)
      expectError(await ask(kit), 'mm_app_lacks_permission')
    },
    'sends no webhook': async () => {
      const kit = emulate()
      await ask(kit)
      expect(
        kit
          .world()
          .queue.list()
          .filter(({ kind }) => kind === 'delivery'),
      ).toEqual([])
    },
    'an existing OBO intent is never overwritten': async () => {
      const kit = emulate('one-shared-four-obo-with-intent')
      const ids = () =>
        kit
          .world()
          .list('WhatsAppBusinessAccount')
          .map((account) => account.mobilityIntentId)
      const before = ids()
      await ask(kit)
      expect(ids()).toEqual(before)
    },
    'ads_read is not needed': async () => {
      const kit = emulate(undefined, (file) => {
        delete file.apps.app?.access.ads_read
      })
      expect((await ask(kit)).status).toBe(200)
    },
    'may be asked again after the client rejected': async () => {
      const kit = emulate()
      const first = await ask(kit)
      await kit.happens('client_rejects_mm_invitation', { business: 'client' })
      const second = await ask(kit)
      expect(second.status).toBe(200)
      expect(second.body.request_id).not.toBe(first.body.request_id)
    },
    'ruling mm-duplicate-request, error-page: 400, 1752041, the sentence of the guide as error_user_msg': async () => {
      const { second } = await underRuling('error-page')
      expect(second.status).toBe(400)
      expect(second.body.error).toMatchObject({
        message: '(#1752041) Duplicate Request',
        type: 'OAuthException',
        code: 1752041,
        error_user_msg:
          "Your business has already sent this request. To follow up on the request, contact the business you're requesting access from.",
      })
    },
    'ruling mm-duplicate-request, guide: the sentence is the message': async () => {
      const { second } = await underRuling('guide')
      expect(second.body.error).toEqual({
        message:
          "Your business has already sent this request. To follow up on the request, contact the business you're requesting access from.",
        type: 'OAuthException',
        code: 100,
        fbtrace_id: expect.any(String),
      })
    },
    'ruling mm-duplicate-request, openapi-idempotent: 200 with the existing request': async () => {
      const { first, second } = await underRuling('openapi-idempotent')
      expect(second.status).toBe(200)
      expect(second.body).toEqual(first.body)
    },
    'ruling mm-duplicate-request, openapi-refusal: 403, 100': async () => {
      const { second } = await underRuling('openapi-refusal')
      expect(second.status).toBe(403)
      expect(second.body.error).toMatchObject({
        message: 'A business agreement request already exists between these parties',
        code: 100,
      })
    },
    "ruling mm-refusals, 'openapi': who cannot be asked, and who may not ask, has other words and codes": async () => {
      const refused = async (world: string) => {
        const reply = await ask(
          emulate(world, (file) => {
            file.rulings = { 'mm-refusals': 'openapi' }
          }),
        )
        const { code, error_subcode: subcode, message } = reply.body.error
        return [reply.status, code, subcode, message]
      }
      const ineligible = [403, 200, undefined, 'End business is not eligible for MM Lite onboarding']
      expect(await refused('terms-already-signed')).toEqual(ineligible)
      expect(await refused('client-in-sanctioned-country')).toEqual(ineligible)
      const none = [400, 100, undefined, 'No eligible WhatsApp Business Accounts found for MM Lite onboarding']
      expect(await refused('neither-shared-nor-obo')).toEqual(none)
      expect(await refused('account-in-sanctioned-country')).toEqual(none)
      const lacks = "Your app doesn't have the required whatsapp_business_management permission"
      expect(await refused('app-without-advanced-access')).toEqual([403, 200, 1349174, lacks])
    },
    'ruling openapi-status, openapi: a failed OBO intent is 422': async () => {
      const kit = emulate('five-obo-one-restricted', (file) => {
        file.rulings = { 'openapi-status': 'openapi' }
      })
      expect((await ask(kit)).status).toBe(422)
    },
    'when setting an OBO intent fails, the whole call is undone': async () => {
      const kit = emulate('five-obo-one-restricted')
      const state = () => {
        const { exchanges: _, given: __, usage: ___, ...rest } = kit.world().state() as Record<string, unknown>
        return JSON.stringify(rest)
      }
      const before = state()
      expectError(await ask(kit), 'mm_obo_intent_failed')
      expect(state()).toBe(before)
    },
    'with a shared account an OBO account that cannot take the intent does not matter': async () => {
      const kit = emulate('one-shared-four-obo-without-intent', (file) => {
        if (file.accounts?.obo_account_4) file.accounts.obo_account_4.status = 'RESTRICTED'
      })
      expect((await ask(kit)).status).toBe(200)
      expect(await intents(kit)).toBe(3)
    },
    'Invalid recipient type when the client or its only account is in a sanctioned country': async () => {
      const [client, account] = ['client-in-sanctioned-country', 'account-in-sanctioned-country']
      expectError(await ask(emulate(client)), 'mm_recipient_invalid')
      expectError(await ask(emulate(account)), 'mm_accounts_missing')
      for (const world of [client, account]) {
        expect((await ask(emulate(world))).body.error).toMatchObject({ code: 100, message: 'Invalid recipient type' })
      }
    },
    'a duplicate counts whichever partner was first': async () => {
      const kit = emulate('second-partner-was-first')
      expectError(await ask(kit), 'mm_duplicate_request')
    },
    'only a system user of the partner may ask': async () => {
      for (const as of ['app', 'client_admin']) {
        expectError(await ask(emulate(), { as }), 'mm_app_lacks_permission')
      }
    },
    'a system user token without the scopes may not ask': async () => {
      const kit = emulate(undefined, (file) => {
        if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = ['business_management']
      })
      expectError(await ask(kit), 'mm_app_lacks_permission')
    },
  },
  {
    mm_app_lacks_permission: () => ask(emulate('app-without-advanced-access')),
    mm_partner_not_enrolled: () => ask(emulate('partner-not-enrolled')),
    mm_recipient_invalid: () => ask(emulate('terms-already-signed')),
    mm_accounts_missing: () => ask(emulate('neither-shared-nor-obo')),
    mm_duplicate_request: async () => (await underRuling('error-page')).second,
    mm_obo_intent_failed: () => ask(emulate('five-obo-one-restricted')),
    parameter_not_numeric: () => ask(emulate(), { body: { solution_id: 'abc' } }),
    solution_missing: async () => {
      const kit = emulate('partner-with-solution')
      expectError(await ask(kit, { body: { solution_id: kit.names.draft_solution } }), 'solution_missing')
      return ask(kit, { body: { solution_id: '1234' } })
    },
  },
)
