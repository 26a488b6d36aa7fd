import type { NodeType } from './node.ts'
import type { Method } from './operation.ts'

/**
 * Edges that Graph has and this emulator does not answer yet: they get 501 and `x-mmgraph: not-implemented`, so that
 * nobody takes the gap for Graph's answer. The names are those of Meta's SDK specs (source `codegen`); a few stand only in
 * the OpenAPI description or a guide.
 */
export const notBuilt: { readonly [T in NodeType]?: Readonly<Record<string, readonly Method[]>> } = {
  Application: {
    connected_client_businesses: ['GET'],
    permissions: ['GET'],
    roles: ['GET'],
    whatsapp_business_solution: ['POST'],
    whatsapp_business_solutions: ['GET'],
  },
  Business: {
    access_token: ['POST'],
    client_ad_accounts: ['GET'],
    extendedcredits: ['GET'],
    owned_ad_accounts: ['GET'],
    preverified_numbers: ['GET'],
    system_users: ['GET', 'POST'],
  },
  SystemUser: {
    access_tokens: ['POST'],
    applications: ['POST'],
    assigned_whatsapp_business_accounts: ['GET'],
  },
  User: { accounts: ['GET'], businesses: ['GET'] },
  WhatsAppBusinessAccount: {
    activities: ['GET'],
    conversation_analytics: ['GET'],
    flows: ['GET', 'POST'],
    in_progress_onbehalf_request: ['GET'],
    message_templates: ['GET', 'POST', 'DELETE'],
    obo_mobility_intent: ['POST'],
    phone_numbers: ['GET', 'POST'],
    pricing_analytics: ['GET'],
    product_catalogs: ['GET', 'POST', 'DELETE'],
    schedules: ['GET', 'POST'],
    set_obo_mobility_intent: ['POST'],
    set_solution_migration_intent: ['POST'],
    solutions: ['GET'],
    template_analytics: ['GET'],
    template_group_analytics: ['GET'],
  },
  AdAccount: { ads: ['GET'], adsets: ['GET'], campaigns: ['GET'], insights: ['GET', 'POST'] },
  WhatsAppBusinessSolution: {
    accept: ['POST'],
    accept_deactivation_request: ['POST'],
    access_token: ['GET'],
    reject: ['POST'],
    reject_deactivation_request: ['POST'],
    send_deactivation_request: ['POST'],
  },
}

/** Types of nodes of which none can be in a world yet, with their edges. */
export const notBuiltTypes: Readonly<Record<string, readonly string[]>> = {
  WhatsAppBusinessPhoneNumber: [
    'block_users',
    'calls',
    'call_permissions',
    'conversational_automation',
    'deregister',
    'groups',
    'marketing_messages',
    'media',
    'message_history',
    'message_qrdls',
    'messages',
    'official_business_account',
    'register',
    'request_code',
    'settings',
    'smb_app_data',
    'verify_code',
    'whatsapp_business_encryption',
    'whatsapp_business_profile',
    'whatsapp_commerce_settings',
  ],
  Dataset: ['dataset', 'events'],
  ExtendedCredit: ['whatsapp_credit_attach', 'whatsapp_credit_sharing', 'whatsapp_credit_sharing_and_attach'],
}

/** Paths that begin with no node; not answered yet either. */
export const notBuiltPaths: readonly string[] = ['dialog', 'search']
