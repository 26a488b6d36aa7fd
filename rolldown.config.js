// What is shipped and started is a few files, not a thousand: reading those would be most of a start.
import { defineConfig } from 'rolldown'

/** What loads this stays what package.json says: the dependencies, node, and the package's own `imports`. */
const external = /^(?![./])/

/** The command line and what package.json exports share their parts. */
const entries = {
  'emulator/cli/main': 'emulator/cli/main.ts',
  'bundle/emulator': 'emulator/emulator.ts',
  'bundle/contracts': 'contracts/contracts.ts',
  'bundle/record': 'contracts/testing/record.ts',
  'bundle/assert': 'contracts/testing/assert.ts',
  'bundle/matchers': 'contracts/testing/matchers.ts',
  'bundle/vitest': 'contracts/testing/vitest.ts',
  'bundle/jest': 'contracts/testing/jest.ts',
}

/** Each is loaded into processes of others, before all else, and knows its own file. */
const preloads = {
  'bundle/redirect': 'emulator/check/preload/redirect.ts',
  'bundle/touch': 'emulator/check/touch-preload.ts',
}

const bundle = (input) => ({
  input,
  external,
  platform: 'node',
  output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'bundle/parts/[name].js' },
})

export default defineConfig([
  bundle(entries),
  ...Object.entries(preloads).map(([name, file]) => bundle({ [name]: file })),
])
