import type { Permission } from '../../contracts/node.ts'
import { integrate } from '../model/integration.ts'
import type { Application, SystemUser, User } from './entities.ts'
import type { Row, WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import { building } from './row.ts'
import type { Token } from './token.ts'
import type { World } from './world.ts'

/** Issues the token of a row. @throws BrokenWorld when it is of nobody who can have one */
export function issueToken(world: World, file: WorldFile, name: string, row: Row<'tokens'>): void {
  const { ref, moment } = building(world, file, 'tokens', name)
  const app = world.need('Application', ref('apps', row.app, 'app'))
  const scopes = (row.scopes ?? []) as readonly Permission[]
  if (row.integrationFor) {
    const client = world.need('Business', ref('businesses', row.integrationFor, 'integrationFor'))
    world.nameToken(name, integrate(world, app, client, scopes).value)
    return
  }
  const holder = row.of === undefined ? undefined : holderOf(world, file, name, row.of)
  const expiresAt = row.expires ? moment(row.expires, 'expires') : 0
  const token = world.issue({ appId: app.id, issuedAt: world.now, expiresAt, scopes, ...heldBy(world, app, holder) })
  world.nameToken(name, token.value)
}

function heldBy(
  world: World,
  app: Application,
  holder: SystemUser | User | undefined,
): Pick<Token, 'kind' | 'subjectId' | 'businessId' | 'value'> {
  if (!holder) return { kind: 'app', businessId: app.businessId, value: `${app.id}|${app.secret}` }
  const value = world.ids.token()
  if (holder.nodeType === 'User') return { kind: 'user', subjectId: holder.id, businessId: holder.adminOf, value }
  return { kind: 'system-user', subjectId: holder.id, businessId: holder.businessId, value }
}

function holderOf(world: World, file: WorldFile, token: string, name: string): SystemUser | User {
  const found = world.find(world.names[name] ?? '')
  if (found?.nodeType === 'SystemUser' || found?.nodeType === 'User') return found
  const holders = [...Object.keys(file.systemUsers ?? {}), ...Object.keys(file.users ?? {})]
  throw new BrokenWorld(
    world.name,
    `/tokens/${token}/of`,
    `'${name}' is neither a system user nor a user; those are ${holders.join(', ') || 'none'}`,
  )
}
