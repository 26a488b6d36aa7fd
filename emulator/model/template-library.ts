import { type LibraryTemplate, templateLibrary } from '../../contracts/template-library.ts'
import { isRecord } from '../body.ts'
import type { Fail } from '../failure.ts'
import type { TemplateButton, TemplateComponent } from '../world/template.ts'
import { missetting } from './template-draft.ts'

type LibraryFail = Fail<'template_setting_invalid'>
type Plain = Readonly<Record<string, unknown>>

/** What the creator of a template took from the library, and filled in. */
export interface LibraryChoice {
  readonly library_template_name?: string | undefined
  readonly library_template_body_inputs?: Plain | undefined
  readonly library_template_button_inputs?: readonly Plain[] | undefined
  readonly category: string
}

/**
 * The components of a template that is made from the library.
 * @throws Failure template_setting_invalid
 * @see sources template-library
 */
export function libraryComponents(choice: LibraryChoice, fail: LibraryFail): TemplateComponent[] {
  const { library_template_name: name, category } = choice
  const found = templateLibrary.find((template) => template.name === name)
  if (!found) {
    const known = templateLibrary.map((template) => template.name).join(', ')
    return missetting(`The library has no template ${name}; this one has ${known}.`, fail)
  }
  if (found.category !== category) missetting(`The library template ${name} is of the category UTILITY.`, fail)
  const additions = Object.entries(choice.library_template_body_inputs ?? {}).flatMap(([input, wanted]) =>
    [true, 'true', 'TRUE'].includes(wanted as boolean | string) ? (found.additions[input] ?? []) : [],
  )
  const text = [found.body, ...additions].join(' ')
  const buttons = libraryButtons(found, choice.library_template_button_inputs ?? [], fail)
  return [
    ...(found.header ? [{ type: 'HEADER', format: 'TEXT', text: found.header }] : []),
    { type: 'BODY', text, example: { body_text: [found.examples] } },
    ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
  ]
}

function libraryButtons({ buttons }: LibraryTemplate, inputs: readonly Plain[], fail: LibraryFail): TemplateButton[] {
  return buttons.map(({ type, text }, at) => {
    const input = inputs[at] ?? {}
    if (String(input.type ?? '').toUpperCase() !== type) {
      return missetting(`library_template_button_inputs[${at}] must be of type ${type}.`, fail)
    }
    return { type, text, ...(type === 'URL' ? urlOf(input, at, fail) : phoneOf(input, at, fail)) }
  })
}

function urlOf({ url }: Plain, at: number, fail: LibraryFail): Pick<TemplateButton, 'url' | 'example'> {
  const { base_url, url_suffix_example } = isRecord(url) ? url : {}
  if (typeof base_url !== 'string')
    return missetting(`library_template_button_inputs[${at}] has no url.base_url.`, fail)
  if (!base_url.includes('{{1}}')) return { url: base_url }
  if (typeof url_suffix_example === 'string') return { url: base_url, example: [url_suffix_example] }
  return missetting(`library_template_button_inputs[${at}] has no url.url_suffix_example.`, fail)
}

function phoneOf({ phone_number }: Plain, at: number, fail: LibraryFail): Pick<TemplateButton, 'phone_number'> {
  if (typeof phone_number === 'string' && /\d{7}/.test(phone_number.replaceAll(/\D/g, ''))) return { phone_number }
  return missetting(`library_template_button_inputs[${at}] has no phone_number.`, fail)
}
