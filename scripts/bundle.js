// After tsc: makes what is shipped and started. A few files, as reading a thousand would be most of a start, and of the
// declarations those that the exports reach.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { root } from './ready.js'

const require = createRequire(import.meta.url)

/** What package.json exports, by file. */
const EXPORTS = {
  emulator: 'emulator/in-tests/create-emulator',
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
/** But for these: the command line carries what every start of it needs, as their forty files would be a tenth of it. */
const CARRIED = /^(hono|@hono\/node-server|commander|tinyqueue)(\/|$)/

/** And these it loads when they are needed, each from one file: see `imports` of package.json. */
const LATE = ['ajv', 'json5']
const late = {
  name: 'late',
  renderChunk: (code) => LATE.reduce((text, name) => text.replace(`onDemand("${name}")`, `onDemand("#${name}")`), code),
}

/** A text beyond Latin-1 takes node twice the time to read. */
const ascii = {
  name: 'ascii',
  renderChunk: (code) =>
    code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
}

/** Bundles files, by their names in dist/; parts that they share go to a folder there. Answers what was read for them. */
async function write(input, folder, external, { format = 'esm', end = 'js', minify = false, plugins = [] } = {}) {
  const bundle = await rolldown({ input, cwd: root, external, platform: 'node', plugins: [ascii, ...plugins] })
  const names = { entryFileNames: `[name].${end}`, chunkFileNames: `${folder}/[name].${end}` }
  const { output } = await bundle.write({ dir: 'dist', format, minify, ...names })
  return output.flatMap(({ modules = {} }) => Object.keys(modules))
}

/** The licences of packages that stand in the bundle, which must go where their code goes. */
function licences(files) {
  const packages = files.map((file) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]).filter(Boolean)
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  return texts.join('\n---\n\n')
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

await write(Object.fromEntries(inBundle(EXPORTS)), 'bundle/parts', EXTERNAL)
for (const preload of inBundle(PRELOADS)) await write(Object.fromEntries([preload]), 'bundle/parts', EXTERNAL)
const isOutside = (id) => EXTERNAL.test(id) && !CARRIED.test(id)
const read = await write({ 'emulator/cli/main': 'emulator/cli/main.ts' }, 'cli', isOutside, { plugins: [late] })
for (const name of LATE) {
  const file = require.resolve(name)
  read.push(...(await write({ [`cli/${name}`]: file }, 'cli', /^node:/, { format: 'cjs', end: 'cjs', minify: true })))
}
writeFileSync(join(root, 'dist/cli/LICENCES.txt'), licences(read))
const declarations = Object.values(EXPORTS).reduce((reached, file) => reach(`${file}.d.ts`, reached), new Set())
for (const file of declarations) cpSync(join(root, 'dist', file), join(root, 'dist/types', file))
