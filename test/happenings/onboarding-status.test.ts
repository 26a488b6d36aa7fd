import { describe, expect, test } from 'vitest'
import { accountStatuses } from '../../contracts/nodes/whats-app-business-account.ts'
import { emulate, type Kit, need, receive, subscribe, told } from '../kit.ts'
import { expectError } from '../operation.ts'

const FIELD = 'marketing_messages_onboarding_status'
const LEGACY = 'marketing_messages_lite_api_status'
const account = 'shared_account'

type Status = (typeof accountStatuses)[number]
type Step = readonly [happening: string, params: object] | ((kit: Kit) => Promise<unknown>)
type Change = NonNullable<Parameters<typeof emulate>[1]>

interface Row {
  readonly status: Status
  readonly case: string
  /** `partner-with-obo-client` where absent. */
  readonly world?: string
  readonly change?: Change
  /** `shared_account` where absent. */
  readonly of?: string
  readonly reached: readonly Step[]
  readonly left: readonly Step[]
  readonly next: Status
  readonly legacy: 'INELIGIBLE' | 'ELIGIBLE' | 'ONBOARDED' | 'UNKNOWN'
}

const signs: Step = ['business_onboards_in_whatsapp_manager', { business: 'client' }]
const setup =
  (takes: string): Change =>
  (file) => {
    file.internalSetup = { takes }
  }
const inApp =
  (clock: string, side?: string): Change =>
  (file) => {
    file.clock = clock
    if (side) file.rulings = { 'coexistence-eligibility': side }
    need(file.phoneNumbers?.phone).is_on_biz_app = true
  }
const advance =
  (by: string): Step =>
  (kit) =>
    kit.advance(by)
const ask: Step = (kit) => kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')

/** From each status: what brings an account there, and what takes it away. */
const rows: readonly Row[] = [
  {
    status: 'ELIGIBLE',
    case: 'nobody has signed, until the business signs',
    reached: [],
    left: [signs],
    next: 'ONBOARDED',
    legacy: 'ELIGIBLE',
  },
  {
    status: 'ELIGIBLE',
    case: 'coexistence ended, until the business onboards anew',
    change: inApp('2026-03-02T09:00:00Z'),
    reached: [signs, ['coexistence_ends', { phone: 'phone' }]],
    left: [signs],
    next: 'ONBOARDED',
    legacy: 'ELIGIBLE',
  },
  {
    status: 'ONBOARDED',
    case: 'the invitation was accepted, until coexistence ends',
    change: inApp('2026-03-02T09:00:00Z'),
    reached: [ask, ['client_accepts_mm_terms', { business: 'client' }]],
    left: [['coexistence_ends', { phone: 'phone' }]],
    next: 'ELIGIBLE',
    legacy: 'ONBOARDED',
  },
  {
    status: 'PENDING_VALID_PAYMENT_METHOD',
    case: 'the payment method was removed, until another is added',
    reached: [signs, ['payment_method_is_removed', { account }]],
    left: [['payment_method_is_added', { account }]],
    next: 'ONBOARDED',
    legacy: 'ELIGIBLE',
  },
  {
    status: 'PENDING_VALID_PAYMENT_METHOD',
    case: 'it signed without one, and the setup is not done either',
    change: (file) => {
      setup('by_hand')(file)
      need(file.accounts?.[account]).paymentMethod = false
    },
    reached: [signs],
    left: [['payment_method_is_added', { account }]],
    next: 'PENDING_INTERNAL_SETUP',
    legacy: 'ELIGIBLE',
  },
  {
    status: 'PENDING_INTERNAL_SETUP',
    case: 'it signed, for as long as the world says',
    change: setup('10m'),
    reached: [signs, advance('599s')],
    left: [advance('1s')],
    next: 'ONBOARDED',
    legacy: 'UNKNOWN',
  },
  {
    status: 'PENDING_INTERNAL_SETUP',
    case: 'it signed, until somebody says that it is done',
    change: setup('by_hand'),
    reached: [signs, advance('30d')],
    left: [['internal_setup_completes', { account }]],
    next: 'ONBOARDED',
    legacy: 'UNKNOWN',
  },
  {
    status: 'INELIGIBLE_ON_BEHALF_OF_WABA',
    case: 'a partner holds it, until the client accepts the invitation',
    of: 'obo_account',
    reached: [ask],
    left: [['client_accepts_mm_terms', { business: 'client' }]],
    next: 'ONBOARDED',
    legacy: 'INELIGIBLE',
  },
  {
    status: 'INELIGIBLE_INACTIVE_OR_RESTRICTED',
    case: 'it was restricted, until the restriction ends',
    reached: [['account_is_restricted', { account, for: '1d' }]],
    left: [advance('1d')],
    next: 'ELIGIBLE',
    legacy: 'INELIGIBLE',
  },
  {
    status: 'INELIGIBLE_INACTIVE_OR_RESTRICTED',
    case: 'an onboarded one was disabled, until it is reinstated',
    reached: [signs, ['account_is_disabled', { account }]],
    left: [['account_is_reinstated', { account }]],
    next: 'ONBOARDED',
    legacy: 'INELIGIBLE',
  },
  ...(['REJECTED', 'PENDING', 'DEFERRED'].map((decision) => ({
    status: 'INELIGIBLE_INACTIVE_OR_RESTRICTED',
    case: `an onboarded one is reviewed: ${decision}, until it is APPROVED`,
    reached: [signs, ['account_is_reviewed', { account, decision }]],
    left: [['account_is_reviewed', { account, decision: 'APPROVED' }]],
    next: 'ONBOARDED',
    legacy: 'INELIGIBLE',
  })) satisfies Row[]),
  {
    status: 'INELIGIBLE_COUNTRY_NOT_SUPPORTED',
    case: 'its tax country is sanctioned, until it has another',
    reached: [['account_tax_country_changes', { account, country: 'CU' }]],
    left: [['account_tax_country_changes', { account, country: 'BR' }]],
    next: 'ELIGIBLE',
    legacy: 'INELIGIBLE',
  },
  {
    status: 'INELIGIBLE_COUNTRY_NOT_SUPPORTED',
    case: 'its owner is in a sanctioned region, until it moves',
    reached: [signs, ['business_moves_to_country', { business: 'client', country: 'UA-43' }]],
    left: [['business_moves_to_country', { business: 'client', country: 'UA' }]],
    next: 'ONBOARDED',
    legacy: 'INELIGIBLE',
  },
  {
    status: 'INELIGIBLE_COUNTRY_NOT_SUPPORTED',
    case: 'its tax country was Russia, until 2025-06-20',
    change: (file) => {
      file.clock = '2025-06-19T23:00:00Z'
      need(file.accounts?.[account]).country = 'RU'
    },
    reached: [],
    left: [advance('1h')],
    next: 'ELIGIBLE',
    legacy: 'INELIGIBLE',
  },
  {
    status: 'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP',
    case: 'a number is in the app, until 2025-09-29',
    change: inApp('2025-09-28T23:00:00Z'),
    reached: [],
    left: [advance('1h')],
    next: 'ELIGIBLE',
    legacy: 'INELIGIBLE',
  },
  {
    status: 'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP',
    case: "ruling coexistence-eligibility, 'still': a number is in the app, until it is deleted",
    change: inApp('2026-03-02T09:00:00Z', 'still'),
    reached: [],
    left: [['number_is_deleted', { phone: 'phone' }]],
    next: 'ELIGIBLE',
    legacy: 'INELIGIBLE',
  },
]

