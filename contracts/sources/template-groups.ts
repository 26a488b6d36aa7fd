import { type Source, WHATSAPP } from '../source.ts'

/** What was read about groups of templates. */
export const templateGroupSources = {
  'template-groups': {
    title: 'Template groups; read in its edition of 2026-02-27, of the later one only the beginning',
    date: '2026-05-21',
    url: `${WHATSAPP}/templates/template-groups`,
    kept: 'id 54883550749',
  },
  'whatsapp-changelog': {
    title: 'Changelog of the WhatsApp Business Platform: 2025-02-14, template groups and their analytics',
    date: '2025-02-14',
    url: `${WHATSAPP}/changelog`,
    kept: 'ids 52477458148, 55053031139',
  },
  'client-template-groups': {
    title: 'A published client of template groups: lists with fields, limit and cursors; id and success of changes',
    date: '2026',
    kept: 'ids 57037828618, 56704657196',
  },
  'client-template-group-analytics': {
    title: 'Two published clients of template_group_analytics: one to ten ids, product_type that may be absent',
    date: '2026',
    kept: 'ids 71504791294, 69414265787',
  },
} as const satisfies Record<string, Source>
