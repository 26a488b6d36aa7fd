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
  readonly #parts: readonly Uint8Array[]

  /** @param parts its bytes: in one where it is small, else as many as can be written one after the other */
  constructor({ name, type }: FileLabel, ...parts: readonly Uint8Array[]) {
    this.name = name
    this.type = type
    this.size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0)
    this.#parts = parts
  }

  get parts(): readonly Uint8Array[] {
    return this.#parts
  }

  get bytes(): Uint8Array {
    const [only] = this.#parts
    return only && this.#parts.length === 1 ? only : Buffer.concat(this.#parts)
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