async function walk(kit: Kit, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const reply = await (typeof step === 'function' ? step(kit) : kit.happens(step[0], step[1]))
    expect(reply).toMatchObject({ status: 200 })
  }
}

async function read(kit: Kit, of: string, field: string, version = 'v23.0'): Promise<unknown> {
  return (await kit.graph('GET', `/{${of}}`, { query: { fields: field }, version })).body[field]
}

describe('what brings an account to each status, and what takes it away', () => {
  test.each(rows)('$status: $case', async ({ status, world, change, of = account, reached, left, next, legacy }) => {
    const kit = emulate(world, change)
    await walk(kit, reached)
    expect(await read(kit, of, FIELD)).toBe(status)
    expect(await read(kit, of, LEGACY)).toBe(legacy)
    await walk(kit, left)
    expect(await read(kit, of, FIELD)).toBe(next)
  })

  test('every status has a row, and every value of the legacy field', () => {
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(accountStatuses))
    expect(new Set(rows.map(({ legacy }) => legacy)).size).toBe(4)
  })

  test.each(rows)(
    'the list of accounts is filtered by $status ($case)',
    async ({ status, world, change, of = account, reached }) => {
      const kit = emulate(world, change)
      await walk(kit, reached)
      const held = of === 'obo_account' ? 'owned' : 'client'
      const ids = async (value: readonly string[]) => {
        const query = { filtering: JSON.stringify([{ field: FIELD, operator: 'IN', value }]) }
        const { body } = await kit.graph('GET', `/{partner}/${held}_whatsapp_business_accounts`, {
          query,
          version: 'v23.0',
        })
        return body.data.map(({ id }: { id: string }) => id)
      }
      expect(await ids([status])).toContain(kit.names[of])
      expect(await ids(accountStatuses.filter((other) => other !== status))).not.toContain(kit.names[of])
    },
  )
})

