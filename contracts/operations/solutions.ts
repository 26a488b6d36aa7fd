import { pageOf } from '../account-list.ts'
import { solutionTasks } from '../nodes/whats-app-business-solution.ts'
import { defineOperation } from '../operation.ts'
import { integer, nodeId, pageParams, text } from '../shapes.ts'

const permissions = ['whatsapp_business_management'] as const
const tasks = { type: 'array', items: { enum: solutionTasks } } as const

/** Asks another app to be the partner of a new Multi-Partner Solution. */
export const createWhatsAppBusinessSolution = defineOperation({
  name: 'createWhatsAppBusinessSolution',
  method: 'POST',
  on: 'Application',
  edge: 'whatsapp_business_solution',
  auth: { permissions },
  params: {
    type: 'object',
    properties: {
      owner_permissions: tasks,
      partner_app_id: text,
      partner_permissions: tasks,
      solution_name: { type: 'string', minLength: 2, maxLength: 75 },
    },
    required: ['owner_permissions', 'partner_app_id', 'partner_permissions', 'solution_name'],
  },
  reply: {
    type: 'object',
    properties: { solution_id: nodeId },
    required: ['solution_id'],
    additionalProperties: false,
  },
  errors: ['solution_app_forbidden', 'solution_partner_app_invalid', 'solution_permissions_invalid'],
  rulings: ['solution-messaging'],
  volatile: ['/solution_id'],
  basis: 'documented',
  sources: ['multi-partner-solutions', 'openapi: createWhatsAppBusinessSolution', 'codegen: Application'],
})

/** The solutions of an app: those that it made, and those that it was asked into. */
export const getApplicationWhatsAppBusinessSolutions = defineOperation({
  name: 'getApplicationWhatsAppBusinessSolutions',
  method: 'GET',
  on: 'Application',
  edge: 'whatsapp_business_solutions',
  auth: { permissions },
  params: { type: 'object', properties: { ...pageParams, role: { enum: ['OWNER', 'PARTNER'] } } },
  reply: pageOf,
  lists: 'WhatsAppBusinessSolution',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['openapi: getApplicationWhatsAppBusinessSolutions', 'codegen: Application'],
})

/** The solution that an account is in. */
export const listWabaSolutions = defineOperation({
  name: 'listWabaSolutions',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'solutions',
  auth: { permissions },
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'WhatsAppBusinessSolution',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['openapi: listWabaSolutions', 'codegen: WhatsAppBusinessAccount'],
})

/** The invited side of a solution: `fields=partners{partner_permissions,partner_app}`. */
export const getSolutionPartners = defineOperation({
  name: 'getSolutionPartners',
  method: 'GET',
  on: 'WhatsAppBusinessSolution',
  edge: 'partners',
  auth: { permissions },
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'WhatsAppBusinessSolutionPartner',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['multi-partner-solutions: partners'],
})

const token = { access_token: text } as const

/** The token with which a partner of a solution reaches the accounts of one customer. */
export const getSolutionAccessToken = defineOperation({
  name: 'getSolutionAccessToken',
  method: 'GET',
  on: 'WhatsAppBusinessSolution',
  edge: 'access_token',
  auth: { tokens: ['system-user'], permissions },
  params: { type: 'object', properties: { business_id: text }, required: ['business_id'] },
  reply: {
    anyOf: [
      {
        type: 'object',
        properties: {
          data: {
            type: 'array',
            items: { type: 'object', properties: token, required: ['access_token'], additionalProperties: false },
          },
        },
        required: ['data'],
        additionalProperties: false,
      },
      {
        type: 'object',
        properties: { ...token, expires_at: integer },
        required: ['access_token', 'expires_at'],
        additionalProperties: false,
      },
    ],
  },
  errors: ['parameter_not_numeric', 'solution_business_not_shared'],
  rulings: ['solution-token-reply', 'openapi-status'],
  volatile: ['/data/0/access_token'],
  basis: 'documented',
  sources: ['migrating-among-solutions: Get the customer’s business token', 'openapi: getSolutionAccessToken'],
})
