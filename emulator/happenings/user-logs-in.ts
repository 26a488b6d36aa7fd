import type { Permission } from '../../contracts/node.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

const PERMISSIONS: readonly Permission[] = [
  'ads_read',
  'business_management',
  'public_profile',
  'whatsapp_business_manage_events',
  'whatsapp_business_management',
  'whatsapp_business_messaging',
]

export const userLogsIn = happening(
  {
    name: 'user_logs_in',
    says: 'A person logs in to an app with Facebook and grants permissions; answers the code that the app gets',
    nodes: { user: 'User', app: 'Application' },
    params: {
      type: 'object',
      properties: { redirect_uri: text, scopes: { type: 'array', items: { enum: PERMISSIONS } } },
    },
    sources: ['embedded-signup: Exchange the token code', 'login-for-business'],
  },
  ({ nodes: { user, app }, params, world, now }) => {
    const code = world.keepCode({
      value: world.ids.code(),
      appId: app.id,
      userId: user.id,
      scopes: (params.scopes ?? PERMISSIONS) as readonly Permission[],
      issuedAt: now,
      ...(params.redirect_uri !== undefined && { redirectUri: params.redirect_uri }),
    })
    return { code: code.value }
  },
)
