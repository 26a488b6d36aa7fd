import { problemsWith } from '../contracts/validate.ts'
import { perform } from './effects.ts'
import { type Happening, Refused } from './happening.ts'
import { adminsAreInvited } from './happenings/admins-are-invited.ts'
import { businessOnboardsInWhatsappManager } from './happenings/business-onboards-in-whatsapp-manager.ts'
import { clientAcceptsMmTerms } from './happenings/client-accepts-mm-terms.ts'
import { clientRejectsMmInvitation } from './happenings/client-rejects-mm-invitation.ts'
import { partnerAcceptsMmTerms } from './happenings/partner-accepts-mm-terms.ts'
import type { AnyEntity } from './world/entities.ts'
import type { World } from './world/world.ts'

/** What can happen outside the API. */
export const happenings: readonly Happening[] = [
  clientAcceptsMmTerms,
  clientRejectsMmInvitation,
  partnerAcceptsMmTerms,
  businessOnboardsInWhatsappManager,
  adminsAreInvited,
]

const byName = new Map(happenings.map((happening) => [happening.contract.name, happening]))

/**
 * Something happens in a world: all of it or nothing. Answers what the happening says of itself.
 * @throws Refused with a sentence that names the parameter and what is allowed
 */
export function happen(world: World, name: string, given: Readonly<Record<string, unknown>>): object | undefined {
  const happening = byName.get(name)
  if (!happening) throw new Refused(`name: '${name}' is no happening; those are ${publicNames().join(', ')}`)
  const { contract, handle } = happening
  const nodes: Record<string, AnyEntity> = {}
  const params: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    const type = Object.hasOwn(contract.nodes, key) ? contract.nodes[key] : undefined
    if (type) nodes[key] = nodeFor(world, key, value, type)
    else if (Object.hasOwn(contract.params.properties ?? {}, key)) params[key] = value
    else throw new Refused(`with.${key}: ${name} has no such parameter; those are ${parametersOf(happening)}`)
  }
  const missing = Object.keys(contract.nodes).find((key) => !nodes[key])
  if (missing) throw new Refused(`with.${missing}: ${name} needs it: the id or the name of a ${contract.nodes[missing]}`)
  const [problem] = problemsWith(contract.params, params)
  if (problem) throw new Refused(`with${problem.where.replaceAll('/', '.')}: ${problem.says}`)
  const refuse = (why: string): never => {
    throw new Refused(why)
  }
  return perform(world, (effects) => handle({ ...effects, nodes, params, world, now: world.now, refuse } as never))
}

/** The happenings that a tester may ask for. */
export function publicNames(): string[] {
  return happenings.filter(({ contract }) => !contract.internal).map(({ contract }) => contract.name)
}

function parametersOf({ contract }: Happening): string {
  return [...Object.keys(contract.nodes), ...Object.keys(contract.params.properties ?? {})].join(', ')
}

function nodeFor(world: World, key: string, value: unknown, type: string): AnyEntity {
  const id = typeof value === 'string' ? (world.names[value] ?? value) : ''
  const node = world.find(id)
  if (node?.nodeType === type) return node
  const found = node ? `names a ${node.nodeType}` : `names nothing in the world ${world.id}`
  const names = Object.entries(world.names).filter(([, other]) => world.find(other)?.nodeType === type)
  throw new Refused(
    `with.${key}: ${JSON.stringify(value)} ${found}; a ${type} is needed: ${names.map(([name]) => name).join(', ')}`,
  )
}
