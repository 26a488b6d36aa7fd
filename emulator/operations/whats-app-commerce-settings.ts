import {
  getCommerceSettings as reading,
  setOrUpdateCommerceSettings as updating,
} from '../../contracts/operations/whats-app-commerce-settings.ts'
import { done, implement } from '../implement.ts'

/** @see sources commerce-settings */
const STANDARD = { is_cart_enabled: true, is_catalog_visible: false } as const

export const getCommerceSettings = implement(reading, ({ node: { id, commerce = STANDARD } }) => ({
  data: [{ ...commerce, id }],
}))

export const setOrUpdateCommerceSettings = implement(updating, ({ node, params, world }) => {
  world.put({ ...node, commerce: { ...STANDARD, ...node.commerce, ...params } })
  return done
})
