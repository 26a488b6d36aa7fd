import type { MessageTemplate } from './template.ts'
import type { Undo } from './undo.ts'

/** Finds templates by account, name and language, as sends do. A deleted one makes room for another of its name. */
export class Templates {
  readonly #byKey = new Map<string, string>()
  readonly #languages = new Map<string, readonly string[]>()
  readonly #get: (id: string) => MessageTemplate | undefined
  readonly #undo: Undo

  constructor(get: (id: string) => MessageTemplate | undefined, undo: Undo) {
    this.#get = get
    this.#undo = undo
  }

  find(accountId: string, name: string, language: string): MessageTemplate | undefined {
    const id = this.#byKey.get(`${accountId}/${name}/${language}`)
    return id === undefined ? undefined : this.#get(id)
  }

  languagesOf(accountId: string, name: string): readonly string[] {
    return this.#languages.get(`${accountId}/${name}`) ?? []
  }

  /** Called whenever a template is put. */
  index({ id, accountId, name, language, status }: MessageTemplate): void {
    const key = `${accountId}/${name}/${language}`
    const known = this.#byKey.get(key)
    if (known === id || (known !== undefined && status === 'DELETED')) return
    this.#undo.set(this.#byKey, key, id)
    const languages = this.languagesOf(accountId, name)
    if (!languages.includes(language)) this.#undo.set(this.#languages, `${accountId}/${name}`, [...languages, language])
  }
}
