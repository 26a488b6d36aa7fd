import type { ErrorDefinition } from './definition.ts'

/** Filled with the operations of this chapter. */
export const templatesErrors = {} as const satisfies Record<string, ErrorDefinition>
