import { solutionTasks } from '../../contracts/nodes/whats-app-business-solution.ts'
import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { makeSolution, moveSolution, partnerOf, stateOf, tellOfSolution, withGiven } from '../model/solution.ts'

const name = { type: 'string', minLength: 2, maxLength: 75 } as const
const tasks = { type: 'array', items: { enum: solutionTasks } } as const
const wishes = { name, owner_permissions: tasks, partner_permissions: tasks } as const

// What the App Dashboard does with solutions and no API call does.

export const solutionIsDrafted = happening(
  {
    name: 'solution_is_drafted',
    says: 'A partner saves a Multi-Partner Solution as a draft in its App Dashboard, and sends it to nobody',
    nodes: { owner: 'Application', partner: 'Application' },
    params: { type: 'object', properties: wishes, required: ['name'] },
    sources: ['multi-partner-solutions', 'partner-solutions-webhook: DRAFT'],
  },
  ({ nodes: { owner, partner }, params, world, notify, refuse }) => {
    if (owner.id === partner.id) return refuse(`${owner.name} cannot be both partners of a solution`)
    const { owner_permissions = [], partner_permissions = [] } = params
    const sides = { owner: owner_permissions, partner: partner_permissions }
    const wish = { name: params.name, ownerAppId: owner.id, partnerAppId: partner.id, ...sides }
    const solution = makeSolution(world, wish, 'DRAFT')
    tellOfSolution(world, notify, 'SOLUTION_CREATED', solution)
    return { solution: solution.id }
  },
)

// That one can be changed until it is accepted is assumed; the page says only that its creator may.
export const solutionIsEdited = happening(
  {
    name: 'solution_is_edited',
    says: 'The partner that made a Multi-Partner Solution changes it in its App Dashboard, before it is accepted',
    nodes: { solution: 'WhatsAppBusinessSolution' },
    params: { type: 'object', properties: wishes },
    sources: ['multi-partner-solutions'],
  },
  ({ nodes: { solution }, params, world, refuse }) => {
    const state = stateOf(solution)
    if (state !== 'DRAFT' && state !== 'INITIATED') return refuse(`${solution.name} is ${state}; it is edited no more`)
    const { owner_permissions: owner, partner_permissions: partner } = params
    if (partner) world.put({ ...partnerOf(world, solution), partner_permissions: withGiven(partner) })
    world.put({
      ...solution,
      ...(params.name !== undefined && { name: params.name }),
      ...(owner && { owner_permissions: withGiven(owner) }),
    })
    return undefined
  },
)

export const solutionRequestIsSent = happening(
  {
    name: 'solution_request_is_sent',
    says: 'A partner sends the draft of a Multi-Partner Solution to the other partner',
    nodes: { solution: 'WhatsAppBusinessSolution' },
    params: noParams,
    sources: ['multi-partner-solutions', 'partner-solutions-webhook: INITIATED'],
  },
  ({ nodes: { solution }, world, notify, refuse }) => {
    if (stateOf(solution) !== 'DRAFT') return refuse(`${solution.name} is ${stateOf(solution)}, and no draft`)
    moveSolution(world, notify, solution, 'send')
    return undefined
  },
)
