import { interactiveObjects, listOfThePage } from '../../contracts/message-types/interactive.ts'
import { type FreeFormType, graphMessageTypes, messageObjects } from '../../contracts/message-types.ts'
import { readAs } from '../../contracts/read-params.ts'
import { defaultRulings } from '../../contracts/rulings.ts'
import type { JsonSchema } from '../../contracts/schema.ts'
import { type Problem, problemsWith } from '../../contracts/validate.ts'
import { fail as refuse } from '../failure.ts'
import { graphName, refuseParameter } from '../typed-params.ts'
import type { FailFreeForm, FreeFormSetting } from './free-form-setting.ts'
import { checkInteractive } from './interactive.ts'
import { checkMedia } from './media-reference.ts'
import { isWamid } from './wamid.ts'

type Params = Readonly<Record<string, unknown>>

/** A message that is no template: its type, and the object of that type as its schema reads it. */
export interface FreeForm {
  readonly type: FreeFormType
  readonly content: unknown
}

const SETTING: FreeFormSetting = { rulings: defaultRulings }

/**
 * Checks what is sent as a message that is no template: first its shape, as Graph does with every parameter (code 100), then
 * the limits of the Cloud API (131008, 131009). A missing type means text. Recipients are not looked at.
 */
export function checkFreeForm(params: Params, fail: FailFreeForm, setting = SETTING): FreeForm {
  const type = typeOf(params, fail)
  const content = contentOf(type, messageObjects[type], params, fail)
  if (type === 'interactive') return { type, content: interactiveOf(params, content as Params, fail, setting) }
  if (isMediaType(type)) checkMedia(type, content as Params, fail, setting)
  if (type === 'reaction') checkReaction(content as Params, fail)
  return { type, content }
}

const isMediaType = (type: string): boolean => ['image', 'video', 'audio', 'document', 'sticker'].includes(type)

/** The type in small letters. Graph knows more than the Cloud API can send. */
function typeOf({ type = 'text' }: Params, fail: FailFreeForm): FreeFormType {
  const name = String(type).toLowerCase()
  if (Object.hasOwn(messageObjects, name)) return name as FreeFormType
  if (graphMessageTypes.some((known) => known.toLowerCase() === name)) {
    return fail('message_type_unsupported', `a message of type ${name} cannot be sent this way`)
  }
  return refuse('parameter_value', `type is ${JSON.stringify(type)}`, {
    param: 'type',
    allowed: graphMessageTypes.join(', '),
    value: typeof type === 'string' ? type : JSON.stringify(type),
  })
}

function interactiveOf(params: Params, given: Params, fail: FailFreeForm, setting: FreeFormSetting): unknown {
  const type = given.type as keyof typeof interactiveObjects
  const isLong = type === 'list' && setting.rulings['list-body-length'] === 'page'
  const content = contentOf('interactive', isLong ? listOfThePage : interactiveObjects[type], params, fail)
  checkInteractive(type, content as Params, fail, setting)
  return content
}

/** The object of a type, held to its schema. */
function contentOf(type: string, schema: JsonSchema, params: Params, fail: FailFreeForm): unknown {
  const given = params[type]
  const read = { [type]: given === undefined || given === null ? undefined : readAs(schema, given) }
  const [problem] = problemsWith(within(type, schema), read)
  if (problem) complain(problem, read, fail)
  return read[type]
}

const wrapped = new WeakMap<JsonSchema, Map<string, JsonSchema>>()

/** The schema of a call that carries the object, so that problems are told with their whole path. */
function within(type: string, schema: JsonSchema): JsonSchema {
  const byType = wrapped.get(schema) ?? new Map<string, JsonSchema>()
  const wrapping = byType.get(type) ?? { type: 'object', properties: { [type]: schema }, required: [type] }
  wrapped.set(schema, byType.set(type, wrapping))
  return wrapping
}

/** The keywords that are limits of the Cloud API where the schema has a sentence for them. */
const LIMITS: readonly string[] = ['maxLength', 'minItems', 'maxItems', 'minimum', 'maximum']

function complain(problem: Problem, params: Params, fail: FailFreeForm): never {
  const { where, keyword, comment } = problem
  if (comment && LIMITS.includes(keyword)) {
    fail('message_parameter_wrong', `${graphName(where)} ${problem.says}`, { details: comment })
  }
  if (where === '/interactive' && keyword === 'required' && problem.params.missingProperty !== 'type') {
    const details = `The parameter interactive['${problem.params.missingProperty}'] is required`
    fail('message_parameter_wrong', details, { details })
  }
  return refuseParameter(problem, params)
}

function checkReaction({ message_id }: Params, fail: FailFreeForm): void {
  if (!isWamid(String(message_id))) {
    fail('message_parameter_wrong', `${message_id} is the id of no message`, { details: 'Invalid message_id' })
  }
}
