import { withAds } from './ads.ts'
import type { Kit } from './kit.ts'

type Change = NonNullable<Parameters<typeof withAds>[0]>

/** Three months of two templates, to the day before the world begins. */
export const history = {
  sale: {
    template: 'template',
    phone: 'phone',
    from: '2025-12-01',
    until: '2026-03-01',
    perDay: 1000,
    countries: { CA: 3, BR: 1 },
    clickRate: 8,
    quickReplyRate: 2,
    purchaseRate: 5,
    purchaseValue: 40,
  },
  plain: {
    template: 'plain',
    phone: 'phone',
    from: '2026-01-01',
    until: '2026-02-26',
    every: 7,
    perDay: 200,
    countries: { CA: 1 },
  },
} as const

/** The world with ads, and a past. */
export function withHistory(change: Change = () => undefined): Kit {
  return withAds((file) => {
    file.history = structuredClone(history) as never
    change(file)
  })
}

export type Row = Readonly<Record<string, string>>

/** What an insights call tells, as the client reads it. */
export async function rows(kit: Kit, path: string, query: Record<string, string> = {}): Promise<Row[]> {
  const { status, body } = await kit.graph('GET', path, { as: 'client_business', query: { limit: '5000', ...query } })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.data
}

/** A number of all rows together. */
export const total = (of: readonly Row[], field: string): number =>
  of.reduce((sum, row) => sum + Number(row[field] ?? 0), 0)
