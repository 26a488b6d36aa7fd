import { permissionNames } from '../../contracts/permission-names.ts'
import { happening } from '../happening.ts'
import { withoutReview } from '../model/app-review.ts'

const nodes = { app: 'Application' } as const
const params = {
  type: 'object',
  properties: { permission: { enum: permissionNames } },
  required: ['permission'],
} as const

// Standard access needs no review: every permission that an app has added has it from then on.
export const appRequestsPermission = happening(
  {
    name: 'app_requests_permission',
    says: 'A developer asks App Review for Advanced access to a permission; until it answers the app has Standard access',
    nodes,
    params,
    sources: ['app-review: Permissions', 'access-levels: Standard Access', 'guide: Submit for app review'],
  },
  ({ nodes: { app }, params: { permission }, world, now, refuse }) => {
    if (app.access[permission] === 'advanced') return refuse(`${app.name} has Advanced access to ${permission} already`)
    if (app.reviews[permission] !== undefined) {
      return refuse(`App Review has not answered yet what ${app.name} asked for ${permission}`)
    }
    // "May have to be connected to a verified business": that it has to is assumed.
    const { name, verification_status } = world.need('Business', app.businessId)
    if (verification_status !== 'verified') {
      return refuse(`${name} is ${verification_status}; Advanced access takes a verified business`)
    }
    const access = { ...app.access, [permission]: 'standard' as const }
    world.put({ ...app, access, reviews: { ...app.reviews, [permission]: now } })
    return { access: 'standard' }
  },
)

/** What App Review answers to a request. */
const ANSWERS = [
  ['app_review_grants_permission', 'App Review grants an app Advanced access to a permission', 'advanced'],
  [
    'app_review_refuses_permission',
    'App Review refuses an app Advanced access to a permission: it keeps Standard access and may ask again',
    'standard',
  ],
] as const

export const appReviewAnswers = ANSWERS.map(([name, says, level]) =>
  happening(
    { name, says, nodes, params, sources: ['app-review', 'access-levels: Advanced Access'] },
    ({ nodes: { app }, params: { permission }, world, refuse }) => {
      if (app.reviews[permission] === undefined) {
        return refuse(`${app.name} has not asked for ${permission}: happening app_requests_permission`)
      }
      world.put({ ...withoutReview(app, permission), access: { ...app.access, [permission]: level } })
      return { access: level }
    },
  ),
)

export const appLosesAdvancedAccess = happening(
  {
    name: 'app_loses_advanced_access',
    says: 'Meta takes Advanced access to a permission back, as the app did not pass its ongoing review',
    nodes,
    params,
    sources: ['login-for-business: Ongoing Review', 'access-levels'],
  },
  ({ nodes: { app }, params: { permission }, world, refuse }) => {
    if (app.access[permission] !== 'advanced') return refuse(`${app.name} has no Advanced access to ${permission}`)
    world.put({ ...app, access: { ...app.access, [permission]: 'standard' } })
    return { access: 'standard' }
  },
)
