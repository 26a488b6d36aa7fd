import { emulate, type Kit, need, type Receiver, receive, subscribe } from './kit.ts'

type Rulings = Readonly<Record<string, string>>
type State = 'DRAFT' | 'INITIATED' | 'ACTIVE' | 'REJECTED' | 'PENDING_DEACTIVATION' | 'DEACTIVATED'

/** The world partner-with-solution with its solution in a state, and other readings. */
export function withSolution(state: State = 'ACTIVE', rulings: Rulings = {}): Kit {
  return emulate('partner-with-solution', (file) => {
    need(file.solutions?.solution).status = state
    file.rulings = rulings
  })
}

/** The same as the other partner: not the owner of the solution. */
export const asPartner = { as: 'other_partner_system_user' } as const

/** Both partners hear of a field, each at a receiver of its own. */
export async function bothHear(kit: Kit, field: string): Promise<{ owner: Receiver; partner: Receiver }> {
  const [owner, partner] = [await receive(), await receive()]
  await subscribe(kit, owner, 'app', [field])
  await subscribe(kit, partner, 'other_app', [field])
  return { owner, partner }
}

/** What a receiver got: whose entry it was, and the value. */
export function heard({ posts }: Receiver): [entry: string | undefined, value: unknown][] {
  return posts.map(({ json }) => [json.entry[0]?.id, json.entry[0]?.changes[0]?.value])
}

export const accountIn = (kit: Kit, name: string) =>
  kit.world().need('WhatsAppBusinessAccount', kit.names[name] ?? name)
