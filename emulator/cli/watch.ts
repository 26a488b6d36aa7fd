import { type FSWatcher, watch } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { onSignal } from './interrupt.ts'
import { partsOf } from './scenario-files.ts'

/** Editors write a file in several steps: real milliseconds in which they are one change. */
const ONE_CHANGE = 50

export interface Watching {
  readonly find: () => string[]
  /** Plays some files, and forgets others; it has said what came of it when it is done. */
  readonly play: (files: readonly string[], gone: readonly string[]) => Promise<void>
  readonly say: (line: string) => void
}

/** Plays files, and again those that change or include what changes, until SIGINT or SIGTERM. */
export async function watchFiles(watching: Watching): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    onSignal(() => resolve())
    // Nobody looks any more.
    process.stdout.once('error', () => resolve())
  })
  const watcher = new Watcher(watching)
  await watcher.begin()
  await ended
  watcher.close()
}

class Watcher {
  readonly #watching: Watching
  /** Scenario -> the files that it is read from. */
  #parts = new Map<string, ReadonlySet<string>>()
  readonly #folders = new Map<string, FSWatcher>()
  readonly #changed = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()

  constructor(watching: Watching) {
    this.#watching = watching
  }

  async begin(): Promise<void> {
    this.#look()
    await this.#watching.play([...this.#parts.keys()], [])
    this.#tell()
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const folder of this.#folders.values()) folder.close()
  }

  /** Which scenarios there are now, and what each is read from. */
  #look(): void {
    this.#parts = new Map(this.#watching.find().map((file) => [file, partsOf(file)]))
    for (const part of [...this.#parts.values()].flatMap((parts) => [...parts])) this.#watchFolder(dirname(part))
  }

  /** Its folder, as many editors put a new file in the place of the old one. */
  #watchFolder(folder: string): void {
    if (this.#folders.has(folder)) return
    const watcher = watch(folder, (_, name) => this.#note(resolve(folder, name ?? '')))
    watcher.on('error', () => this.#folders.delete(folder))
    this.#folders.set(folder, watcher)
  }

  #note(path: string): void {
    this.#changed.add(path)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#turn = this.#turn.then(() => this.#again())
    }, ONE_CHANGE)
  }

  async #again(): Promise<void> {
    const changed = [...this.#changed]
    this.#changed.clear()
    const before = this.#parts
    this.#look()
    const isHit = ([file, parts]: [string, ReadonlySet<string>]): boolean =>
      !before.has(file) || changed.some((path) => parts.has(path) || before.get(file)?.has(path))
    const hit = [...this.#parts].filter(isHit).map(([file]) => file)
    const gone = [...before.keys()].filter((file) => !this.#parts.has(file))
    if (hit.length === 0 && gone.length === 0) return
    if (hit.length > 0) this.#watching.say(`changed: ${this.#named(changed).join(', ') || hit.join(', ')}`)
    if (gone.length > 0) this.#watching.say(`gone: ${gone.join(', ')}`)
    await this.#watching.play(hit, gone)
    this.#tell()
  }

  /** Those that belong to a scenario: a folder has other files, too. */
  #named(changed: readonly string[]): string[] {
    const known = new Set([...this.#parts.values()].flatMap((parts) => [...parts]))
    return changed.filter((path) => known.has(path)).map((path) => relative('', path))
  }

  #tell(): void {
    const count = this.#parts.size
    this.#watching.say(`watching ${count} ${count === 1 ? 'scenario' : 'scenarios'}; Ctrl-C ends it`)
  }
}
