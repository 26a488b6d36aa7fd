import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    globalNamespace: string
    mutantActivation: 'runtime' | 'static'
  }
}

// The mutant of the run before is not there while this one collects its tests.
const stryker = (globalThis as Record<string, { activeMutant?: string | undefined } | undefined>)[
  inject('globalNamespace')
]
if (stryker && inject('mutantActivation') !== 'static') stryker.activeMutant = undefined
