import { TOKEN_PREFIX } from './ids.ts'

/** A token that names its world, so that nobody has to ask for it first. */
export interface NamedToken {
  /** The name of a world that ships. */
  readonly fixture: string
  /** The id of the world: the tester's choice, and its seed. */
  readonly id: string
  /** The name of a token of the world file. */
  readonly name: string
}

const BEGINNING = `${TOKEN_PREFIX}.`
/** Of the three parts only the id may have dots. */
const FORM = /^EAAMMGRAPH\.([^.]+)\.([a-z0-9][a-z0-9._-]{0,99})\.([^.]+)$/

export const NAMED_FORM = `${TOKEN_PREFIX}.WORLD.ID.TOKEN`

/** Whether a token means to name its world. */
export function isNamed(value: string): boolean {
  return value.startsWith(BEGINNING)
}

/** `EAAMMGRAPH.ready-to-send.my-test.client_business`. Undefined: it has not this form. */
export function readNamedToken(value: string): NamedToken | undefined {
  if (!isNamed(value)) return undefined
  const [, fixture, id, name] = FORM.exec(value) ?? []
  return fixture !== undefined && id !== undefined && name !== undefined ? { fixture, id, name } : undefined
}
