import { expect, test } from 'vitest'
import { changed } from '../../emulator/world/change.ts'
import { readWorld, shippedWorlds } from '../../emulator/world/load.ts'
import { worldSaid } from '../../scenarios/record/world-said.ts'
import { recorded, send, tester } from './tester.ts'

const shipped = Object.fromEntries(shippedWorlds().map((name) => [name, { ...readWorld(name).file }]))

test.each(shippedWorlds())('%s is said by its name', (name) => {
  expect(worldSaid({ ...readWorld(name).file }, shipped)).toEqual({ world: name })
})

test.each([
  ['something more', { users: { other: { name: 'Robin', email: 'robin@juniper.example', adminOf: 'client' } } }],
  ['something less', { recipients: null }],
  ['a list that is another', { accounts: { waba: { sharedWith: [] } } }],
])('a world with %s is said as a change', (_, change) => {
  const file = changed(shipped['ready-to-send'], change) as Record<string, unknown>
  expect(worldSaid(file, shipped)).toEqual({ world: 'ready-to-send', change })
})

test('rulings stand apart', () => {
  const file = changed(shipped['partner-with-obo-client'], { rulings: { 'status-order': 'disordered' } })
  expect(worldSaid(file as Record<string, unknown>, shipped)).toEqual({
    world: 'partner-with-obo-client',
    rulings: { 'status-order': 'disordered' },
  })
})

const OWN = {
  title: 'A world of its own',
  clock: '2026-03-02T09:00:00Z',
  businesses: { owner: { name: 'Owner', country: 'US', termsSigned: '2026-01-15' } },
  apps: { inbox: { name: 'Inbox', business: 'owner', access: { whatsapp_business_messaging: 'advanced' } } },
  systemUsers: { machine: { name: 'Machine', business: 'owner', role: 'ADMIN' } },
  accounts: { account: { name: 'Account', owner: 'owner' } },
  phoneNumbers: { number: { account: 'account', display_phone_number: '+1 416-555-0190', verified_name: 'Owner' } },
  tokens: {
    machine: { app: 'inbox', of: 'machine', scopes: ['whatsapp_business_messaging'] },
  },
}

test('a world like none that ships goes into a file beside the scenario', async () => {
  const it = await tester(OWN)
  await it.as('machine', 'POST', `/${it.names.number}/messages`, send('+14165550100'))
  const { read, world, failure } = await recorded(await it.journal())
  expect(failure).toBeUndefined()
  expect(read.world).toBe('own.world.json')
  expect(world).toEqual(OWN)
  expect(read.steps[0]).toMatchObject({ call: 'POST /{number}/messages', as: 'machine' })
})
