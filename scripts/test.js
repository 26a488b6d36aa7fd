// npm test: types, lint, then the tests against the sources and the built command line.
import { ready, tool } from './ready.js'

try {
  ready()
  tool('tsc', ['--noEmit'])
  tool('biome', ['check', '--error-on-warnings', '.'])
  tool('vitest', ['run', ...process.argv.slice(2)])
} catch (error) {
  // The tool has said what is wrong; a stack of this script would say nothing more.
  process.exit(error.status ?? 1)
}
