import type { Permission } from '../../contracts/node.ts'
import { integrate } from '../model/integration.ts'
import type { Row, WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import { building } from './row.ts'
import type { World } from './world.ts'

/** Issues the token of a row. @throws BrokenWorld when it is of nobody who can have one */
export function issueToken(world: World, file: WorldFile, name: string, row: Row<'tokens'>): void {
  const { ref, moment } = building(world, file, 'tokens', name)
  const app = world.need('Application', ref('apps', row.app, 'app'))
  const subject = row.of ? world.names[row.of] : undefined
  const holder = subject ? world.find(subject) : undefined
  if (row.of && holder?.nodeType !== 'SystemUser' && holder?.nodeType !== 'User') {
    throw new BrokenWorld(
      world.name,
      `/tokens/${name}/of`,
      `'${row.of}' is neither a system user nor a user; those are ${holdersOf(file).join(', ') || 'none'}`,
    )
  }
  const base = { appId: app.id, issuedAt: world.now, expiresAt: row.expires ? moment(row.expires, 'expires') : 0 }
  const scopes = (row.scopes ?? []) as readonly Permission[]
  if (row.integrationFor) {
    const client = world.need('Business', ref('businesses', row.integrationFor, 'integrationFor'))
    const { value } = integrate(world, app, client, scopes)
    world.nameToken(name, value)
    return
  }
  const token =
    holder?.nodeType === 'SystemUser'
      ? { kind: 'system-user', subjectId: holder.id, businessId: holder.businessId, value: world.ids.token() }
      : holder?.nodeType === 'User'
        ? { kind: 'user', subjectId: holder.id, businessId: holder.adminOf, value: world.ids.token() }
        : { kind: 'app', businessId: app.businessId, value: `${app.id}|${app.secret}` }
  world.issue({ ...base, ...token, scopes } as Parameters<World['issue']>[0])
  world.nameToken(name, token.value)
}

function holdersOf(file: WorldFile): string[] {
  return [...Object.keys(file.systemUsers ?? {}), ...Object.keys(file.users ?? {})]
}
