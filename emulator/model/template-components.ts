import { buttonTypes, type componentErrors, componentTypes, headerFormats } from '../../contracts/template-rules.ts'
import { isRecord } from '../body.ts'
import type { Fail } from '../failure.ts'
import type { TemplateComponent } from '../world/template.ts'

export type ComponentFail = Fail<(typeof componentErrors)[number]>
type Plain = Readonly<Record<string, unknown>>

/** The fields that a component of a type can have, besides its type. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  HEADER: ['format', 'text', 'example'],
  BODY: ['text', 'example'],
  FOOTER: ['text'],
  BUTTONS: ['buttons'],
  CAROUSEL: ['cards'],
  LIMITED_TIME_OFFER: ['limited_time_offer'],
  CALL_PERMISSION_REQUEST: [],
}

/** Those of an authentication template, whose words Meta writes. @see sources authentication-bulk */
const FIELDS_OF_AUTHENTICATION: Readonly<Record<string, readonly string[]>> = {
  BODY: ['add_security_recommendation'],
  FOOTER: ['code_expiration_minutes'],
  BUTTONS: ['buttons'],
}

/**
 * Components as Graph keeps them: of known types, in upper case, with known fields. What is in their fields is for others.
 * @throws Failure parameter_required, parameter_type, parameter_value, template_field_unexpected
 */
export function readComponents(
  raw: readonly unknown[],
  path: string,
  isAuthentication: boolean,
  fail: ComponentFail,
): TemplateComponent[] {
  return raw.map((value, at) => {
    const where = `${path}[${at}]`
    const given = recordAt(value, where, fail)
    const type = wordAt(given, 'type', componentTypes, where, fail)
    checkFields(given, type, isAuthentication ? FIELDS_OF_AUTHENTICATION : FIELDS, fail)
    return { ...given, type, ...inner(given, type, where, isAuthentication, fail) } as TemplateComponent
  })
}

function checkFields(
  given: Plain,
  type: string,
  fields: Readonly<Record<string, readonly string[]>>,
  fail: ComponentFail,
): void {
  const unexpected = Object.keys(given).filter((key) => key !== 'type' && !fields[type]?.includes(key))
  if (unexpected.length > 0 || !(type in fields)) {
    const names = unexpected.join(', ') || 'type'
    fail('template_field_unexpected', `a component ${type} has ${names}; it may have ${fields[type]?.join(', ')}`, {
      type,
      fields: names,
    })
  }
}

function inner(given: Plain, type: string, where: string, isAuthentication: boolean, fail: ComponentFail): Plain {
  if (type === 'HEADER') return { format: wordAt(given, 'format', headerFormats, where, fail) }
  if (type === 'BUTTONS') return { buttons: readButtons(given, where, fail) }
  if (type !== 'CAROUSEL') return {}
  const cards = listAt(given, 'cards', type, where, fail).map((card, at) => {
    const place = `${where}['cards'][${at}]`
    const { components } = recordAt(card, place, fail)
    if (!Array.isArray(components)) {
      fail('template_field_missing', `${place} has no components`, { type, fields: 'components' })
    }
    const list = components as unknown[]
    return { components: readComponents(list, `${place}['components']`, isAuthentication, fail) }
  })
  return { cards }
}

function readButtons(given: Plain, where: string, fail: ComponentFail): Plain[] {
  return listAt(given, 'buttons', 'BUTTONS', where, fail).map((value, at) => {
    const place = `${where}['buttons'][${at}]`
    const button = recordAt(value, place, fail)
    return { ...button, type: wordAt(button, 'type', buttonTypes, place, fail) }
  })
}

function listAt(given: Plain, key: string, type: string, where: string, fail: ComponentFail): readonly unknown[] {
  const list = given[key]
  if (list === undefined) fail('template_field_missing', `${where} has no ${key}`, { type, fields: key })
  if (Array.isArray(list)) return list
  return fail('parameter_type', `${where} has ${key} that are no list`, {
    param: `${where}['${key}']`,
    expected: 'an array.',
  })
}

function recordAt(value: unknown, where: string, fail: ComponentFail): Plain {
  if (isRecord(value)) return value
  return fail('parameter_type', `${where} is no object`, { param: where, expected: 'an object.' })
}

/** One of some words, read without regard to case. */
function wordAt(given: Plain, key: string, allowed: readonly string[], where: string, fail: ComponentFail): string {
  const value = given[key]
  const param = `${where}['${key}']`
  if (value === undefined) fail('parameter_required', `${param} was not sent`, { param })
  const word = String(value).toUpperCase()
  if (allowed.includes(word)) return word
  const list = allowed.join(', ')
  return fail('parameter_value', `${param} is '${value}'; allowed are ${list}`, {
    param,
    allowed: list,
    value: String(value),
  })
}

/** The text that a field must have. @throws Failure template_field_missing, parameter_type, template_too_long */
export function textAt(
  holder: Plain,
  key: string,
  at: { readonly type: string; readonly where: string; readonly most: number },
  fail: ComponentFail,
): string {
  const value = holder[key]
  const { type, where, most } = at
  if (value === undefined || value === '') {
    return fail('template_field_missing', `${where} has no ${key}`, { type, fields: key })
  }
  if (typeof value !== 'string') {
    return fail('parameter_type', `${where} has a ${key} that is no text`, {
      param: `${where}['${key}']`,
      expected: 'a string.',
    })
  }
  const length = [...value].length
  if (length <= most) return value
  const problem = `The ${key} of a component of type ${type} has ${length} characters; at most ${most} are allowed.`
  return fail('template_too_long', problem, { problem })
}
