import { isRecord } from '../body.ts'

/** A value with another laid over it, as JSON Merge Patch (RFC 7396) has it: null takes a key away, lists are replaced. */
export function changed(value: unknown, change: unknown): unknown {
  if (!isRecord(change)) return change
  const result: Record<string, unknown> = isRecord(value) ? { ...value } : {}
  for (const [key, inner] of Object.entries(change)) {
    if (inner === null) delete result[key]
    else result[key] = changed(result[key], inner)
  }
  return result
}
