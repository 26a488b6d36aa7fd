import type { Response } from 'supertest'
import type { contentErrors, namingErrors } from '../contracts/template-rules.ts'
import { emulate, type Kit } from './kit.ts'

/** A body that breaks no rule and promotes nothing. */
export const BODY = { type: 'BODY', text: 'The bakery around the corner is open again from Monday on.' }
export const URL_BUTTON = { type: 'URL', text: 'See', url: 'https://juniper.example/bread' }
export const REPLY = { type: 'QUICK_REPLY', text: 'No more' }
export const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list })

type Change = Parameters<typeof emulate>[1]

/** The world in which templates are made: one account, of a partner's client. */
export const templates = (change?: Change): Kit => emulate('ready-to-send', change)

/** A template that is asked for, with what differs. */
export const wish = (more: object = {}) => ({
  name: 'open_again',
  language: 'en_US',
  category: 'MARKETING',
  components: [BODY],
  ...more,
})

export const create = (kit: Kit, more: object = {}): Promise<Response> =>
  kit.graph('POST', '/{waba}/message_templates', { body: wish(more) })

/** Templates of the world, as many as wanted. */
export function many(count: number, created = '2025-06-01'): Record<string, object> {
  const row = { account: 'waba', category: 'MARKETING', components: [BODY], created }
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`t_${at}`, { ...row, name: `template_${at}` }]))
}

/** One call for each error that components can end in; `call` sends them as a template's. */
export const contentCases = (
  call: (more: object) => Promise<Response>,
): { readonly [N in (typeof contentErrors)[number]]: () => Promise<Response> } => ({
  parameter_required: () => call({ components: [{ text: 'x' }] }),
  parameter_type: () => call({ components: [{ ...BODY, text: 7 }] }),
  parameter_value: () => call({ components: [{ type: 'BELLY', text: 'x' }] }),
  template_too_long: () => call({ components: [{ ...BODY, text: 'a'.repeat(1025) }] }),
  template_field_unexpected: () => call({ components: [{ ...BODY, colour: 'red' }] }),
  template_field_missing: () =>
    call({ components: [{ ...BODY, text: 'Hello {{1}}, we are open again from now on.' }] }),
  template_buttons_of_authentication: () =>
    call({ category: 'AUTHENTICATION', components: [{ type: 'BODY' }, buttons(REPLY)] }),
  template_structure_invalid: () => call({ components: [BODY, BODY] }),
  template_setting_invalid: () => call({ message_send_ttl_seconds: 120 }),
  template_header_format: () => call({ components: [{ type: 'HEADER', format: 'TEXT', text: '*Bread*' }, BODY] }),
  template_body_format: () => call({ components: [{ ...BODY, text: 'Bread.\n\n\nAnd cake.' }] }),
  template_footer_format: () => call({ components: [BODY, { type: 'FOOTER', text: 'Yours, {{1}}' }] }),
  template_words_ratio: () => call({ components: [{ ...BODY, text: 'Hi {{1}} there' }] }),
  template_variables_at_edges: () => call({ components: [{ ...BODY, text: 'We are open again, {{1}}' }] }),
  template_buttons_invalid: () => call({ components: [BODY, buttons(REPLY, URL_BUTTON, REPLY)] }),
  template_button_phone: () =>
    call({ components: [BODY, buttons({ type: 'PHONE_NUMBER', text: 'Call', phone_number: 'bread' })] }),
})

/** One call for each error that a name can end in; `call` makes a template in a world. */
export const namingCases = (
  call: (kit: Kit, more: object) => Promise<Response>,
): { readonly [N in (typeof namingErrors)[number]]: () => Promise<Response> } => ({
  template_name_invalid: () => call(templates(), { name: 'Open Again' }),
  template_name_of_sample: () => call(templates(), { name: 'hello_world' }),
  template_language_unsupported: () => call(templates(), { language: 'en-US' }),
  template_language_being_deleted: async () => {
    const kit = templates()
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
    return call(kit, { name: 'spring_sale' })
  },
  template_category_mismatch: () => {
    const there = { account: 'waba', name: 'taken', language: 'fr', category: 'UTILITY' as const, components: [BODY] }
    const kit = templates((file) => {
      file.templates = { ...file.templates, there }
    })
    return call(kit, { name: 'taken' })
  },
  template_limit_exceeded: () => {
    const kit = templates((file) => {
      if (file.businesses.client) file.businesses.client.verification_status = 'not_verified'
      file.templates = many(250) as never
    })
    return call(kit, {})
  },
  waba_limit_reached: async () => {
    const kit = templates((file) => {
      file.limits = { templateCreations: 1 }
    })
    await create(kit, { name: 'first' })
    return call(kit, {})
  },
})
