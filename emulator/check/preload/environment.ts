/** An environment in which each node loads what this one has loaded. */
export type Guard = (env: NodeJS.ProcessEnv) => NodeJS.ProcessEnv

/** What is read when a node loads: who takes it away later takes it away in vain. */
const NEEDED = ['MMGRAPH_CHECK', 'MMGRAPH_TOUCHES'] as const
/** These stay as they are where others are given. */
const KEPT = ['NO_PROXY', 'no_proxy'] as const

/** @param entry the address of the redirection */
export function guardOf(entry: string): Guard {
  const needed = NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]))
  const kept = KEPT.map((name) => [name, process.env[name]] as const)
  const touch = process.env.MMGRAPH_TOUCHES === undefined ? [] : [new URL('../touch-preload.js', entry).href]
  return (env) => {
    const known = env.NODE_OPTIONS ?? ''
    const missing = [entry, ...touch].filter((file) => !known.includes(file)).map((file) => `--import ${file}`)
    return {
      ...Object.fromEntries(kept),
      ...env,
      ...Object.fromEntries(needed),
      NODE_OPTIONS: [known, ...missing].filter(Boolean).join(' '),
    }
  }
}
