import * as module from 'node:module'

/** Node 22.8 and newer can keep what they compiled, in a folder of the system's for temporary files. */
const { enableCompileCache } = module as { enableCompileCache?: () => void }

// NODE_DISABLE_COMPILE_CACHE=1 is node's own way to say no. The first import of main.ts: what that loads later is kept.
enableCompileCache?.()
