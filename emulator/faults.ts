import { lenientJson } from '../contracts/lenient-json.ts'
import type { OperationContract } from '../contracts/operation.ts'
import { isRecord, textOf } from './body.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
import { type ErrorFault, type Fault, isErrorFault, isWebhookFault, type WireFault } from './world/fault.ts'
import type { World } from './world/world.ts'

/** A call as faults see it, its parameters as they came. */
export interface Aimed {
  readonly contract: OperationContract
  readonly node: AnyEntity | GraphRoot
  readonly params: Readonly<Record<string, unknown>>
}

/** The fault that a call gets, if one was asked for: the oldest that is about it. */
export function faultFor(world: World, aimed: Aimed): ErrorFault | WireFault | undefined {
  const ofCalls = world.faults.filter((fault) => !isWebhookFault(fault)) as (ErrorFault | WireFault)[]
  return ofCalls.find((fault) => isAbout(fault, aimed, world))
}

/** The error that a part of a call gets: what happens on the wire happens to whole calls. */
export function errorFor(world: World, aimed: Aimed): ErrorFault | undefined {
  return world.faults.filter(isErrorFault).find((fault) => isAbout(fault, aimed, world))
}

/** What happens to the answer of several calls in one, which are no calls of one operation. */
export function wireFaultForAll(world: World): WireFault | undefined {
  return (world.faults.filter((fault) => !isErrorFault(fault) && !isWebhookFault(fault)) as WireFault[]).find(
    ({ operation, phone, template }) => (operation ?? phone ?? template) === undefined,
  )
}

/** A fault has met a call or a webhook: one less is left of it. */
export function useFault(world: World, fault: Fault): void {
  const at = world.faults.indexOf(fault)
  if (at < 0) return
  if (fault.times > 1) world.faults[at] = { ...fault, times: fault.times - 1 }
  else world.faults.splice(at, 1)
}

function isAbout({ operation, phone, template }: ErrorFault | WireFault, aimed: Aimed, world: World): boolean {
  if (operation !== undefined && operation !== aimed.contract.name) return false
  if (phone !== undefined && phone !== aimed.node.id) return false
  return template === undefined || namesTemplate(template, aimed, world)
}

/** A call on the template, or a send of it. @param wanted an id, or a name */
function namesTemplate(wanted: string, { contract, node, params }: Aimed, world: World): boolean {
  if (node.nodeType === 'WhatsAppBusinessHSM') return node.id === wanted || node.name === wanted
  if (!contract.sends || node.nodeType !== 'WhatsAppBusinessAccountToNumberCurrentStatus') return false
  const { name, language } = sentTemplate(params.template)
  const kept = world.get('WhatsAppBusinessHSM', wanted)
  if (!kept) return name === wanted
  return kept.accountId === node.accountId && kept.name === name && kept.language === language
}

/** What a send names before its parameters are read: an object, or in a form its JSON. */
function sentTemplate(value: unknown): { readonly name?: string | undefined; readonly language?: string | undefined } {
  const template = typeof value === 'string' ? lenientJson(value) : value
  if (!isRecord(template)) return {}
  const { name, language } = template
  return { name: textOf(name), language: isRecord(language) ? textOf(language.code) : undefined }
}
