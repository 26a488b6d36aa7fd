// npm run fuzz: 100,000 malformed calls; a run of all tests makes a few thousand of them.
import { ready, tool } from './ready.js'

ready()
process.env.FUZZ_CALLS ??= '100000'
tool('vitest', ['run', 'test/fuzz.test.ts'])
