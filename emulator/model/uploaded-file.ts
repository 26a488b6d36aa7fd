import { createHash } from 'node:crypto'

/** What a part of a body says of itself. */
export interface FileLabel {
  readonly name: string
  /** Its Content-Type without parameters, in small letters. */
  readonly type: string
  /** The whole body came in chunks, without a Content-Length. */
  readonly inChunks?: boolean
}

/** A file that came with a call. What is kept and shown of it is this label; its bytes are no property of it. */
export class UploadedFile {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly inChunks: boolean
  readonly #bytes: Uint8Array

  constructor({ name, type, inChunks = false }: FileLabel, bytes: Uint8Array) {
    this.name = name
    this.type = type
    this.inChunks = inChunks
    this.size = bytes.byteLength
    this.#bytes = bytes
  }

  /** In hex. Reckoned when it is asked for: large files that only leave never need it. */
  get sha256(): string {
    return sha256Of(this.#bytes)
  }

  get bytes(): Uint8Array {
    return this.#bytes
  }
}

/** In hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
