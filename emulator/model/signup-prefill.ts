import type { Business } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import type { SignupExtras } from './signup-plan.ts'

/** What a page knew of its client: what the screens have in them at first. */
export interface Prefilled {
  /** One that is there. */
  readonly businessId?: string
  /** One to be made. */
  readonly business?: { readonly name: string; readonly country: string }
  /** With its country code. */
  readonly number?: string
  readonly displayName?: string
}

/**
 * A portfolio by its id, or by its name where there is one; else a new one, where all that it needs is told. Only v2 skips screens
 * then: here none is skipped.
 * @param own the portfolios that the client has
 * @see sources signup-prefill, signup-versions: Prefilled Info
 */
export function prefilledOf(world: World, { setup = {} }: SignupExtras, own: readonly Business[]): Prefilled {
  const { business: { id, name, email, website, address, phone } = {}, phone: { displayName } = {} } = setup
  const wanted = id === undefined || id === null ? undefined : world.idOf(String(id))
  const known = own.find((one) => one.id === wanted) ?? own.find((one) => one.name === name)
  const country = address?.country
  const fresh = name && email && website && country && { name, country }
  const isNumber = phone?.code !== undefined && phone.number !== undefined
  return {
    ...(known ? { businessId: known.id } : fresh && { business: fresh }),
    ...(isNumber && { number: `+${phone.code} ${phone.number}` }),
    ...(displayName && { displayName }),
  }
}
