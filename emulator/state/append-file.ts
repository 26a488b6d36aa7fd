import { constants } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Adapter } from 'lowdb'
import { BrokenState, reasonOf } from './broken-state.ts'
import type { Entry } from './entry.ts'

/**
 * A file of lines to which is only added: a write costs what is new, however long the file is. Each line has a check of
 * itself before it. A line that was cut off at the end was never acknowledged, and goes with the next write.
 */
export class AppendFile implements Adapter<Entry[]> {
  readonly path: string
  #file: FileHandle | undefined
  /** Bytes of whole lines. */
  #size = 0
  /** Bytes after the last whole line: the process was killed in the middle of a write. */
  torn = 0

  constructor(path: string) {
    this.path = path
  }

  /** All entries, or null where there is no file yet. @throws BrokenState */
  async read(): Promise<Entry[] | null> {
    const bytes = await bytesOf(this.path)
    if (!bytes) return null
    const entries: Entry[] = []
    this.#size = 0
    // Line by line: a file may be longer than a text can be.
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, this.#size)) {
      entries.push(entryOf(bytes.toString('utf8', this.#size, end), this.path, entries.length + 1))
      this.#size = end + 1
    }
    this.torn = bytes.length - this.#size
    return entries
  }

  /** Adds entries, and takes them off the list when they are on the disk. */
  async write(entries: Entry[]): Promise<void> {
    const count = entries.length
    const bytes = Buffer.from(entries.map(lineOf).join(''))
    this.#file ??= await this.#open()
    await writeAll(this.#file, bytes, this.#size)
    this.#size += bytes.length
    entries.splice(0, count)
  }

  async #open(): Promise<FileHandle> {
    const isNew = this.#size === 0
    const file = await open(this.path, constants.O_RDWR | constants.O_CREAT, OWNER_ONLY)
    await file.truncate(this.#size)
    if (isNew) await keepName(this.path)
    return file
  }

  /** Writes these entries instead of all that there are. Whenever it ends, there is the old file or the new one, whole. */
  async replace(entries: readonly Entry[]): Promise<void> {
    const bytes = Buffer.from(entries.map(lineOf).join(''))
    const beside = `${this.path}.new`
    try {
      await writeNew(beside, bytes)
      await rename(beside, this.path)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
    // What was open is the old file.
    await this.close()
    this.#size = bytes.length
    await keepName(this.path)
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.close()
  }
}

async function writeNew(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', OWNER_ONLY)
  try {
    await writeAll(file, bytes, 0)
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
  await file.datasync()
}

/** A new name in a folder is on the disk when the folder is. Some systems open no folder, and keep names by themselves. */
async function keepName(path: string): Promise<void> {
  const folder = await open(dirname(path)).catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/** Tokens and secrets of worlds stand in it. */
const OWNER_ONLY = 0o600

const NEWLINE = '\n'.charCodeAt(0)

function lineOf(entry: Entry): string {
  const json = JSON.stringify(entry)
  return `${sumOf(json)} ${json}\n`
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}

/** @throws BrokenState */
function entryOf(line: string, path: string, at: number): Entry {
  const [sum, json] = [line.slice(0, 8), line.slice(9)]
  if (sumOf(json) === sum) return JSON.parse(json)
  if (at === 1) throw new BrokenState(`${path} is no state file of mmgraph, or its first line was changed. ${LEFT}`)
  throw new BrokenState(`${path}:${at} is not as it was written: its check fails. ${wayOut(path, at)}`)
}

const LEFT = 'The file was left as it is; --state with another name begins anew'

/** What can be done about a line. */
export function wayOut(path: string, line: number): string {
  return `${LEFT}, and \`head -n ${line - 1} ${path} > OTHER\` has what came before that line`
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'ENOENT') return undefined
    throw new BrokenState(`${path} cannot be read: ${reason}`)
  }
}