test('the list of accounts has the legacy field, up to v23.0', async () => {
  const list = (version: string) =>
    emulate().graph('GET', '/{partner}/client_whatsapp_business_accounts', { query: { fields: LEGACY }, version })
  expect((await list('v23.0')).body.data).toEqual([{ [LEGACY]: 'ELIGIBLE', id: expect.any(String) }])
  expectError(await list('v24.0'), 'field_unknown')
})

describe('ruling legacy-status-field: v24.0 and later', () => {
  const ask = (side: string, version = 'v24.0') =>
    emulate(undefined, (file) => {
      file.rulings = { 'legacy-status-field': side }
    }).graph('GET', `/{${account}}`, { query: { fields: LEGACY }, version })

  test('the field is gone', async () => {
    expectError(await ask('gone'), 'field_unknown')
  })

  test("or 'deprecated', with code 12", async () => {
    const reply = await ask('deprecated', 'v25.0')
    expectError(reply, 'field_deprecated')
    expect(reply.body.error.message).toBe(`(#12) ${LEGACY} field is deprecated for versions v24.0 and higher`)
    expect((await ask('deprecated', 'v23.0')).status).toBe(200)
  })

  test("or still 'answered'", async () => {
    expect((await ask('answered')).body[LEGACY]).toBe('ELIGIBLE')
  })
})

describe('the internal setup', () => {
  const setUp = (takes: string, rulings: Record<string, string> = {}) =>
    emulate(undefined, (file) => {
      file.internalSetup = { takes }
      file.rulings = rulings
    })
  const hear = async (kit: Kit) => {
    const receiver = await receive()
    await subscribe(kit, receiver)
    return () => told<{ event: string }>(receiver, 'account_update').map(({ event }) => event)
  }
  const refusal = async (kit: Kit) => (await kit.happens('internal_setup_completes', { account })).body.error?.message

  test('ruling terms-signed-timing: the webhook comes with the signature', async () => {
    const kit = setUp('10m')
    const events = await hear(kit)
    await walk(kit, [signs])
    expect(events()).toEqual(['MM_LITE_TERMS_SIGNED'])
    await kit.advance('1h')
    expect(events()).toEqual(['MM_LITE_TERMS_SIGNED'])
  })

  test("or, as the guide has it, when the 'setup' is done, one for each account", async () => {
    const kit = setUp('10m', { 'terms-signed-timing': 'setup' })
    const events = await hear(kit)
    await walk(kit, [ask, ['client_accepts_mm_terms', { business: 'client' }]])
    expect(events()).toEqual([])
    await kit.advance('10m')
    expect(events()).toEqual(['MM_LITE_TERMS_SIGNED', 'MM_LITE_TERMS_SIGNED'])
  })

  test('the ad account is there, and told, once it is done', async () => {
    const kit = setUp('10m', { 'ad-account-linked': 'reference' })
    const events = await hear(kit)
    await walk(kit, [signs])
    expect(kit.world().list('AdAccount')).toEqual([])
    await kit.advance('10m')
    expect(kit.world().list('AdAccount')).toHaveLength(1)
    expect(events()).toEqual(['MM_LITE_TERMS_SIGNED', 'AD_ACCOUNT_LINKED'])
  })

  test('completes once, of an account that waits for it', async () => {
    const kit = setUp('10m')
    expect(await refusal(kit)).toMatch(/does not wait/)
    await walk(kit, [signs, ['internal_setup_completes', { account }]])
    expect(await refusal(kit)).toMatch(/does not wait/)
    await kit.advance('10m')
    expect(kit.world().list('AdAccount')).toHaveLength(1)
  })

  test('what left in between is not set up', async () => {
    const kit = emulate(undefined, (file) => {
      setup('10m')(file)
      inApp('2026-03-02T09:00:00Z')(file)
    })
    await walk(kit, [signs, ['coexistence_ends', { phone: 'phone' }], advance('10m')])
    expect(kit.world().list('AdAccount')).toEqual([])
  })
})

test('an account that may not onboard cannot be asked for', async () => {
  const reply = await emulate('account-in-sanctioned-country').graph('POST', '/{client}/onboard_partners_to_mm_lite')
  expectError(reply, 'mm_accounts_missing')
  const kit = emulate(undefined, (file) => {
    inApp('2025-09-28T10:00:00Z')(file)
    need(file.accounts?.obo_account).status = 'RESTRICTED'
  })
  const early = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { version: 'v23.0' })
  expectError(early, 'mm_accounts_missing')
})

test('a country that is entered already is refused', async () => {
  const kit = emulate()
  const says = async (name: string, params: object) => (await kit.happens(name, params)).body.error?.message
  expect(await says('account_tax_country_changes', { account, country: 'BR' })).toMatch(/is BR already/)
  expect(await says('business_moves_to_country', { business: 'client', country: 'BR' })).toMatch(/in BR already/)
  expect(await says('business_moves_to_country', { business: 'client', country: 'Brazil' })).toMatch(/with\.country/)
})
