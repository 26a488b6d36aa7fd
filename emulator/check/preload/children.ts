import children, { type ChildProcess } from 'node:child_process'
import type { Guard } from './environment.ts'

type Any = (...args: unknown[]) => unknown

/** How node is asked for a process, where its environment is a list: `NAME=value`. */
interface Asked {
  readonly envPairs?: readonly string[]
}

/** Processes that are given an environment of their own, or that have lost ours, load the redirection as well. */
export function watchChildren(guard: Guard): void {
  const started = (children as unknown as { ChildProcess: { prototype: ChildProcess & { spawn: Any } } }).ChildProcess
  const { spawn } = started.prototype
  started.prototype.spawn = function (this: ChildProcess, ...[asked, ...more]: unknown[]): unknown {
    const { envPairs } = asked as Asked
    return spawn.call(
      this,
      envPairs ? { ...(asked as Asked), envPairs: pairsOf(guard(readPairs(envPairs))) } : asked,
      ...more,
    )
  }
  const module = children as unknown as Record<string, Any>
  for (const name of ['spawnSync', 'execFileSync', 'execSync'] as const) {
    const original = module[name] as Any
    module[name] = (...args: unknown[]) => original(...withEnvironment(args, name === 'execSync', guard))
  }
}

function readPairs(pairs: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

function pairsOf(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
}

/** `(file, args?, options?)`, or of a shell `(command, options?)`. */
function withEnvironment(given: readonly unknown[], isShell: boolean, guard: Guard): unknown[] {
  const [first, second, third] = given
  const hasList = !isShell && (Array.isArray(second) || second === undefined || second === null)
  const options = ((hasList ? third : second) ?? {}) as { readonly env?: NodeJS.ProcessEnv }
  const whole = { ...options, env: guard(options.env ?? process.env) }
  return hasList ? [first, second, whole] : [first, whole]
}
