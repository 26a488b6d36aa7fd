import type { Row, WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import { building } from './row.ts'
import type { World } from './world.ts'

const PERMISSIONS = ['whatsapp_business_management', 'whatsapp_business_messaging'] as const

/** The configurations of Facebook Login for Business, after all else: other ids do not depend on them. @throws BrokenWorld */
export function addLoginConfigurations(world: World, file: WorldFile): void {
  for (const [name, row] of Object.entries(file.loginConfigurations ?? {})) add(world, file, name, row)
}

function add(world: World, file: WorldFile, name: string, row: Row<'loginConfigurations'>): void {
  if (Object.hasOwn(world.names, name)) {
    throw new BrokenWorld(world.name, `/loginConfigurations/${name}`, 'the name is taken already')
  }
  const { ref } = building(world, file, 'loginConfigurations', name)
  const id = world.ids.next()
  world.names[name] = id
  world.loginConfigurations.set(id, {
    id,
    appId: ref('apps', row.app, 'app'),
    name: row.name,
    permissions: row.permissions ?? PERMISSIONS,
    tokenExpires: row.tokenExpires ?? 'never',
    products: row.products ?? [],
  })
}
