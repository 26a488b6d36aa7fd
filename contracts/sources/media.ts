import type { Source } from '../source.ts'

export const mediaSources = {} as const satisfies Record<string, Source>
