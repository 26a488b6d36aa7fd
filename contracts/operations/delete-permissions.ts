import { defineOperation } from '../operation.ts'
import { noParams, success } from '../shapes.ts'

/** A person takes back all that the app was granted: the app is removed, and its tokens for this person end. */
export const deleteUserPermissions = defineOperation({
  name: 'deleteUserPermissions',
  method: 'DELETE',
  on: 'User',
  edge: 'permissions',
  auth: { permissions: [] },
  params: noParams,
  reply: success,
  errors: [],
  basis: 'documented',
  sources: ['graph-me-permissions', 'codegen: User'],
})
