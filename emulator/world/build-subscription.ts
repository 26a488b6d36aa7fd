import { liveVersions } from '../../contracts/versions.ts'
import { subscribable } from '../../contracts/webhooks.ts'
import { isPartyTo } from '../model/accounts.ts'
import { readCallback } from '../model/callback.ts'
import { refusalOf } from '../webhooks/callbacks.ts'
import type { Application } from './entities.ts'
import type { WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import type { World } from './world.ts'

/** Subscribes apps whose row has a callback, as if they had asked before the world began. @throws BrokenWorld */
export function subscribeApps(world: World, file: WorldFile, allowed: readonly string[]): void {
  for (const [name, { callback }] of Object.entries(file.apps)) {
    if (callback === undefined) continue
    const url = readCallback(callback)
    const refused = url ? refusalOf(url, allowed) : `'${callback}' is no http or https URL`
    if (refused) throw new BrokenWorld(world.name, `/apps/${name}/callback`, refused)
    subscribe(world, world.need('Application', world.idOf(name)), callback)
  }
}

function subscribe(world: World, app: Application, callbackUrl: string): void {
  const version = liveVersions(world.graphNow).at(-1) ?? ''
  world.put({ ...app, subscription: { callbackUrl, verifyToken: 'mmgraph', fields: subscribable, version } })
  for (const account of world.list('WhatsAppBusinessAccount')) {
    if (!isPartyTo(account, app.businessId)) continue
    world.put({ ...account, subscribedApps: [...account.subscribedApps, { appId: app.id }] })
  }
}
