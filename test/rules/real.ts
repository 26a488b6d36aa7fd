import request from 'supertest'
import type { History } from '../../contracts/history.ts'
import { historyOf } from '../../emulator/history.ts'
import { type CallOptions, emulate, type Kit, need } from '../kit.ts'
import { message } from '../sends.ts'

type Change = Parameters<typeof emulate>[1]

/** The history of real calls in a world of their own, told as if its clock had run. */
export function real(
  play: (kit: Kit) => Promise<unknown>,
  world = 'ready-to-send',
  change?: Change,
): () => Promise<History> {
  return async () => {
    const kit = emulate(world, change)
    await play(kit)
    return historyOf(kit.world(), 'running')
  }
}

export const get =
  (path: string, options: CallOptions = {}) =>
  (kit: Kit) =>
    kit.graph('GET', path, { as: 'client_business', version: 'v25.0', ...options })

export const post =
  (path: string, body: object, options: CallOptions = {}) =>
  (kit: Kit) =>
    kit.graph('POST', path, { as: 'client_business', version: 'v25.0', body, ...options })

export const market = (more: object = {}, options: CallOptions = {}) =>
  post('/{phone}/marketing_messages', message(more), options)

/** The next call gets this error. */
export const fault =
  (error: string, more: object = {}) =>
  (kit: Kit) =>
    kit.control('post', `worlds/${kit.id}/faults`, { error, ...more })

/** One after another. */
export const all =
  (...steps: readonly ((kit: Kit) => Promise<unknown>)[]) =>
  async (kit: Kit) => {
    for (const step of steps) await step(kit)
  }

/** A login code is made, and exchanged so many times. */
export const exchange = (count: number, wait?: string) => async (kit: Kit) => {
  const { body } = await kit.happens('user_logs_in', { user: 'admin', app: 'app' })
  if (wait) await kit.advance(wait)
  const query = { client_id: need(kit.names.app), client_secret: need(kit.secrets.app), code: body.result.code }
  for (let at = 0; at < count; at += 1) await request(kit.server).get('/v25.0/oauth/access_token').query(query)
}
