import type { Ruling } from '../ruling.ts'

/** Contradictions about groups of templates. */
export const templateGroupRulings = {
  'template-group-description': {
    question: 'Must a template group have a description?',
    sides: {
      optional: { says: 'No', sources: ['template-groups: Create a template group'] },
      required: { says: 'Yes', sources: ['codegen: template_groups'] },
    },
    chosen: 'optional',
    why: 'The page is the later one, and written for those who call it.',
  },
  'template-group-product': {
    question: 'Whose messages does template_group_analytics count, as it takes no product_type?',
    sides: {
      both: {
        says: 'All of the group: its metrics have conversions, which only the Marketing Messages API has, and the whole sample names no product',
        sources: ['codegen: template_group_analytics', 'waba-analytics: Template group analytics'],
      },
      cloud_api: {
        says: 'Those of Cloud API: the sample with a time zone has "product_type": "cloud_api", as template_analytics has without the parameter',
        sources: ['waba-analytics: Template group analytics, use_waba_timezone'],
      },
    },
    chosen: 'both',
    why: 'The page says that it counts the messages of the templates of a group; the sample with a time zone is that of template_analytics, word for word.',
  },
} as const satisfies Record<string, Ruling>
