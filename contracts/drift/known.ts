import type { KnownDrift } from './known-drift.ts'
import { leftOutDrifts } from './known-left-out.ts'
import { openApiDrifts } from './known-open-api.ts'
import { sdkDrifts } from './known-sdk-specs.ts'
import { solutionDrifts } from './known-solutions.ts'

/** All differences that were judged. One that is not here is news. */
export const knownDrifts: readonly KnownDrift[] = [...openApiDrifts, ...leftOutDrifts, ...sdkDrifts, ...solutionDrifts]
