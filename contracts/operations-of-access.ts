import { applicationAccess } from './operations/application-access.ts'
import { systemUserOperations } from './operations/system-users.ts'

/** Who may act through an app, and the system users that do. */
export const accessOperations = [...applicationAccess, ...systemUserOperations] as const
