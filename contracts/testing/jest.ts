import type {} from 'expect'
import { type ContractMatchers, matchers } from './matchers.ts'

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: a declaration that is merged must have the parameters of the other
    interface Matchers<R, T = {}> extends ContractMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ContractMatchers<R> {}
}

interface Expect {
  readonly extend: (added: typeof matchers) => void
}

const { expect } = globalThis as { readonly expect?: Expect }
if (!expect) {
  throw new Error('mmgraph/jest needs the expect of jest; without globals: expect.extend(matchers) of mmgraph/matchers')
}
expect.extend(matchers)
