// Brings a checkout to where it can run: installed as the lock file says, built from the sources that are there.
// Does nothing when nothing changed. Uses Node alone, as nothing else is there yet.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs and builds what is needed; when another process is at it, waits for that. */
export function ready() {
  const lock = take(join(root, '.ready.lock'))
  try {
    install()
    build()
  } catch (error) {
    rmSync(lock, { force: true })
    // npm or tsc has said what is wrong; a stack of this script would say nothing more.
    process.stderr.write(`mmgraph: ${error.message.split('\n')[0]}\n`)
    process.exit(error.status ?? 1)
  }
  rmSync(lock, { force: true })
}

/** A file that only one process can make, with its id. One of a process that is gone was left behind. */
function take(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return file
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isAlive(file)) rmSync(file, { force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function isAlive(file) {
  try {
    // A file that is empty was made this moment: its process is alive.
    process.kill(Number(readFileSync(file, 'utf8')) || process.pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'ENOENT'
  }
}

/** Installs the packages of the lock file, unless they are there. */
function install() {
  const wanted = digest(['package.json', 'package-lock.json'])
  if (stampIs('node_modules/.mmgraph', wanted)) return
  say('installing')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  stamp('node_modules/.mmgraph', wanted)
}

/** Compiles the sources to dist/, unless that is what is there. */
function build() {
  const wanted = digest([
    'tsconfig.json',
    'tsconfig.build.json',
    'package.json',
    ...filesIn('contracts'),
    ...filesIn('emulator'),
    ...filesIn('scenarios'),
  ])
  if (stampIs('dist/.stamp', wanted)) return
  say('building')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  tool('tsc', ['-p', 'tsconfig.build.json'])
  run(process.execPath, [join(root, 'dist/emulator/write-exports.js')])
  stamp('dist/.stamp', wanted)
}

/** Runs an installed command-line tool. */
export function tool(name, args) {
  run(process.execPath, [join(root, 'node_modules', ...TOOLS[name]), ...args])
}

const TOOLS = {
  tsc: ['typescript', 'bin', 'tsc'],
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
  vitest: ['vitest', 'vitest.mjs'],
  stryker: ['@stryker-mutator', 'core', 'bin', 'stryker.js'],
}

function run(command, args) {
  // What a tool prints goes to stderr: the stdout of `npm start -- --json` is the emulator's alone.
  execFileSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] })
}

function say(what) {
  process.stderr.write(`mmgraph: ${what} …\n`)
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts'))
    .sort()
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function stampIs(file, wanted) {
  return existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === wanted
}

function stamp(file, value) {
  writeFileSync(join(root, file), value)
}
