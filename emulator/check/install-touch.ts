import { hookBodies } from './hook-bodies.ts'
import { hookClones } from './hook-clones.ts'
import { hookHttp } from './hook-http.ts'
import { replace } from './replace.ts'
import { tellTo } from './tell-touches.ts'
import { rememberTexts } from './texts.ts'

/** Watches what this process reads of the emulator. @param file touches are appended to it */
export function installTouch(file: string): void {
  const watch = tellTo(file)
  const texts = rememberTexts()
  hookBodies(watch, texts)
  hookHttp(texts)
  hookClones()
  const { parse } = JSON
  replace(JSON, 'parse', (original) => ({
    parse(this: unknown, ...given: Parameters<typeof parse>) {
      const value = Reflect.apply(original, this, given)
      const [text] = given
      const subject = typeof text === 'string' ? texts.take(text) : undefined
      return subject ? watch(value, subject) : value
    },
  }))
}
