/** What a campaign, an ad set or an ad of a template can be. @see sources ad-object-status */
export const adStatuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED'] as const

/** That the field is there is documented; what it says of a read-only ad account is told nowhere. */
export const assumed = { basis: 'assumed', sources: ['measure-conversion', 'ad-object-status'] } as const
