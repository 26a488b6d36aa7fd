import type { TouchSubject } from './touch-subject.ts'

/** Texts that came from the emulator, and whose they are. The oldest are forgotten. */
export interface Texts {
  readonly add: (text: string, subject: TouchSubject) => void
  /** Whose a text is that is parsed: each reply of the same text once, in their order; the last stays. */
  readonly take: (text: string) => TouchSubject | undefined
}

const MOST = 1000

export function rememberTexts(): Texts {
  const known = new Map<string, TouchSubject[]>()
  /** Most texts that a client parses are not from here, and have another length. */
  const lengths = new Set<number>()
  return {
    add: (text, subject) => {
      const subjects = known.get(text) ?? []
      subjects.push(subject)
      known.delete(text)
      known.set(text, subjects)
      lengths.add(text.length)
      const [oldest] = known.keys()
      if (known.size > MOST && oldest !== undefined) known.delete(oldest)
    },
    take: (text) => {
      const subjects = lengths.has(text.length) ? known.get(text) : undefined
      return subjects && subjects.length > 1 ? subjects.shift() : subjects?.[0]
    },
  }
}
