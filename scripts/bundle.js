// After tsc: makes what is shipped and started. A few files, as reading a thousand would be most of a start, and of the
// declarations those that the exports reach.
import { cpSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { root } from './ready.js'

/** What package.json exports, by file; the command line shares its parts. */
const EXPORTS = {
  emulator: 'emulator/emulator',
  contracts: 'contracts/contracts',
  record: 'contracts/testing/record',
  assert: 'contracts/testing/assert',
  matchers: 'contracts/testing/matchers',
  vitest: 'contracts/testing/vitest',
  jest: 'contracts/testing/jest',
}

/** Each is loaded into processes of others, before all else, and knows its own file: it shares nothing. */
const PRELOADS = {
  redirect: 'emulator/check/preload/redirect',
  touch: 'emulator/check/touch-preload',
}

/** Dependencies, what node has, and the package's own `imports` are found when it runs. */
const EXTERNAL = /^(?![./])/

/** A text beyond Latin-1 takes node twice the time to read. */
const ascii = {
  name: 'ascii',
  renderChunk: (code) =>
    code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
}

async function write(input) {
  const bundle = await rolldown({ input, cwd: root, external: EXTERNAL, platform: 'node', plugins: [ascii] })
  const names = { entryFileNames: '[name].js', chunkFileNames: 'bundle/parts/[name].js' }
  await bundle.write({ dir: 'dist', format: 'esm', ...names })
}

/** A declaration and all that it names. */
function reach(file, reached) {
  if (reached.has(file)) return reached
  reached.add(file)
  const text = readFileSync(join(root, 'dist', file), 'utf8')
  for (const [, other] of text.matchAll(/(?:from |import\()["'](\.[^"']+)["']/g)) {
    reach(join(dirname(file), other.replace(/\.[jt]s$/, '.d.ts')), reached)
  }
  return reached
}

const inBundle = (files) => Object.entries(files).map(([name, file]) => [`bundle/${name}`, `${file}.ts`])

await write(Object.fromEntries([['emulator/cli/main', 'emulator/cli/main.ts'], ...inBundle(EXPORTS)]))
for (const preload of inBundle(PRELOADS)) await write(Object.fromEntries([preload]))
const declarations = Object.values(EXPORTS).reduce((reached, file) => reach(`${file}.d.ts`, reached), new Set())
for (const file of declarations) cpSync(join(root, 'dist', file), join(root, 'dist/types', file))
