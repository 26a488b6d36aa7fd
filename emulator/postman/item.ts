/** A part of a collection, as Postman has it. @see https://schema.postman.com/ (collection v2.1.0) */
export interface Item {
  readonly [key: string]: unknown
}

/** What Postman runs before a call or after it. */
export function eventsOf(scripts: { readonly before?: readonly string[]; readonly after: readonly string[] }): Item[] {
  const { before = [], after } = scripts
  const script = (listen: string, exec: readonly string[]): Item => ({
    listen,
    script: { type: 'text/javascript', exec },
  })
  return [...(before.length > 0 ? [script('prerequest', before)] : []), script('test', after)]
}

export const bearer = (token: string): Item => ({
  type: 'bearer',
  bearer: [{ key: 'token', value: token, type: 'string' }],
})

export const noAuth: Item = { type: 'noauth' }

/** JSON as a body. */
export const rawJson = (raw: string): Item => ({ mode: 'raw', raw, options: { raw: { language: 'json' } } })
