import type { Undo } from './undo.ts'

/** The bytes of files, by the id of the node that they belong to. Nobody keeps more than `most` bytes in it. */
export class Files {
  readonly most: number
  readonly #bytes = new Map<string, Uint8Array>()
  readonly #undo: Undo
  #total = 0

  constructor(most: number, undo: Undo) {
    this.most = most
    this.#undo = undo
  }

  /** How many bytes there is room for. */
  get room(): number {
    return this.most - this.#total
  }

  get(id: string): Uint8Array | undefined {
    return this.#bytes.get(id)
  }

  /** The bytes that must be there: their absence is a bug. */
  need(id: string): Uint8Array {
    const bytes = this.#bytes.get(id)
    if (!bytes) throw new Error(`the bytes of ${id} are not there`)
    return bytes
  }

  /** The ids of the nodes that have bytes here, oldest first. */
  ids(): string[] {
    return [...this.#bytes.keys()]
  }

  keep(id: string, bytes: Uint8Array): void {
    this.#change(id, bytes)
  }

  drop(id: string): void {
    if (this.#bytes.has(id)) this.#change(id, undefined)
  }

  #change(id: string, bytes: Uint8Array | undefined): void {
    const before = this.#bytes.get(id)
    this.#set(id, bytes)
    this.#undo.note(() => this.#set(id, before))
  }

  #set(id: string, bytes: Uint8Array | undefined): void {
    this.#total += (bytes?.byteLength ?? 0) - (this.#bytes.get(id)?.byteLength ?? 0)
    if (bytes) this.#bytes.set(id, bytes)
    else this.#bytes.delete(id)
  }
}
