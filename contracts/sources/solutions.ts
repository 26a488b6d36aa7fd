import { type Source, WHATSAPP } from '../source.ts'

const PROVIDERS = `${WHATSAPP}/solution-providers`

/** What was read about Multi-Partner Solutions, accounts held on behalf of clients, and the ways out of both. */
export const solutionSources = {
  'multi-partner-solutions': {
    title: 'Multi-Partner Solutions',
    date: '2025-11-05',
    url: `${PROVIDERS}/multi-partner-solutions`,
  },
  'partner-solutions-webhook': {
    title: 'partner_solutions webhook reference',
    date: '2026-06-17',
    url: `${WHATSAPP}/webhooks/reference/partner_solutions`,
    kept: 'F#56434957214',
  },
  'obo-deprecation': {
    title: 'On-behalf-of model deprecation',
    date: '2026-05-21',
    url: `${PROVIDERS}/obo-model-deprecation`,
  },
  'partner-initiated-accounts': {
    title: 'Partner-initiated WABA creation',
    date: '2025-11-14',
    url: `${PROVIDERS}/partner-initiated-waba-creation`,
  },
  'migrating-among-solutions': {
    title: 'Migrating a WABA from one Multi-Partner Solution to another via Meta Business Suite',
    date: '2026-02-27',
    url: `${PROVIDERS}/support/migrating-wabas-among-solutions-via-meta-business-suite`,
    kept: 'id 54817892881',
  },
  'migrating-off-solutions': {
    title: 'Migrating customers off of a Multi-Partner Solution using Meta Business Suite',
    date: '2026-06-30',
    url: `${PROVIDERS}/support/migrating-customers-off-solutions-via-meta-business-suite`,
  },
} as const satisfies Record<string, Source>
