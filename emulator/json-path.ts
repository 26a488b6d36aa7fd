import { isRecord } from './body.ts'

/**
 * Puts values of earlier replies into a text: `{result=create:$.data.*.id}` -> `1,2`. The part of JSONPath that Graph
 * shows in its documents: keys, `[0]`, and `*` for all.
 * @see sources graph-batch
 */
export function resolveReferences(text: string, replyOf: (name: string) => unknown): string {
  return text.replaceAll(/\{result=([^:}]+):\$([^}]*)\}/g, (_, name: string, path: string) =>
    valuesAt(replyOf(name), path)
      .map((value) => (isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value)))
      .join(','),
  )
}

/** All values that a path leads to; none when it leads nowhere. */
export function valuesAt(root: unknown, path: string): unknown[] {
  const steps = path.match(/[^.[\]]+/g) ?? []
  return steps.reduce<unknown[]>((values, step) => values.flatMap((value) => stepInto(value, step)), [root])
}

function stepInto(value: unknown, step: string): unknown[] {
  if (step === '*') return typeof value === 'object' && value !== null ? Object.values(value) : []
  if (Array.isArray(value)) return Number(step) in value ? [value[Number(step)]] : []
  return isRecord(value) && Object.hasOwn(value, step) ? [value[step]] : []
}
