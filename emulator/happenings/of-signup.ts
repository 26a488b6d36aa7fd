import type { Happening } from '../happening.ts'
import { clientSharesAccount, clientUnsharesAccount } from './accounts-are-shared.ts'
import { clientFinishesEmbeddedSignup } from './embedded-signup.ts'
import { embeddedSignupEnds } from './embedded-signup-ends.ts'
import { userLogsIn } from './user-logs-in.ts'

/** How accounts come to partners, and people to apps. */
export const happeningsOfSignup: readonly Happening[] = [
  userLogsIn,
  clientFinishesEmbeddedSignup,
  ...embeddedSignupEnds,
  clientSharesAccount,
  clientUnsharesAccount,
]
