import { type Source, WHATSAPP } from '../source.ts'

const TEMPLATES = `${WHATSAPP}/templates`
const WEBHOOKS = `${WHATSAPP}/webhooks/reference`

/** What was read about message templates. */
export const templateSources = {
  'template-management': {
    title: 'Template management',
    date: '2026-09-11',
    url: `${TEMPLATES}/template-management`,
    kept: 'id 68955531336',
  },
  'template-overview': {
    title: 'Template fundamentals',
    date: '2026-05-05',
    url: `${TEMPLATES}/overview`,
    kept: 'id 54605853508',
  },
  'template-components': {
    title: 'Template components',
    date: '2025-11-21',
    url: `${TEMPLATES}/components`,
    kept: 'yvfl/api-whatsapp-docs 99db6d8',
  },
  'template-review': {
    title: 'Template review',
    date: '2025-10-31',
    url: `${TEMPLATES}/template-review`,
    kept: 'yvfl/api-whatsapp-docs c1bf925',
  },
  'template-categorization': {
    title: 'Template categorization',
    date: '2026-09-11',
    url: `${TEMPLATES}/template-categorization`,
    kept: 'id 68904598712',
  },
  'template-pausing': {
    title: 'Template pausing',
    date: '2026-09-11',
    url: `${TEMPLATES}/template-pausing`,
    kept: 'id 68876391422',
  },
  'template-archival': {
    title: 'Template archival',
    date: '2026-09-11',
    url: `${TEMPLATES}/template-archival`,
    kept: 'id 69298010335',
  },
  'template-library': {
    title: 'Template library',
    date: '2026',
    url: `${TEMPLATES}/template-library`,
    kept: 'id 69216240082',
  },
  'supported-languages': {
    title: 'Supported languages of templates',
    date: '2026-05-21',
    url: `${TEMPLATES}/supported-languages`,
  },
  'carousel-templates': {
    title: 'Media card carousel templates',
    date: '2026-06-24',
    url: `${TEMPLATES}/marketing-templates/media-card-carousel-templates`,
  },
  'limited-time-offer-templates': {
    title: 'Limited-time offer templates',
    date: '2026-06-17',
    url: `${TEMPLATES}/marketing-templates/limited-time-offer-templates`,
    kept: 'id 20086262316',
  },
  'authentication-bulk': {
    title: 'Bulk management of authentication templates',
    date: '2025-11-10',
    url: `${TEMPLATES}/authentication-templates/bulk-management`,
    kept: 'id 52792459930',
  },
  'authentication-previews': {
    title: 'Previews of authentication templates',
    date: '2025-11-04',
    url: `${TEMPLATES}/authentication-templates/template-preview`,
    kept: 'id 52787724067',
  },
  'template-status-webhook': {
    title: 'message_template_status_update webhook reference',
    date: '2026-09-11',
    url: `${WEBHOOKS}/message_template_status_update`,
    kept: 'id 69265677140',
  },
  'template-quality-webhook': {
    title: 'message_template_quality_update webhook reference',
    date: '2026-03-10',
    url: `${WEBHOOKS}/message_template_quality_update`,
    kept: 'yvfl/api-whatsapp-docs 6afd685',
  },
  'template-components-webhook': {
    title: 'message_template_components_update webhook reference',
    date: '2026-03-10',
    url: `${WEBHOOKS}/message_template_components_update`,
    kept: 'yvfl/api-whatsapp-docs 6afd685',
  },
  'template-category-webhook': {
    title: 'template_category_update webhook reference',
    date: '2026-03-10',
    url: `${WEBHOOKS}/template_category_update`,
    kept: 'yvfl/api-whatsapp-docs 6afd685',
  },
  'meta-whatsapp-rs': {
    title: 'vaam-apps/meta-whatsapp-rs: types of the template webhooks',
    date: '2026-09',
    kept: 'id 69402085560',
  },
  'graph-reference-templates': {
    title: 'Graph API reference: WhatsApp Business Account, message templates',
    date: '2024',
    url: 'https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/',
    kept: 'id 35805574286',
  },
  'client-archive': {
    title: 'Clients of the archive endpoints (gowa, WATS, a PHP SDK)',
    date: '2026',
    kept: 'ids 54902628640, 56986156767, 70931218134',
  },
  'client-unpause': { title: 'pywa: the result of an unpause', date: '2026', kept: 'id 62922496059' },
  'capture-template-deleted': {
    title: '2388023 of a name that is being deleted',
    date: '2026',
    kept: 'ids 54687644549, 19460337533, 22400384438',
  },
  'capture-template-exists': {
    title: '2388024, and a category that does not match',
    date: '2026',
    kept: 'id 69845979520',
  },
  'capture-template-fields': { title: '2388042, 2388299 and 192', date: '2026-02-27', kept: 'id 16996440264' },
  'capture-template-example': { title: '2388043 for an example', date: '2026', kept: 'ids 70825330983, 59277580786' },
  'capture-template-name': { title: '2388046 with blame_field_specs', date: '2023', kept: 'id 15978728096' },
  'capture-template-language': { title: '2388049 for a language', date: '2026', kept: 'id 54488080254' },
  'capture-template-sample': { title: '2388155 for a sample name', date: '2026', kept: 'id 59301515007' },
  'capture-template-authentication': { title: '2388148 for the buttons', date: '2025', kept: 'id 1097233936' },
  'capture-template-ratio': {
    title: '2388293, with its title, and what a body may have',
    date: '2026',
    kept: 'id 58770920286',
  },
  'capture-template-components': {
    title: 'Neither components nor a library name',
    date: '2026',
    kept: 'id 43409664446',
  },
} as const satisfies Record<string, Source>
