import type { Source } from '../source.ts'

export const numberSources = {} as const satisfies Record<string, Source>
