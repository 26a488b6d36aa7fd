import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

/**
 * What partners may do with the accounts of a solution. The create call takes those of the SDK specs; VIEW_INSIGHTS
 * stands in the guide's sample of what a solution has. @see sources codegen, multi-partner-solutions
 */
export const solutionTasks = [
  'DEVELOP',
  'MANAGE',
  'MANAGE_EXTENSIONS',
  'MANAGE_PHONE',
  'MANAGE_PHONE_ASSETS',
  'MANAGE_TEMPLATES',
  'MESSAGING',
  'VIEW_COST',
  'VIEW_PHONE_ASSETS',
  'VIEW_TEMPLATES',
] as const

/** What both partners have without asking, in the order of the guide's sample. @see sources multi-partner-solutions, openapi */
export const givenTasks = [
  'MANAGE',
  'DEVELOP',
  'MANAGE_TEMPLATES',
  'MANAGE_PHONE',
  'VIEW_COST',
  'MANAGE_EXTENSIONS',
  'VIEW_PHONE_ASSETS',
  'MANAGE_PHONE_ASSETS',
  'VIEW_TEMPLATES',
  'VIEW_INSIGHTS',
] as const

export const whatsAppBusinessSolution = defineNode({
  type: 'WhatsAppBusinessSolution',
  read: 'getSolutionDetails',
  permissions: ['whatsapp_business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    status: { schema: { enum: ['DRAFT', 'INITIATED', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] }, default: true },
    status_for_pending_request: {
      schema: { enum: ['PENDING_ACTIVATION', 'PENDING_DEACTIVATION', 'NONE'] },
      default: true,
    },
    owner_app: { schema: { type: 'object' }, node: 'Application' },
    owner_permissions: { schema: { type: 'array', items: text } },
  },
  basis: 'documented',
  sources: ['openapi: getSolutionDetails', 'multi-partner-solutions'],
})
