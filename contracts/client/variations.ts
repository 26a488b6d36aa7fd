import type { Variation } from './variation.ts'
import { enrolmentVariations } from './variations/enrolment.ts'
import { readVariations } from './variations/reads.ts'
import { sendVariations } from './variations/sends.ts'
import { signupVariations } from './variations/signup.ts'
import { solutionVariations } from './variations/solutions.ts'
import { versionVariations } from './variations/versions.ts'
import { webhookVariations } from './variations/webhooks.ts'

/** All that differs between versions, days and sides of rulings, beside what contracts say by `since`, `until` and `under`. */
export const variations: readonly Variation[] = [
  ...versionVariations,
  ...sendVariations,
  ...readVariations,
  ...solutionVariations,
  ...webhookVariations,
  ...signupVariations,
  ...enrolmentVariations,
]
