import {
  type AskedFault,
  type FaultProblem,
  faultProperties,
  problemOfKeys,
  problemOfValues,
} from '../../contracts/faults.ts'
import { listed } from '../../contracts/nearest.ts'
import type { Fault } from '../world/fault.ts'
import type { World } from '../world/world.ts'
import { BadInput } from './input.ts'

export const FAULT = { type: 'object', properties: faultProperties, additionalProperties: false } as const

/** A fault of a world, as it was asked for; numbers and templates by their ids. @throws BadInput */
export function readFault(asked: AskedFault, world: World): Fault {
  const problem = problemOfKeys(asked) ?? problemOfValues(asked)
  if (problem) throw new BadInput(sentenceOf(problem))
  const phone = asked.phone === undefined ? undefined : phoneOf(String(asked.phone), world)
  const template = asked.template === undefined ? undefined : templateOf(String(asked.template), world)
  const { params, times = 1, phone: _, template: __, ...rest } = asked
  return {
    ...rest,
    times,
    ...(asked.error !== undefined && { params: params ?? {} }),
    ...(phone !== undefined && { phone }),
    ...(template !== undefined && { template }),
  } as Fault
}

function sentenceOf({ at, says }: FaultProblem): string {
  return `${at ?? 'The body'}: ${says}${says.endsWith('?') ? '' : '.'}`
}

const PHONE = 'WhatsAppBusinessAccountToNumberCurrentStatus'
const TEMPLATE = 'WhatsAppBusinessHSM'

function phoneOf(wanted: string, world: World): string {
  const found = world.get(PHONE, world.idOf(wanted))
  if (found) return found.id
  throw new BadInput(
    `phone: '${wanted}' is no phone number of the world; there are ${listed(namesOf(PHONE, world)) || 'none'}.`,
  )
}

/** The id, or the name that templates of several languages and accounts have. */
function templateOf(wanted: string, world: World): string {
  const found = world.get(TEMPLATE, world.idOf(wanted))
  if (found) return found.id
  const names = [...new Set(world.list(TEMPLATE).map(({ name }) => name))]
  if (names.includes(wanted)) return wanted
  const known = [...new Set([...namesOf(TEMPLATE, world), ...names])]
  throw new BadInput(`template: '${wanted}' is no template of the world; there are ${listed(known) || 'none'}.`)
}

/** The names that the world has for nodes of a type, else their ids. */
function namesOf(type: typeof PHONE | typeof TEMPLATE, world: World): string[] {
  const named = Object.entries(world.names).filter(([, id]) => world.get(type, id) !== undefined)
  const ids = world.list(type).map(({ id }) => id)
  return named.length > 0 ? named.map(([name]) => name) : ids
}
