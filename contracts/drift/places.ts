import type { NodeType } from '../node.ts'

/** What the ids in the paths of Meta's OpenAPI description name. A name that is not here is a type that we do not have. */
export const pathTypes: Readonly<Record<string, NodeType>> = {
  'Application-ID': 'Application',
  'Business-ID': 'Business',
  'Media-ID': 'WhatsAppBusinessMedia',
  'Migration-Intent-ID': 'WhatsAppBusinessAccountMigrationIntent',
  'OBO-Mobility-Intent-ID': 'WhatsAppBusinessAccountOBOMobilityIntent',
  'Phone-Number-ID': 'WhatsAppBusinessAccountToNumberCurrentStatus',
  'Solution-ID': 'WhatsAppBusinessSolution',
  TEMPLATE_ID: 'WhatsAppBusinessHSM',
  'WABA-ID': 'WhatsAppBusinessAccount',
  'WhatsApp-Account-Number-ID': 'WhatsAppBusinessAccountToNumberCurrentStatus',
  'WhatsApp-Business-Account-ID': 'WhatsAppBusinessAccount',
}
