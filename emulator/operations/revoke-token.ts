import { revokeToken as contract } from '../../contracts/operations/revoke-token.ts'
import { done, implement } from '../implement.ts'
import { clientOf, tokenOf } from '../model/client.ts'

// What a revoked token is told is assumed to be what a token of a removed app is: access was taken back.
export const revokeToken = implement(contract, ({ params, world, fail }) => {
  const app = clientOf(params, world, fail)
  world.issue({ ...tokenOf(params.revoke_token, app, world), ended: 'app_removed' })
  return done
})
