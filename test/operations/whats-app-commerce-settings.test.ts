import { expect } from 'vitest'
import {
  getCommerceSettings,
  setOrUpdateCommerceSettings,
} from '../../contracts/operations/whats-app-commerce-settings.ts'
import type { Kit } from '../kit.ts'
import { withNumber } from '../numbers.ts'
import { proves } from '../operation.ts'

const EDGE = '/{phone}/whatsapp_commerce_settings'
const read = async (kit: Kit) => (await kit.graph('GET', EDGE)).body.data

proves(
  getCommerceSettings,
  {
    'shows a cart and no catalog where nothing was set': async () => {
      expect(await read(withNumber())).toMatchObject([{ is_cart_enabled: true, is_catalog_visible: false }])
    },
  },
  {},
)

proves(
  setOrUpdateCommerceSettings,
  {
    'changes what is given and keeps the rest': async () => {
      const kit = withNumber()
      const { body } = await kit.graph('POST', EDGE, { query: { is_catalog_visible: 'true' } })
      expect(body).toEqual({ success: true })
      await kit.graph('POST', EDGE, { query: { is_cart_enabled: 'false' } })
      expect(await read(kit)).toMatchObject([{ is_cart_enabled: false, is_catalog_visible: true }])
    },
  },
  {},
)
