import type { Permission } from '../../contracts/node.ts'
import type { signupProducts } from '../../contracts/signup/versions.ts'

/**
 * What an app asks of the clients that log in: `config_id` of the login dialog. It is no node of Graph. Its assets are
 * WhatsApp accounts, as the guide asks for.
 * @see sources guide, login-for-business
 */
export interface LoginConfiguration {
  readonly id: string
  readonly appId: string
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly tokenExpires: 'never' | '60 days'
  /** None: the version of the signup is the one that the page names. */
  readonly products: readonly (typeof signupProducts)[number][]
}
