import type { Ruling } from '../ruling.ts'

/** Contradictions about Multi-Partner Solutions, accounts held on behalf, and the end of the Intent API. */
export const solutionRulings = {
  'solution-id-place': {
    question: 'Where does the Intent API read solution_id?',
    sides: {
      either: {
        says: 'In the body and in the query, as Graph reads the parameters of other calls',
        sources: ['guide: Onboard a business using the Intent API', 'openapi: onboardPartnersToMMLite'],
      },
      body: {
        says: 'In the body: one in the query is passed over',
        sources: ['guide: Onboard a business using the Intent API'],
      },
      query: {
        says: 'In the query: one in the body is passed over',
        sources: ['openapi: onboardPartnersToMMLite, parameters'],
      },
    },
    chosen: 'either',
    why: 'The guide shows it in the body, the description has it as a query parameter, and neither says that the other place is not read.',
  },
  'solution-replies': {
    question: 'What do accepting, rejecting and deactivating a solution answer, and who may reject?',
    sides: {
      guide: {
        says: '{"success": true}; the calls have no body, and the invited partner rejects',
        sources: ['multi-partner-solutions'],
      },
      openapi: {
        says: 'An object that differs by call; accept and reject take parameters that must be there, and only the owner rejects',
        sources: ['openapi: acceptWhatsAppBusinessSolution', 'openapi: rejectSolutionRequest'],
      },
    },
    chosen: 'guide',
    why: 'The guide shows each call with its reply, and is the newer one; the owner rejecting its own request makes no sense.',
  },
  'solution-token-reply': {
    question: 'How does GET /{solution}/access_token answer?',
    sides: {
      list: {
        says: '{"data": [{"access_token"}]}',
        sources: ['migrating-among-solutions: Get the customer’s business token'],
      },
      flat: { says: '{"access_token", "expires_at"}', sources: ['openapi: getSolutionAccessToken'] },
    },
    chosen: 'list',
    why: 'Two guides show the list, the newer of February 2026.',
  },
  'solution-messaging': {
    question: 'May both partners of a solution have the permission MESSAGING?',
    sides: {
      both: { says: "Yes: the guide's sample call gives it to both", sources: ['multi-partner-solutions'] },
      one: {
        says: "One must have it, and only one may: else 'Invalid Permissions for either of the partners'",
        sources: ['openapi: createWhatsAppBusinessSolution'],
      },
    },
    chosen: 'both',
    why: 'The sample of a guide would fail otherwise.',
  },
  'obo-intent-reply': {
    question: 'What does set_obo_mobility_intent answer?',
    sides: {
      node: {
        says: '{"id"}: the intent, as the SDK specs say and the sibling call shows',
        sources: ['codegen: WhatsAppBusinessAccount', 'obo-transfer'],
      },
      openapi: {
        says: '{"success", "intent_id", "client_mutation_id", "error_msg"}; an unusable solution is HTTP 200 with success false',
        sources: ['openapi: setOBOMobilityIntent'],
      },
    },
    chosen: 'node',
    why: 'SDK specs are made from the schema of Graph itself, and a 200 that failed is not how Graph says no.',
  },
  'migration-intent-shape': {
    question: 'What does set_solution_migration_intent take and answer, and what shows its node?',
    sides: {
      node: {
        says: 'solution_id or app_id; {"id"}; the node shows destination_waba',
        sources: ['migrating-among-solutions', 'migrating-off-solutions', 'codegen: WhatsAppBusinessAccount'],
      },
      openapi: {
        says: 'migration_intent must be there; {"success", "migration_intent_id", "status"}; the node has id and status only',
        sources: ['openapi: setSolutionMigrationIntent', 'openapi: getMigrationIntentDetails'],
      },
    },
    chosen: 'node',
    why: 'The guides and the SDK specs agree.',
  },
  'obo-transfer-webhook': {
    question: 'Is PARTNER_ADDED told to the partner that held an account, when the account becomes the client’s own?',
    sides: {
      silent: {
        says: 'No: no page names a webhook of the transfer, and the partner had the account before',
        sources: ['obo-transfer', 'guide'],
      },
      'partner-added': {
        says: 'Yes: from then on a client shares the account with the partner, which is what PARTNER_ADDED tells',
        sources: ['account-update: PARTNER_ADDED'],
      },
    },
    chosen: 'silent',
    why: 'Nothing is documented. A partner of the solution to whom the account is new is told under both sides.',
  },
  'obo-transfer-on-signing': {
    question: 'Does signing through the Intent API hand the accounts over that the partner holds for the client?',
    sides: {
      transferred: {
        says: 'Yes: the transfer can be done as part of the onboarding',
        sources: ['obo-deprecation', 'guide: Use the Intent API'],
      },
      separate: {
        says: 'No: accounts are marked to be transferred, and the client claims them in Meta Business Suite',
        sources: ['guide: OBO intent', 'obo-transfer'],
      },
    },
    chosen: 'transferred',
    why: 'The page on the end of the on-behalf-of model says so in words; the guide only says marked.',
  },
  'obo-transfer-ended': {
    question:
      'Can partners and clients transfer accounts held on behalf after 2025-10-01, other than by the Intent API?',
    sides: {
      open: {
        says: 'Yes: the guides of 2026 still describe the calls',
        sources: ['guide: Intent API', 'obo-transfer'],
      },
      'since-october-2025': {
        says: "No: 2025-10-01 was the last day (the world's clock decides); only signing transfers them",
        sources: ['obo-deprecation'],
      },
    },
    chosen: 'open',
    why: 'An account that Meta has not moved by itself must get out somehow, and no page has the refusal.',
  },
  'mm-request-expiry': {
    question: 'Does a request of the Intent API end by itself?',
    sides: {
      never: {
        says: 'No: admins are written to until they onboard or reject',
        sources: ['guide: until they either onboard or reject the invitation'],
      },
      '90-days': {
        says: 'After 90 days it is EXPIRED, as comparable requests of Meta end, and the client may be asked again',
        sources: ['codegen: BusinessAgreement', 'partner-initiated-accounts', 'adding-waba-to-mps'],
      },
    },
    chosen: 'never',
    why: 'The guide names two ends. The value EXPIRED is there, and no page says when it comes.',
  },
} as const satisfies Record<string, Ruling>
