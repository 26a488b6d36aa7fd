import { createRequire } from 'node:module'

/** The version of this package, read from it so that it can never be another. */
export const version: string = (createRequire(import.meta.url)('mmgraph/package.json') as { version: string }).version
