import { filled } from './shapes.ts'

/** One product of a catalog. @see sources messages-products */
export const productAction = {
  type: 'object',
  properties: { catalog_id: filled, product_retailer_id: filled },
  required: ['catalog_id', 'product_retailer_id'],
  additionalProperties: false,
} as const

/** Up to 30 products of a catalog, in up to 10 sections. @see sources messages-products, openapi */
export const productListAction = {
  type: 'object',
  properties: {
    catalog_id: filled,
    sections: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      $comment: 'Total section count exceed max allowed count: 10',
      items: {
        type: 'object',
        properties: {
          title: { type: 'string', maxLength: 24, $comment: 'Section title is too long. Max length is 24' },
          product_items: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: { product_retailer_id: filled },
              required: ['product_retailer_id'],
              additionalProperties: false,
            },
          },
        },
        required: ['product_items'],
        additionalProperties: false,
      },
    },
  },
  required: ['catalog_id', 'sections'],
  additionalProperties: false,
} as const
