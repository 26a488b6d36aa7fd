import { listed } from '../../contracts/nearest.ts'
import { signupExtras } from '../../contracts/signup/extras.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { isRecord, parseJson } from '../body.ts'
import { Refused } from '../happening.ts'
import { configurationOf, planOf, type SignupExtras, type SignupPlan } from '../model/signup-plan.ts'
import { isLoopback } from '../webhooks/callbacks.ts'
import type { Application } from '../world/entities.ts'
import type { LoginConfiguration } from '../world/login-configuration.ts'
import type { Place, Worlds } from '../worlds.ts'

/** What the address of a dialog asks for, once it was found to be possible. */
export interface Asked {
  readonly place: Place
  readonly app: Application
  readonly config: LoginConfiguration
  readonly extras: SignupExtras
  readonly plan: SignupPlan
  /** The origin of the page that opened it: it alone is told what came of it. */
  readonly channel?: string
  /** Where the browser is led back to, of a dialog that no SDK opened. */
  readonly redirectUri?: string
  readonly state?: string
}

/** A dialog that mmgraph does not have. */
export class NoDialog extends Error {}

export const refuse = (why: string): never => {
  throw new Refused(why)
}

/** @throws Refused with what is wrong and what is allowed; NoDialog */
export function readAsked(query: URLSearchParams, worlds: Worlds): Asked {
  const { place, app } = appOf(query.get('client_id') ?? query.get('app_id'), worlds)
  const { world } = place
  place.clock.follow()
  const configId = query.get('config_id')
  if (!configId) {
    throw new NoDialog(
      'config_id is missing: only logins with a configuration are built. user_logs_in gives a code of a person.',
    )
  }
  const config = configurationOf(world, configId, refuse)
  if (config.appId !== app.id) refuse(`config_id: ${config.name} is a configuration of another app than ${app.name}`)
  if (query.get('response_type') !== 'code') refuse('response_type: Embedded Signup needs response_type code')
  const extras = readExtras(query.get('extras'))
  const plan = planOf(world, config, extras, refuse)
  const state = query.get('state')
  return { place, app, config, extras, plan, ...wayBack(query, app), ...(state !== null && { state }) }
}

function appOf(id: string | null, worlds: Worlds): { place: Place; app: Application } {
  const place = worlds.list().find(({ world }) => world.get('Application', id ?? undefined))
  const app = place?.world.get('Application', id ?? undefined)
  if (place && app) return { place, app }
  const known = worlds.list().flatMap(({ world }) => world.list('Application').map((one) => `${one.id} (${one.name})`))
  return refuse(`client_id: '${id ?? ''}' is no app; those are ${listed(known) || 'none, as there is no world'}`)
}

function readExtras(text: string | null): SignupExtras {
  const value = text ? parseJson(text) : {}
  if (value instanceof SyntaxError || !isRecord(value))
    return refuse('extras: it is no JSON object; FB.login makes one of the object that it is given')
  const [problem] = problemsWith(signupExtras, value)
  if (problem) refuse(`extras${problem.where.replaceAll('/', '.')}: ${problem.says}`)
  return value as SignupExtras
}

/** Who is told: the page that opened it, or else the address that the browser is led back to. @see sources embedded-signup: Step 1 */
function wayBack(query: URLSearchParams, app: Application): Pick<Asked, 'channel' | 'redirectUri'> {
  const channel = query.get('channel')
  if (channel !== null) {
    if (query.get('override_default_response_type') !== 'true') {
      refuse('override_default_response_type: FB.login gets a code only where it is true')
    }
    return { channel: pageOrigin(channel, app) }
  }
  const redirectUri = query.get('redirect_uri')
  if (redirectUri === null) return refuse('redirect_uri: neither it nor a page of FB.login tells where the code goes')
  checkRedirect(redirectUri, app)
  return { redirectUri }
}

function pageOrigin(channel: string, { name, allowedDomains }: Application): string {
  const url = URL.canParse(channel) ? new URL(channel) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    return refuse(`channel: '${channel}' is no page of http or https: open yours from a server, not from a file`)
  }
  const isAllowed = allowedDomains ? allowedDomains.includes(url.hostname) : isHere(url.hostname)
  if (!isAllowed) {
    refuse(
      `channel: ${url.hostname} is none of the allowed domains of ${name}: ${allowedDomains?.join(', ') ?? 'those of this machine'}`,
    )
  }
  return url.origin
}

function checkRedirect(uri: string, { name, redirectUris }: Application): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol)
  if (!isWeb) refuse(`redirect_uri: '${uri}' is no URL of http or https`)
  const isValid = redirectUris ? redirectUris.includes(uri) : isHere(url?.hostname ?? '')
  if (!isValid)
    refuse(`redirect_uri: ${uri} is none of ${name}: ${redirectUris?.join(', ') ?? 'addresses of this machine'}`)
}

function isHere(host: string): boolean {
  return isLoopback(host) || host.endsWith('.localhost')
}
