import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './project.ts'

const run = promisify(execFile)

/** What `npm pack` made, installed by npm into an empty folder as a user does it. */
export interface Installed {
  readonly folder: string
  /** Bytes, packed and unpacked. */
  readonly packed: number
  readonly unpacked: number
  /** Paths within the package. */
  readonly files: readonly string[]
  /** Names of the packages that came with it, itself included. */
  readonly packages: readonly string[]
}

/** The packages come out of npm's cache where they are there: `npm ci` has asked for them already. */
export async function install(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  const npm = (...args: string[]) => run('npm', [...args, '--loglevel=error'], { cwd: folder })
  // Without prepack: what is built is there, as other tests need it, too.
  const { stdout } = await npm('pack', root, '--json', '--ignore-scripts')
  const [{ filename, size, unpackedSize, files }] = JSON.parse(stdout)
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "private": true}')
  await npm('install', `./${filename}`, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund')
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  return {
    folder,
    packed: size,
    unpacked: unpackedSize,
    files: files.map(({ path }: { path: string }) => path),
    packages: Object.keys(packages),
  }
}

/** Puts packages of this checkout beside it, as if they were installed, too. */
export function addPackages({ folder }: Installed, names: readonly string[]): void {
  for (const name of names) {
    const there = join(folder, 'node_modules', name)
    mkdirSync(dirname(there), { recursive: true })
    if (!statSync(there, { throwIfNoEntry: false })) symlinkSync(join(root, 'node_modules', name), there)
  }
}
