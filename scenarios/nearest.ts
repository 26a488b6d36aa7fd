import { instead as choose } from '../contracts/nearest.ts'

/** `did you mean x?`, or what there is. */
export const instead = (word: string, known: readonly string[]): string => choose(word, known)
