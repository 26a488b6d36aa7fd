import { expect, test } from 'vitest'
import { adWrites } from '../../contracts/operations/ad-writes.ts'
import { fieldsOf, withAds } from '../ads.ts'
import type { Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { ruled } from '../sends.ts'

const NAMES = { AdAccount: 'ad_account', Campaign: 'campaign', AdSet: 'ad_set', Ad: 'ad' } as const

type Write = (typeof adWrites)[number]

const write = (kit: Kit, { method, on, edge }: Write, as = 'client_business') =>
  kit.graph(method, `/{${NAMES[on]}}${edge ? `/${edge}` : ''}`, { as, body: { name: 'another', status: 'PAUSED' } })

for (const contract of adWrites) {
  proves(
    contract,
    {
      'changes nothing': async () => {
        const kit = withAds()
        const path = `/{${NAMES[contract.on]}}`
        const before = await fieldsOf(kit, path, 'name')
        await write(kit, contract)
        expect(await fieldsOf(kit, path, 'name')).toEqual(before)
      },
      'tells a stranger nothing': async () => {
        const missing = contract.method === 'POST' ? 'object_missing_on_post' : 'object_missing_on_delete'
        expectError(await write(withAds(), contract, 'partner_system_user'), missing)
      },
    },
    { ad_account_read_only: () => write(withAds(), contract) },
  )
}

test.each([
  ['permissions', 200, '(#200) Permissions error'],
  ['application', 10, '(#10) Application does not have permission for this action'],
  [
    'ads-management',
    294,
    '(#294) Managing advertisements requires an access token with the extended permission for ads_management',
  ],
])('ruling read-only-ads-error: %s', async (side, code, message) => {
  const kit = withAds(ruled('read-only-ads-error', side))
  const { status, body } = await kit.graph('POST', '/{campaign}', { as: 'client_business' })
  expect({ status, ...body.error }).toMatchObject({ status: 403, code, message })
})
