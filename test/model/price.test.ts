import { describe, expect, test } from 'vitest'
import { marketOf } from '../../contracts/markets.ts'
import { rateCategories, rates } from '../../contracts/rates.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { inCurrency, priceOf } from '../../emulator/model/price.ts'
import type { WorldFile } from '../../emulator/world/file.ts'
import { readWorld } from '../../emulator/world/load.ts'
import type { World } from '../../emulator/world/world.ts'

const worldWith = (own: WorldFile['rates'] = []): World =>
  createEmulator().worlds.create('prices', { ...readWorld('ready-to-send').file, rates: own }).world
const world = worldWith()
const at = (day: string) => Date.parse(day)

describe('what a message costs', () => {
  test('depends on the country and the category', () => {
    const march = at('2026-03-02')
    expect(priceOf(world, 'BR', 'marketing', march)).toBe(0.0625)
    expect(priceOf(world, 'BR', 'marketing_lite', march)).toBe(0.0625)
    expect(priceOf(world, 'DE', 'utility', march)).toBe(0.055)
    expect(priceOf(world, 'DE', 'authentication', march)).toBe(0.055)
    expect(priceOf(world, 'DE', 'service', march)).toBe(0)
  })

  test('is that of its region where a country has no row, and of the others where it has no region', () => {
    const march = at('2026-03-02')
    expect([marketOf('CA'), marketOf('PL'), marketOf('LU')]).toEqual([
      'North America',
      'Rest of Central & Eastern Europe',
      'Other',
    ])
    expect(priceOf(world, 'CA', 'marketing', march)).toBe(0.025)
    expect(priceOf(world, 'PL', 'marketing', march)).toBe(0.086)
    expect(priceOf(world, 'LU', 'marketing', march)).toBe(0.0604)
  })

  test('changes on the days on which Meta changed it', () => {
    const days = ['2025-07-01', '2025-09-30', '2025-10-01', '2025-12-31', '2026-01-01']
    const costs = (country: string, category: 'marketing' | 'utility') =>
      days.map((day) => priceOf(world, country, category, at(`${day}T23:00:00Z`)))
    expect(costs('MX', 'marketing')).toEqual([0.0436, 0.0436, 0.0305, 0.0305, 0.0305])
    expect(costs('IN', 'marketing')).toEqual([0.0107, 0.0107, 0.0107, 0.0107, 0.0118])
    expect(costs('US', 'utility')).toEqual([0.004, 0.004, 0.004, 0.004, 0.0034])
    expect(priceOf(world, 'MX', 'marketing', at('2020-01-01'))).toBe(0.0436)
  })

  test('of a business abroad is another for authentication, in some markets', () => {
    expect(priceOf(world, 'ID', 'authentication_international', at('2026-03-02'))).toBe(0.136)
    expect(priceOf(world, 'DE', 'authentication_international', at('2026-03-02'))).toBe(0.055)
  })

  test('is what the world says where it says something', () => {
    const own = worldWith([
      { country: 'SA', category: 'marketing', amount: 0.05, from: '2026-04-01' },
      { country: 'SA', category: 'marketing', amount: 0.06, from: '2026-07-01' },
      { country: 'LU', category: 'utility', amount: 0.5 },
    ])
    const costs = ['2026-03-31', '2026-04-01', '2026-08-01'].map((day) => priceOf(own, 'SA', 'marketing', at(day)))
    expect(costs).toEqual([0.0455, 0.05, 0.06])
    expect(priceOf(own, 'LU', 'utility', at('2025-01-01'))).toBe(0.5)
    expect(priceOf(own, 'LI', 'utility', at('2025-01-01'))).toBe(0.0077)
  })

  test('is told in the currency of an account where a card of it is known', () => {
    expect(inCurrency(0.1365, 'EUR')).toBe(0.11309)
    expect(inCurrency(0.0618, 'AED')).toBe(0.22693)
    expect(inCurrency(0.0118, 'INR')).toBe(0.86305)
    expect(inCurrency(0.0625, 'USD')).toBe(0.0625)
    expect(inCurrency(0.0625, 'BRL')).toBe(0.0625)
  })
})

test('every rate is of a market and a category, and costs something (or is for service)', () => {
  for (const { country, category, amount, from } of rates) {
    expect(rateCategories).toContain(category)
    expect(country.length === 2 ? marketOf(country) : country).toBe(country)
    expect(amount > 0).toBe(category !== 'service')
    expect(from).toMatch(/^2025-07-01|2025-10-01|2026-01-01$/)
  }
})

test('a rate of a world on a day that there is not is refused', () => {
  expect(() => worldWith([{ country: 'SA', category: 'marketing', amount: 1, from: '2026-13-01' }])).toThrow(
    /\/rates\/0\/from: '2026-13-01' is no day that there is/,
  )
})
