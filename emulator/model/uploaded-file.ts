import { createHash } from 'node:crypto'

/** What a part of a body says of itself. */
export interface FileLabel {
  readonly name: string
  /** Its Content-Type without parameters, in small letters. */
  readonly type: string
  /** The whole body came in chunks, without a Content-Length. */
  readonly inChunks?: boolean
}

/** A file as it goes over the wire. What is shown of it is its label; its bytes are no property of it. */
export class WireFile {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly #bytes: Uint8Array

  constructor({ name, type }: FileLabel, bytes: Uint8Array) {
    this.name = name
    this.type = type
    this.size = bytes.byteLength
    this.#bytes = bytes
  }

  get bytes(): Uint8Array {
    return this.#bytes
  }
}

/** A file that came with a call. */
export class UploadedFile extends WireFile {
  /** In hex. */
  readonly sha256: string
  readonly inChunks: boolean

  constructor(label: FileLabel, bytes: Uint8Array) {
    super(label, bytes)
    this.inChunks = label.inChunks ?? false
    this.sha256 = sha256Of(bytes)
  }
}

/** In hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
