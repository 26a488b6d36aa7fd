import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

const nodes = { app: 'Application' } as const

// Webhooks that were not sent meanwhile do not come later: assumed, no page says so.
export const appGoesLive = happening(
  {
    name: 'app_goes_live',
    says: 'A developer puts an app that is in Dev mode into Live mode: all its webhooks are sent from now on',
    nodes,
    params: noParams,
    sources: ['webhooks-overview: Troubleshooting'],
  },
  ({ nodes: { app }, world, refuse }) => {
    const { inDevelopment, ...rest } = app
    if (!inDevelopment) return refuse(`${app.name} is live already`)
    world.put(rest)
    return undefined
  },
)

export const appReturnsToDevelopment = happening(
  {
    name: 'app_returns_to_development',
    says: 'A developer puts a live app back into Dev mode: some webhooks are not sent',
    nodes,
    params: noParams,
    sources: ['webhooks-overview: Troubleshooting'],
  },
  ({ nodes: { app }, world, refuse }) => {
    if (app.inDevelopment) return refuse(`${app.name} is in Dev mode already`)
    world.put({ ...app, inDevelopment: true })
    return undefined
  },
)
