// npm run fuzz: 100,000 malformed calls, 100,000 mutated sends, 1000 campaigns; a run of all tests makes a part of them.
import { ready, tool } from './ready.js'

ready()
process.env.FUZZ_CALLS ??= '100000'
process.env.FUZZ_BODIES ??= '100000'
process.env.FUZZ_CAMPAIGNS ??= '1000'
tool('vitest', [
  'run',
  'test/fuzz.test.ts',
  'test/fuzz-sends.test.ts',
  'test/fuzz-events.test.ts',
  'test/sending/campaigns.test.ts',
])
