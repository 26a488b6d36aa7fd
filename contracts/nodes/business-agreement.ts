import { defineNode } from '../node.ts'
import { nodeId } from '../shapes.ts'

/** What `request_id` of the Intent API names. */
export const businessAgreement = defineNode({
  type: 'BusinessAgreement',
  read: 'getBusinessAgreement',
  permissions: ['business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    request_status: {
      schema: {
        enum: [
          'APPROVE',
          'CANCELED',
          'DECLINE',
          'EXPIRED',
          'IN_PROGRESS',
          'MMA_DIRECT_ASSETS_APPROVED',
          'MMA_DIRECT_ASSETS_DECLINED',
          'MMA_DIRECT_ASSETS_EXPIRED',
          'MMA_DIRECT_ASSETS_PENDING',
          'PENDING',
          'PENDING_EMAIL_VERIFICATION',
          'PENDING_INTEGRITY_REVIEW',
        ],
      },
      default: true,
    },
  },
  basis: 'assumed',
  assumes:
    'That it can be read by the id which the Intent API answers: the specs have the node and its fields, and no page shows a read.',
  sources: ['codegen: BusinessAgreement', 'openapi: onboardPartnersToMMLite, business agreement request'],
})
