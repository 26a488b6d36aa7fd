import { describe, expect, test } from 'vitest'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError } from '../operation.ts'

const MESSAGING = 'whatsapp_business_messaging'
const MANAGEMENT = 'whatsapp_business_management'

const asks = (kit: Kit, permission: string) => kit.happens('app_requests_permission', { app: 'app', permission })
const grants = (kit: Kit, permission: string) => kit.happens('app_review_grants_permission', { app: 'app', permission })
const refusal = async (kit: Kit, name: string, permission = MESSAGING) =>
  (await kit.happens(name, { app: 'app', permission })).body.error?.message
const intent = (kit: Kit) => kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
const statusOf = async (kit: Kit, permission: string) => {
  const { body } = await kit.graph('GET', '/{app}/permissions', { as: 'app', query: { permission } })
  return body.data[0]?.status
}

describe('App Review', () => {
  test('the Intent API and accounts of clients open once both permissions were granted, and not before', async () => {
    const kit = emulate('app-without-advanced-access')
    for (const permission of [MESSAGING, MANAGEMENT]) {
      expectError(await intent(kit), 'mm_app_lacks_permission')
      await asks(kit, permission)
      expectError(await intent(kit), 'mm_app_lacks_permission')
      expect(await statusOf(kit, permission)).toBe('unapproved')
      await grants(kit, permission)
      expect(await statusOf(kit, permission)).toBe('live')
    }
    expect((await intent(kit)).status).toBe(200)
    expect((await kit.graph('GET', '/{shared_account}')).status).toBe(200)
  })

  test('a foreign account gets error 200 without Advanced access; a foreign business without any integration stays unseen', async () => {
    const kit = emulate('app-without-advanced-access')
    for (const path of [
      '/{shared_account}',
      '/{shared_account}/phone_numbers',
      '/{shared_account}/message_templates',
    ]) {
      const reply = await kit.graph('GET', path)
      expectError(reply, 'permission_missing')
      expect(reply.body.error.code).toBe(200)
    }
    expectError(await kit.graph('GET', '/{partner}/client_whatsapp_business_accounts'), 'permission_missing')
  })

  test('Standard access reaches what the business of the app owns itself', async () => {
    const kit = emulate('app-without-advanced-access', (file) => {
      file.accounts = { ...file.accounts, own: { name: 'Harbour itself', owner: 'partner' } }
    })
    expect((await kit.graph('GET', '/{own}')).status).toBe(200)
    expect((await kit.graph('GET', '/{partner}/owned_whatsapp_business_accounts')).body.data).toHaveLength(1)
  })

  test('Standard access reaches what is owned by the business of a person who has a role on the app', async () => {
    const with_ = (role: boolean) =>
      emulate('app-without-advanced-access', (file) => {
        if (role) need(file.apps.app).roles = { admin: 'developers' }
      })
    expectError(await with_(false).graph('GET', '/{shared_account}', { as: 'client_admin' }), 'permission_missing')
    const kit = with_(true)
    expect((await kit.graph('GET', '/{shared_account}', { as: 'client_admin' })).status).toBe(200)
    expectError(await kit.graph('GET', '/{shared_account}'), 'permission_missing')
  })

  test('an app that has not added a permission gets Standard access by asking for Advanced', async () => {
    const kit = emulate('app-without-advanced-access', (file) => {
      delete need(file.apps.app).access[MANAGEMENT]
      file.accounts = { ...file.accounts, own: { name: 'Harbour itself', owner: 'partner' } }
    })
    expect(await statusOf(kit, MANAGEMENT)).toBeUndefined()
    expect((await asks(kit, MANAGEMENT)).body.result).toEqual({ access: 'standard' })
    expect(await statusOf(kit, MANAGEMENT)).toBe('unapproved')
    expect((await kit.graph('GET', '/{own}')).status).toBe(200)
  })

  test('what was refused may be asked again', async () => {
    const kit = emulate('app-without-advanced-access')
    await asks(kit, MESSAGING)
    const { body } = await kit.happens('app_review_refuses_permission', { app: 'app', permission: MESSAGING })
    expect(body.result).toEqual({ access: 'standard' })
    expect(await refusal(kit, 'app_review_grants_permission')).toMatch(/has not asked/)
    expect((await asks(kit, MESSAGING)).status).toBe(200)
    expect((await grants(kit, MESSAGING)).body.result).toEqual({ access: 'advanced' })
  })

  test('asks once, for what it has not, and as a verified business', async () => {
    const kit = emulate('app-without-advanced-access')
    expect(await refusal(kit, 'app_requests_permission', 'business_management')).toMatch(/Advanced access .* already/)
    await asks(kit, MESSAGING)
    expect(await refusal(kit, 'app_requests_permission')).toMatch(/not answered yet/)
    expect(await refusal(kit, 'app_review_refuses_permission', MANAGEMENT)).toMatch(/has not asked/)
    const unverified = emulate('app-without-advanced-access', (file) => {
      need(file.businesses.partner).verification_status = 'not_verified'
    })
    expect(await refusal(unverified, 'app_requests_permission')).toMatch(/takes a verified business/)
  })

  test('a permission that there is not is refused with those that there are', async () => {
    expect(await refusal(emulate(), 'app_requests_permission', 'whatsapp_messaging')).toMatch(/with\.permission/)
  })

  test('Advanced access that is lost closes what it opened', async () => {
    const kit = emulate()
    await kit.happens('app_loses_advanced_access', { app: 'app', permission: MANAGEMENT })
    expectError(await intent(kit), 'mm_app_lacks_permission')
    expectError(await kit.graph('GET', '/{shared_account}'), 'permission_missing')
    expect(await refusal(kit, 'app_loses_advanced_access', MANAGEMENT)).toMatch(/no Advanced access/)
  })
})

describe('the partner terms', () => {
  const without = (change: 'nothing' | 'reviews') =>
    emulate('partner-not-enrolled', (file) => {
      const app = need(file.apps.app)
      app.access = { business_management: 'advanced' }
      if (change === 'reviews') app.reviews = [MESSAGING, MANAGEMENT]
    })
  const accepts = (kit: Kit) => kit.happens('partner_accepts_mm_terms', { business: 'partner' })

  test('come after the permissions were requested', async () => {
    const kit = without('nothing')
    expect((await accepts(kit)).body.error.message).toMatch(
      /request whatsapp_business_messaging and whatsapp_business_management first/,
    )
    await asks(kit, MESSAGING)
    expect((await accepts(kit)).body.error.message).toMatch(/request whatsapp_business_management first/)
    await asks(kit, MANAGEMENT)
    expect((await accepts(kit)).status).toBe(200)
  })

  test('a world can begin with requests that wait; the Intent API waits for them, too', async () => {
    const kit = without('reviews')
    await accepts(kit)
    expectError(await intent(kit), 'mm_app_lacks_permission')
    for (const permission of [MESSAGING, MANAGEMENT]) await grants(kit, permission)
    expect((await intent(kit)).status).toBe(200)
  })
})
