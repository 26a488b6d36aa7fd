/** What was read: a reply, by its world and its `x-fb-request-id`; or a webhook, by its signature. */
export type TouchSubject = { readonly world: string; readonly trace: string } | { readonly signature: string }

/** One line of a file of touches. Without a path: the body was parsed, and what of it is read is told from there on. */
export type TouchLine = TouchSubject & { readonly path?: string; readonly how?: string }

/** The body that has these headers: a reply of the emulator, or one of its webhooks. Undefined: neither. */
export function subjectOf(header: (name: string) => string | null | undefined): TouchSubject | undefined {
  const [trace, world, signature] = ['x-fb-request-id', 'x-mmgraph-world', 'x-hub-signature-256'].map(header)
  if (header('x-mmgraph-contract') && trace && world) return { world, trace }
  return signature ? { signature } : undefined
}
