import type { Fail } from '../failure.ts'
import { Failure } from '../failure.ts'
import { findToken, problemWith } from '../session.ts'
import type { Application } from '../world/entities.ts'
import type { Token } from '../world/token.ts'
import type { World } from '../world/world.ts'

interface Credentials {
  readonly client_id?: string | undefined
  readonly client_secret?: string | undefined
}

/** The app that shows its id and secret. */
export function clientOf(
  { client_id, client_secret }: Credentials,
  world: World,
  fail: Fail<'client_id_missing' | 'app_unknown' | 'client_secret_invalid'>,
): Application {
  if (!client_id) fail('client_id_missing', 'client_id was not sent')
  const app = world.get('Application', client_id)
  if (!app) return fail('app_unknown', `no app has the id ${client_id}`)
  if (client_secret !== app.secret) fail('client_secret_invalid', `client_secret is not that of the app ${app.id}`)
  return app
}

/** A token of the app that is handed over as a parameter. @throws Failure what is wrong with it */
export function tokenOf(value: string, app: Application, world: World): Token {
  const token = findToken(value, world)
  const problem = problemWith(token, world)
  if (problem) throw problem
  if (token.appId !== app.id)
    throw new Failure('token_unparsable', `the token is of the app ${token.appId}, not of ${app.id}`)
  return token
}
