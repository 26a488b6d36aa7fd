import { nodes } from '../nodes.ts'
import type { OperationContract } from '../operation.ts'
import type { ClientCall } from './format.ts'
import { typeRead } from './judge-fields.ts'
import { segmentsOf } from './names.ts'
import { readingOf } from './reads.ts'
import { schemasAt } from './schema-at.ts'
import { sourceOf } from './source-of.ts'
import type { CallStep, Problem } from './step.ts'
import { inWords, isError, isSame, type Place, stateIn, type Variation } from './variation.ts'
import { variations } from './variations.ts'

/** What a call sends or reads that is otherwise afterwards. */
export function judgeVariations(step: CallStep, contract: OperationContract | undefined): Problem[] {
  return variations
    .filter(({ place }) => isAbout(place, step.call.operation))
    .filter((variation) => !isSame(stateIn(variation, step.before), stateIn(variation, step.after)))
    .flatMap((variation) => [...judgeSent(step, variation), ...judgeReply(step, variation, contract)])
}

function isAbout(place: Place, operation: string): boolean {
  return !('operations' in place) || place.operations === undefined || place.operations.includes(operation)
}

/** A parameter that is sent (or not), a header, or the call as such. */
function judgeSent({ call, before, after }: CallStep, variation: Variation): Problem[] {
  const [was, is] = [stateIn(variation, before), stateIn(variation, after)]
  const wasRefused = isError(was)
  // A call that was not refused has nothing to lose by what refused others.
  if (wasRefused ? call.errors[was.error] === undefined : !call.answered) return []
  const part = sentPart(call, variation.place, wasRefused)
  if (part === undefined) return []
  const depends = variation.depends ? `; it depends on ${variation.depends}` : ''
  const problem = `${inWords(is)}; before, ${inWords(was)}${depends}`
  const about = { ...(part && { part }), problem, source: sourceOf(variation, after.rulings) }
  if (wasRefused) return [{ rule: 'upgrade-call-answered', severity: 'warning', ...about }]
  if (!isError(is)) return [{ rule: 'upgrade-call-differs', severity: 'warning', ...about }]
  return [{ rule: 'upgrade-call-refused', severity: depends ? 'warning' : 'error', ...about }]
}

/**
 * The part of a call that a variation is about, in words; of the call as such it is empty. Undefined: the call has no such part.
 * @param ofRefused whether it counts where only calls that were refused have it
 */
function sentPart(call: ClientCall, place: Place, ofRefused: boolean): string | undefined {
  if (place.kind === 'call') return ''
  if (place.kind === 'header') return call.headers.includes(place.header) ? `header ${place.header}` : undefined
  const isHere = place.kind === 'param' && (place.call ?? call.call) === call.call
  return isHere ? paramPart(call, place, ofRefused) : undefined
}

function paramPart(
  { params }: ClientCall,
  { param, missing }: Extract<Place, { kind: 'param' }>,
  ofRefused: boolean,
): string | undefined {
  const sent = params[param]?.sent
  if (missing) return sent === 'every' ? undefined : `without ${param}`
  return sent === undefined || (sent === 'refused' && !ofRefused) ? undefined : `param ${param}`
}

function judgeReply(step: CallStep, variation: Variation, contract: OperationContract | undefined): Problem[] {
  const { place } = variation
  if (place.kind !== 'reply' || !step.call.answered) return []
  return place.parts.flatMap((part) => judgePart(step, variation, contract, part))
}

function judgePart(
  { call, before, after }: CallStep,
  variation: Variation,
  contract: OperationContract | undefined,
  pointer: string,
): Problem[] {
  const [was, is] = [stateIn(variation, before), stateIn(variation, after)]
  const reading = readingOf(call.reads, pointer)
  // A part that comes anew breaks nobody who did without it.
  if (was === 'gone' || reading === undefined) return []
  if (reading !== 'read' && !(contract && mayHave(contract, call, pointer))) return []
  const shown = pointer.replace('**', '')
  const how = { read: 'is read', copied: 'is copied with all around it', unseen: 'may be read' }[reading]
  const part = `reply ${shown}`
  const depends = variation.depends ? `; it depends on ${variation.depends}` : ''
  const problem = `${shown} ${how}: ${inWords(is)}; before, ${inWords(was)}${depends}`
  const source = sourceOf(variation, after.rulings)
  if (is !== 'gone') return [{ rule: 'upgrade-part-differs', severity: 'warning', part, problem, source }]
  const severity = reading === 'read' && !depends ? 'error' : 'warning'
  return [{ rule: 'upgrade-part-gone', severity, part, problem, source }]
}

/** Whether a part can be in the replies at all, where it was not seen there. */
function mayHave(contract: OperationContract, { fields }: ClientCall, pointer: string): boolean {
  const segments = segmentsOf(pointer.replace('**', ''))
  if (!pointer.startsWith('**')) return schemasAt(contract.reply, segments).length > 0
  const [name = ''] = segments
  const asked = Object.keys(fields).flatMap((path) => path.split('/'))
  if (asked.length > 0) return asked.includes(name)
  const type = typeRead(contract)
  return type !== undefined && nodes[type].fields[name]?.default === true
}
