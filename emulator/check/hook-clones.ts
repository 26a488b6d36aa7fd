import v8 from 'node:v8'
import { plainOf } from '../../contracts/client/plain.ts'
import { replace } from './replace.ts'

/** What copies objects by itself refuses those that are watched: it gets what they stand for. */
export function hookClones(): void {
  replace(globalThis, 'structuredClone', (original) => ({
    structuredClone(this: unknown, ...given: unknown[]) {
      return plainAtNeed(original, this, given)
    },
  }))
  for (const owner of [globalThis.MessagePort, globalThis.BroadcastChannel]) {
    replace(owner?.prototype as { postMessage: unknown } | undefined, 'postMessage', (original) => ({
      postMessage(this: unknown, ...given: unknown[]) {
        return plainAtNeed(original, this, given)
      },
    }))
  }
  // What it has begun to write cannot be taken back, so there is no second try.
  replace(v8.Serializer.prototype, 'writeValue', (original) => ({
    writeValue(this: unknown, value: unknown) {
      return Reflect.apply(original, this, [plainOf(value)])
    },
  }))
}

type Copies = (...given: never[]) => unknown

/** As it was called; only what is refused for a watched object is tried again without. */
function plainAtNeed(original: Copies, self: unknown, [value, ...rest]: readonly unknown[]): unknown {
  try {
    return Reflect.apply(original, self, [value, ...rest])
  } catch (error) {
    if ((error as Error | undefined)?.name !== 'DataCloneError') throw error
    return Reflect.apply(original, self, [plainOf(value), ...rest])
  }
}
