import { as, ruled, there } from '../ruled.ts'
import type { Variation } from '../variation.ts'

const answering = [
  'acceptWhatsAppBusinessSolution',
  'rejectSolutionRequest',
  'sendSolutionDeactivationRequest',
  'acceptWhatsAppBusinessSolutionDeactivationRequest',
  'rejectSolutionDeactivationRequest',
] as const

/** What replies about solutions and transfers say otherwise under other sides of rulings. */
export const solutionVariations: readonly Variation[] = [
  ruled(
    'solution-id-place',
    { kind: 'param', operations: ['onboardPartnersToMMLite'], param: '/solution_id' },
    {
      either: as('is read in the query and in the body'),
      body: as('is read in the body alone'),
      query: as('is read in the query alone'),
    },
  ),
  ruled(
    'solution-replies',
    { kind: 'call', operations: answering },
    { guide: as('answers {success: true}'), openapi: as('answers an object, and has parameters that must be there') },
  ),
  ruled(
    'solution-token-reply',
    { kind: 'reply', operations: ['getSolutionAccessToken'], parts: ['/data/*/access_token'] },
    { list: there, flat: 'gone' },
  ),
  ruled(
    'solution-token-reply',
    { kind: 'reply', operations: ['getSolutionAccessToken'], parts: ['/access_token', '/expires_at'] },
    { list: 'gone', flat: there },
  ),
  ruled(
    'solution-messaging',
    { kind: 'error', operations: ['createWhatsAppBusinessSolution'] },
    { both: as('it is made'), one: { error: 'solution_permissions_invalid' } },
    'whether it gives MESSAGING to both partners',
  ),
  ruled(
    'obo-intent-reply',
    { kind: 'reply', operations: ['setOBOMobilityIntent'], parts: ['/id'] },
    { node: there, openapi: 'gone' },
  ),
  ruled(
    'obo-intent-reply',
    {
      kind: 'reply',
      operations: ['setOBOMobilityIntent'],
      parts: ['/success', '/intent_id', '/client_mutation_id', '/error_msg'],
    },
    { node: 'gone', openapi: there },
  ),
  ruled(
    'migration-intent-shape',
    { kind: 'reply', operations: ['setSolutionMigrationIntent'], parts: ['/id'] },
    { node: there, openapi: 'gone' },
  ),
  ruled(
    'migration-intent-shape',
    {
      kind: 'reply',
      operations: ['setSolutionMigrationIntent'],
      parts: ['/success', '/migration_intent_id', '/status'],
    },
    { node: 'gone', openapi: there },
  ),
  ruled(
    'migration-intent-shape',
    { kind: 'reply', operations: ['getMigrationIntentDetails'], parts: ['/solution', '/destination_waba'] },
    { node: there, openapi: 'gone' },
  ),
  ruled(
    'obo-transfer-webhook',
    { kind: 'webhook', field: 'account_update', events: ['PARTNER_ADDED'] },
    { silent: as('not of a transfer'), 'partner-added': as('of a transfer, too') },
  ),
  ruled(
    'obo-transfer-on-signing',
    { kind: 'call', operations: ['onboardPartnersToMMLite'] },
    { transferred: as('signing hands accounts over'), separate: as('the client claims accounts apart') },
  ),
  ruled(
    'obo-transfer-ended',
    { kind: 'error', operations: ['setOBOMobilityIntent'] },
    { open: as('it is set'), 'since-october-2025': { error: 'obo_mobility_refused' } },
  ),
  ruled(
    'mm-request-expiry',
    { kind: 'reply', operations: ['getBusinessAgreement'], parts: ['/request_status'] },
    { never: as('EXPIRED never comes'), '90-days': as('EXPIRED after 90 days') },
  ),
]
