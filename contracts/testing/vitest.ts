import { expect } from 'vitest'
import { type ContractMatchers, matchers } from './matchers.ts'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: a declaration that is merged must have the parameters of the other
  interface Matchers<T = any> extends ContractMatchers<T> {}
}

expect.extend(matchers)
