import { parseFields } from '../fields.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'

/** Where people's apps find a picture: shaped like Meta's, and nothing is there. @see sources openapi */
export function pictureUrl(world: World, handle: string): string {
  return `https://pps.whatsapp.net/v/${world.ids.letters(`picture/${handle}`, 40)}`
}

const FIELDS = ['about', 'address', 'description', 'email', 'profile_picture_url', 'vertical', 'websites']

/** The names that a `fields` parameter asks for; undefined: all that are set. */
export function profileFields(fields: unknown): readonly string[] | undefined {
  return parseFields(fields)?.map(({ name }) => name)
}

/** The first of the names that no profile has. */
export function unknownProfileField(names: readonly string[] | undefined): string | undefined {
  return names?.find((name) => name !== 'messaging_product' && !FIELDS.includes(name))
}

/** A profile, cut to what was asked for. @see sources business-profiles */
export function profileOf(number: PhoneNumber, names: readonly string[] = FIELDS): { messaging_product: 'whatsapp' } {
  const set = Object.entries(number.profile ?? {}).filter(([name]) => names.includes(name))
  return { ...Object.fromEntries(set), messaging_product: 'whatsapp' }
}
