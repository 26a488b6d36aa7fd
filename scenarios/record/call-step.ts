import { createHmac } from 'node:crypto'
import type { Step } from '../format.ts'
import { bodyStep, inOne } from './body-step.ts'
import type { Lexicon } from './lexicon.ts'
import type { Phrases } from './phrases.ts'
import { decoded, type Request } from './request.ts'
import type { Secrets } from './secrets.ts'
import type { Opening } from './session.ts'

/** What calls are said with. */
export interface Saying {
  readonly opening: Opening
  readonly lexicon: Lexicon
  readonly phrases: Phrases
  readonly secrets: Secrets
}

const USUAL = 'v24.0'

/** A call as a step, without what is expected of it. */
export function callStep(request: Request, saying: Saying): Step {
  const { method, url, version, token, body } = request
  const proof = proofOf(request, saying)
  const as = token === undefined ? undefined : asOf(token, saying)
  const address = saying.lexicon.nameOf(url)
  const target = saying.lexicon.nameOf(request.target)
  const place = address === undefined ? target && `/{${target}}` : `{${address}}`
  return {
    call: `${method} ${place ?? placeOf(request, saying.phrases)}`,
    ...(as !== undefined && { as }),
    ...(address === undefined && version !== USUAL && { version: version ?? 'none' }),
    ...(proof?.app !== undefined && { proof: proof.app }),
    ...(place === undefined && queryStep(request, proof?.wrong, saying.phrases)),
    ...bodyStep(body, saying.phrases),
  }
}

/** The path; where the query says one thing twice, with that. */
function placeOf({ path, query }: Request, phrases: Phrases): string {
  const said = phrases.text(decoded(path))
  return isOnce(query) ? said : `${said}?${inOne(query, phrases)}`
}

function queryStep({ query }: Request, proof: string | undefined, phrases: Phrases): Pick<Step, 'query'> {
  const all = isOnce(query) ? query.map(([name, value]) => [phrases.text(name), phrases.text(value, name)]) : []
  const whole = [...all, ...(proof === undefined ? [] : [['appsecret_proof', proof]])]
  return whole.length > 0 ? { query: Object.fromEntries(whole) } : {}
}

const isOnce = (pairs: Request['query']): boolean => new Set(pairs.map(([name]) => name)).size === pairs.length

/** A token by its name in the world, that of an app by the name of the app, or by what was remembered of it. */
export function asOf(token: string, saying: Saying): string {
  const { tokens, names, secrets } = saying.opening
  const apps = Object.entries(secrets).map(([app, secret]) => [app, `${names[app]}|${secret}`] as const)
  const [name] = [...Object.entries(tokens), ...apps].find(([, value]) => value === token) ?? []
  if (name !== undefined && (tokens[name] ?? token) === token) return name
  return saying.lexicon.nameOf(token) === undefined ? strangeToken(token, saying) : saying.phrases.text(token)
}

/** One that nobody gave; of an app's its id is told. */
function strangeToken(token: string, { lexicon, phrases, secrets }: Saying): string {
  const [, id = '', secret = ''] = /^(\d+)\|(.*)$/s.exec(token) ?? []
  if (lexicon.nameOf(id) === undefined) return secrets.standIn(token)
  return `${phrases.text(id)}|${lexicon.nameOf(secret) === undefined ? secrets.standIn(secret) : phrases.text(secret)}`
}

/** The app whose secret proves the token; else something that proves as little as what was sent. */
function proofOf(
  { proof, token = '' }: Request,
  { opening, secrets }: Saying,
): { app?: string; wrong?: string } | undefined {
  if (proof === undefined) return undefined
  const [app] =
    Object.entries(opening.secrets).find(
      ([, secret]) => createHmac('sha256', secret).update(token).digest('hex') === proof,
    ) ?? []
  return app === undefined ? { wrong: secrets.standIn(proof) } : { app }
}
