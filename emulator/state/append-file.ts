import { constants } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Adapter } from 'lowdb'
import type { Entry } from './entry.ts'

/** A state file that cannot be used as it is; the message says where and why. It is left as it was. */
export class BrokenState extends Error {}

/**
 * A file of lines to which is only added: a write costs what is new, however long the file is. Each line has a check of
 * itself before it. A line that was cut off at the end was never acknowledged, and is written over.
 */
export class AppendFile implements Adapter<Entry[]> {
  readonly path: string
  #file: FileHandle | undefined
  #size = 0

  constructor(path: string) {
    this.path = path
  }

  /** All entries, or null where there is no file yet. @throws BrokenState */
  async read(): Promise<Entry[] | null> {
    const bytes = await bytesOf(this.path)
    if (!bytes) return null
    const entries: Entry[] = []
    // Line by line: a file may be longer than a text can be.
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, this.#size)) {
      entries.push(entryOf(bytes.toString('utf8', this.#size, end), `${this.path}:${entries.length + 1}`))
      this.#size = end + 1
    }
    return entries
  }

  /** Adds entries, and takes them off the list when they are on the disk. */
  async write(entries: Entry[]): Promise<void> {
    const count = entries.length
    const bytes = Buffer.from(entries.map(lineOf).join(''))
    this.#file ??= await open(this.path, constants.O_RDWR | constants.O_CREAT, OWNER_ONLY)
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#size + done)
      done += bytesWritten
    }
    await this.#file.datasync()
    this.#size += bytes.length
    entries.splice(0, count)
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }
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

function entryOf(line: string, where: string): Entry {
  const [sum, json] = [line.slice(0, 8), line.slice(9)]
  if (sumOf(json) !== sum) {
    throw new BrokenState(
      `${where} is not as it was written. The file was left as it is; --state with another name begins anew`,
    )
  }
  return JSON.parse(json)
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new BrokenState(`${path} cannot be read: ${code}`)
  }
}
