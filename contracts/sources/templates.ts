import { type Source, WHATSAPP } from '../source.ts'

/** What was read about message templates. */
export const templateSources = {
  'template-management': {
    title: 'Template management',
    date: '2026-09',
    url: `${WHATSAPP}/templates/template-management`,
    kept: 'id 68955531336',
  },
} as const satisfies Record<string, Source>
