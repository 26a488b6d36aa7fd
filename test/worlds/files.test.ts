import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { checkWorld, readWorld, shippedWorlds } from '../../emulator/world/load.ts'
import { emulate } from '../kit.ts'

/** A world file with this text, in a folder of its own. */
function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'world.json')
  writeFileSync(file, text)
  return file
}

const shipped = () => structuredClone(readWorld('partner-with-obo-client').file) as object
const changed = (change: (file: Record<string, Record<string, Record<string, unknown>>>) => void) => {
  const file = shipped()
  change(file as Parameters<typeof change>[0])
  return fileWith(JSON.stringify(file))
}

/** Three templates, two of them of one account, and groups of them by their names. */
function withGroups(file: object, groups: Readonly<Record<string, readonly string[]>>, name?: string): void {
  const templates = Object.fromEntries(
    ['bread', 'cake', 'tart'].map((template) => {
      const account = template === 'tart' ? 'obo_account' : 'shared_account'
      return [
        template,
        { account, name: template, category: 'MARKETING', components: [{ type: 'BODY', text: template }] },
      ]
    }),
  )
  const rows = Object.entries(groups).map(([group, of]) => {
    return [group, { account: 'shared_account', name: name ?? group, templates: of }]
  })
  Object.assign(file, { templates, templateGroups: Object.fromEntries(rows) })
}

test('a world file of one’s own is read', () => {
  const emulator = createEmulator({ worlds: [fileWith(JSON.stringify(shipped()))] })
  expect(emulator.worlds.list()[0]?.world.id).toBe('world')
})

/** What is wrong with a world file -> what the message must say after the file. */
const broken: readonly [string, () => string, RegExp][] = [
  ['no JSON', () => fileWith('{"title": '), /: \/: is no JSON: /],
  [
    'a section that is missing',
    () => fileWith('{"title": "x", "clock": "2026-01-01"}'),
    /: \/: must have required property 'businesses'/,
  ],
  ['an unknown key', () => changed((file) => Object.assign(file, { colour: 'red' })), /: \/: must not have 'colour'/],
  [
    'a value of the wrong type',
    () => changed((file) => Object.assign(file.businesses?.client ?? {}, { name: 7 })),
    /: \/businesses\/client\/name: must be string/,
  ],
  [
    'a value that is none of those allowed',
    () => changed((file) => Object.assign(file.accounts?.obo_account ?? {}, { status: 'SLEEPY' })),
    /: \/accounts\/obo_account\/status: must be one of ACTIVE, RESTRICTED, DISABLED/,
  ],
  [
    'an unknown ruling',
    () => changed((file) => Object.assign(file, { rulings: { 'mm-colour': 'red' } })),
    /: \/rulings: must not have 'mm-colour'/,
  ],
  [
    'a ruling without such a side',
    () => changed((file) => Object.assign(file, { rulings: { 'ad-account-linked': 'on' } })),
    /: \/rulings\/ad-account-linked: must be one of off, reference, onboarding-page/,
  ],
  [
    'a time that is none',
    () => changed((file) => Object.assign(file, { clock: 'noon' })),
    /: \/clock: must be a day like 2026-03-02/,
  ],
  [
    'a day that no calendar has',
    () => changed((file) => Object.assign(file, { clock: '2026-99-99' })),
    /: \/clock: '2026-99-99' is no day that there is/,
  ],
  [
    'a name of strange letters',
    () => changed((file) => Object.assign(file.businesses ?? {}, { 'Ä b': { name: 'x' } })),
    /: \/businesses: must be a name of small letters/,
  ],
  [
    'a name that refers to nothing',
    () => changed((file) => Object.assign(file.accounts?.shared_account ?? {}, { sharedWith: ['partnr'] })),
    /\/accounts\/shared_account\/sharedWith: 'partnr' is none of the businesses; those are partner, client/,
  ],
  [
    'a token of a business',
    () => changed((file) => Object.assign(file.tokens?.client_admin ?? {}, { of: 'client' })),
    /\/tokens\/client_admin\/of: 'client' is neither a system user nor a user/,
  ],
  [
    'a name that is taken',
    () => changed((file) => Object.assign(file.businesses ?? {}, { app: { name: 'Twice' } })),
    /\/apps\/app: the name is taken already/,
  ],
  [
    'a template in two groups',
    () => changed((file) => withGroups(file, { one: ['bread'], other: ['bread'] })),
    /\/templateGroups\/other\/templates: 'bread' is in another group/,
  ],
  [
    'two groups of one name',
    () => changed((file) => withGroups(file, { one: ['bread'], other: ['cake'] }, 'Breads')),
    /\/templateGroups\/other\/name: another group of the account is called 'Breads'/,
  ],
  [
    'a group of templates of another account',
    () => changed((file) => withGroups(file, { one: ['tart'] })),
    /\/templateGroups\/one\/templates: 'tart' is of another account/,
  ],
]

test.each(broken)('a broken world file, %s, is refused with file, path and reason', (_, file, message) => {
  const path = file()
  expect(() => createEmulator({ worlds: [path] })).toThrow(message)
  expect(() => createEmulator({ worlds: [path] })).toThrow(/^(.*world\.json|world)\b/)
})

test('a world that is not there is refused with those that are', () => {
  expect(() => createEmulator({ worlds: ['partner'] })).toThrow(
    /^partner: \/: no shipped world has this name; allowed are a-year-of-campaigns, /,
  )
  expect(() => createEmulator({ worlds: ['/nowhere/x.json'] })).toThrow(/cannot be read: ENOENT/)
})

test('a broken world leaves nothing behind: its app ids are nobody’s', async () => {
  const kit = emulate()
  const file = { ...shipped(), tokens: { app: { app: 'app' }, wrong: { app: 'app', of: 'client' } } }
  expect((await kit.control('post', 'worlds', { world: file })).status).toBe(400)
  const good = (await kit.control('post', 'worlds', { world: shipped() })).body
  expect((await kit.graph('GET', `/${good.names.app}`, { as: good.tokens.app })).headers['x-mmgraph-world']).toBe(
    good.id,
  )
})

test.each(shippedWorlds())('the world %s that ships is held to the schema, as its start does not do so', (name) => {
  expect(() => checkWorld(name, readWorld(name).file)).not.toThrow()
})
