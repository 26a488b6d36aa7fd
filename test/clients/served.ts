import { createRequire } from 'node:module'
import { expect, onTestFinished } from 'vitest'
import { check } from '../../contracts/check.ts'
import { operations } from '../../contracts/operations.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import type { World } from '../../emulator/world/world.ts'
import { type Kit, kitFor, need } from '../kit.ts'

const require = createRequire(import.meta.url)

// Published clients, unmodified but for their host. They have no types that fit, and need none here.
// biome-ignore lint/suspicious/noExplicitAny: the untyped surface of published clients
export type Untyped = any

/** An emulator that listens, and the kit of its one world. */
export interface Served {
  readonly url: string
  readonly kit: Kit
}

/** What the client gets is held to the contracts when the test is over. */
export function served(name: string): Promise<Served> {
  const emulator = createEmulator({ worlds: [name] })
  const { world } = need(emulator.worlds.list()[0])
  return servedBy(kitFor(emulator, viewOf(world)))
}

/** The same of a kit that a test has made, with a world of its own. */
export async function servedBy(kit: Kit): Promise<Served> {
  const { url, close } = await listen(kit.emulator, 0, '127.0.0.1')
  onTestFinished(close)
  const world = kit.world()
  onTestFinished(() => expect(findingsOf(world)).toEqual([]))
  return { url, kit }
}

function findingsOf(world: World): object[] {
  return world.exchanges.list().flatMap((exchange) => {
    const contract = operations.find(({ name }) => name === exchange.operation)
    return contract && exchange.status !== 501 ? check(exchange, contract) : []
  })
}

/** The Node SDK has its host in a static getter. */
export function nodeSdk(url: string, token: string): Untyped {
  const sdk = require('facebook-nodejs-business-sdk')
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { configurable: true, get: () => url })
  return { ...sdk, api: sdk.FacebookAdsApi.init(token) }
}

/** whatsapp-api-js has its host written in, and takes a fetch. */
export function whatsappApiJs(
  Client: Untyped,
  { url, kit }: Served,
  { token = 'partner_system_user', ...more }: { readonly token?: string; readonly webhookVerifyToken?: string } = {},
): Untyped {
  const redirected = (to: string | URL, options: object) =>
    fetch(String(to).replace('https://graph.facebook.com', url), options)
  return new Client({
    token: kit.tokens[token],
    appSecret: kit.secrets.app,
    v: 'v24.0',
    ponyfill: { fetch: redirected, subtle: globalThis.crypto.subtle },
    ...more,
  })
}
