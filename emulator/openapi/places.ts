import type { NodeType } from '../../contracts/node.ts'
import type { Method, OperationContract } from '../../contracts/operation.ts'
import { operations } from '../../contracts/operations.ts'

/** How Meta's own documents call what the id in a path names. */
export const PARAMETERS: Readonly<Record<NodeType, string>> = {
  Ad: 'ad_id',
  AdAccount: 'ad_account_id',
  AdReportRun: 'report_run_id',
  AdSet: 'adset_id',
  Application: 'app_id',
  Business: 'business_id',
  BusinessAgreement: 'agreement_id',
  BusinessMessagingTemplateGroup: 'template_group_id',
  BusinessOwnedObjectOnBehalfOfRequest: 'onbehalf_request_id',
  Campaign: 'campaign_id',
  Dataset: 'dataset_id',
  SystemUser: 'system_user_id',
  UploadSession: 'upload_session_id',
  User: 'user_id',
  WhatsAppBusinessAccount: 'waba_id',
  WhatsAppBusinessAccountMigrationIntent: 'migration_intent_id',
  WhatsAppBusinessAccountOBOMobilityIntent: 'intent_id',
  WhatsAppBusinessAccountToNumberCurrentStatus: 'phone_number_id',
  WhatsAppBusinessHSM: 'template_id',
  WhatsAppBusinessMedia: 'media_id',
  WhatsAppBusinessSolution: 'solution_id',
  WhatsAppBusinessSolutionPartner: 'solution_partner_id',
}

/** One path, and what each method is on it: several operations where only the type of the node tells them apart. */
export interface Place {
  readonly path: string
  /** The parameter in the path, and what its id may name. */
  readonly parameter: string | undefined
  readonly types: readonly NodeType[]
  readonly methods: ReadonlyMap<Method, readonly OperationContract[]>
}

/**
 * Every path once. In OpenAPI two paths that differ only in the name of a parameter are the same, while Graph tells them
 * apart by what the id names: so what stands on one edge of several types is one path.
 */
export function places(): Place[] {
  const keyOf = ({ on, edge = '' }: OperationContract): string => (on === 'Graph' ? `/${edge}` : `/{}/${edge}`)
  const keys = [...new Set(operations.map(keyOf))].sort()
  return keys.map((key) => placeOf(operations.filter((contract) => keyOf(contract) === key)))
}

function placeOf(all: readonly OperationContract[]): Place {
  const types = [...new Set(all.flatMap(({ on }) => (on === 'Graph' ? [] : [on])))]
  const [type] = types
  const parameter = type && (types.length === 1 ? PARAMETERS[type] : 'node_id')
  const edge = all[0]?.edge
  const segments = [...(parameter ? [`{${parameter}}`] : []), ...(edge ? [edge] : [])]
  const methods = new Map<Method, OperationContract[]>()
  for (const contract of all) methods.set(contract.method, [...(methods.get(contract.method) ?? []), contract])
  return { path: `/${segments.join('/')}`, parameter, types, methods }
}
