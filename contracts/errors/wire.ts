import { type ErrorName, errors } from '../errors.ts'
import type { RulingName, Rulings } from '../rulings.ts'
import type { ErrorDefinition, ErrorWire } from './definition.ts'

/** The error as these sides of rulings want it; its placeholders are still in its texts. */
export function wireOf(name: ErrorName, rulings: Rulings): ErrorWire {
  const definition: ErrorDefinition = errors[name]
  const ruled = Object.entries(definition.under ?? {}).map(([ruling, sides]) => sides[rulings[ruling as RulingName]])
  const { subcode, ...wire }: ErrorWire = Object.assign({}, definition, ...ruled)
  return subcode !== undefined && rulings['error-subcode'] === 'returned' ? { ...wire, subcode } : wire
}
