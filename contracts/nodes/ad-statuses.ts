/** What a campaign, an ad set or an ad of a template can be. @see sources ad-object-status */
export const adStatuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED'] as const

export const assumed = {
  basis: 'assumed',
  assumes:
    'What it says of an ad that Meta keeps for a template is told nowhere; the field and its values are documented.',
  sources: ['measure-conversion', 'ad-object-status'],
} as const
