// npm run fuzz: 100,000 malformed calls and 100,000 mutated sends; a run of all tests makes a few thousand of them.
import { ready, tool } from './ready.js'

ready()
process.env.FUZZ_CALLS ??= '100000'
process.env.FUZZ_BODIES ??= '100000'
tool('vitest', ['run', 'test/fuzz.test.ts', 'test/fuzz-sends.test.ts'])
