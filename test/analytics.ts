import type { Response } from 'supertest'
import { expect } from 'vitest'
import { type Kit, need } from './kit.ts'
import { both, readyToSend, row, ruled } from './sends.ts'

/** An hour after midnight in Los Angeles, where the account of `ready-to-send` has its days. */
export const NOW = Date.parse('2026-03-02T09:00Z') / 1000
export const MIDNIGHT = NOW - 3600
export const DAY = 86_400

type Params = Readonly<Record<string, string | number>>
export type Change = Parameters<typeof readyToSend>[0]

export const optedIn = row('accounts', 'waba', { is_enabled_for_insights: true })
export const readyToMeasure = (...changes: NonNullable<Change>[]): Kit => readyToSend(both(optedIn, ...changes))
export const under = (name: string, side: string): Kit => readyToMeasure(ruled(name, side))

/** Asks an edge of the account; everything of the day where nothing is said. */
export function ask(kit: Kit, edge: string, params: Params = {}): Promise<Response> {
  const query = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
  return kit.graph('GET', `/{waba}/${edge}`, { version: 'v25.0', query })
}

/** Asks the same as a field with modifiers. */
export function askField(kit: Kit, name: string, params: Params = {}): Promise<Response> {
  const modifiers = Object.entries(params).map(([key, value]) => `.${key}(${value})`)
  return kit.graph('GET', '/{waba}', { version: 'v25.0', query: { fields: `${name}${modifiers.join('')}` } })
}

/** The points of an edge, which the same field has as well. */
export async function pointsOf(kit: Kit, edge: string, params: Params): Promise<Record<string, unknown>[]> {
  const { status, body } = await ask(kit, edge, params)
  expect({ status, error: body.error?.message }).toEqual({ status: 200 })
  const field = (await askField(kit, edge, params)).body
  expect(field.id).toBe(need(kit.names.waba))
  expect(field[edge]?.data ?? (field[edge] ? [field[edge]] : [])).toEqual(body.data)
  return body.data[0]?.data_points ?? []
}
