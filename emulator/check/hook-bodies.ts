import { replace } from './replace.ts'
import type { Watch } from './tell-touches.ts'
import type { Texts } from './texts.ts'
import { subjectOf } from './touch-subject.ts'

/** A Request or a Response. */
interface Body {
  readonly headers: Headers
}

/** What fetch gives, and what a receiver gets that is written for it. */
export function hookBodies(watch: Watch, texts: Texts): void {
  for (const { prototype } of [globalThis.Response, globalThis.Request].filter((known) => known !== undefined)) {
    replace(prototype, 'json', (original) => ({
      async json(this: Body) {
        const subject = whose(this)
        const value = await Reflect.apply(original, this, [])
        return subject ? watch(value, subject) : value
      },
    }))
    // Some parse the text themselves.
    replace(prototype, 'text', (original) => ({
      async text(this: Body) {
        const subject = whose(this)
        const text = (await Reflect.apply(original, this, [])) as string
        if (subject) texts.add(text, subject)
        return text
      },
    }))
    replace(prototype, 'arrayBuffer', (original) => ({
      async arrayBuffer(this: Body) {
        const subject = whose(this)
        const bytes = (await Reflect.apply(original, this, [])) as ArrayBuffer
        if (subject) texts.add(new TextDecoder().decode(bytes), subject)
        return bytes
      },
    }))
  }
}

/** Called on something that is no body it throws as ever: the original says how. */
function whose(body: Body): ReturnType<typeof subjectOf> {
  const headers: unknown = body?.headers
  return headers instanceof Headers ? subjectOf((name) => headers.get(name)) : undefined
}
