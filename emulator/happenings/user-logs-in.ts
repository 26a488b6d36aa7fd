import type { Permission } from '../../contracts/node.ts'
import { permissionNames } from '../../contracts/permission-names.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

export const userLogsIn = happening(
  {
    name: 'user_logs_in',
    says: 'A person logs in to an app with Facebook and grants permissions; answers the code that the app gets',
    nodes: { user: 'User', app: 'Application' },
    params: {
      type: 'object',
      properties: { redirect_uri: text, scopes: { type: 'array', items: { enum: permissionNames } } },
    },
    sources: ['embedded-signup: Exchange the token code', 'login-for-business'],
  },
  ({ nodes: { user, app }, params, world, now }) => {
    const code = world.keepCode({
      value: world.ids.code(),
      appId: app.id,
      userId: user.id,
      scopes: (params.scopes ?? permissionNames) as readonly Permission[],
      issuedAt: now,
      ...(params.redirect_uri !== undefined && { redirectUri: params.redirect_uri }),
    })
    return { code: code.value }
  },
)
