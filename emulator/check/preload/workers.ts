import { fileURLToPath } from 'node:url'
import threads, { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Guard } from './environment.ts'

/**
 * Threads load what `node --import` names, as processes do; but not those that are given as text. Those load it first. One
 * with an environment of its own is given what it needs.
 * Their node must know how to require a module: 20.19, 22.12 and newer.
 */
export function watchWorkers(entry: string, guard: Guard): void {
  class Watched extends Worker {
    constructor(file: string | URL, options: WorkerOptions = {}) {
      const isText = options.eval === true && typeof file === 'string'
      const { env } = options
      const own = typeof env === 'object' ? { ...options, env: guard(env) } : options
      super(isText ? `require(${JSON.stringify(fileURLToPath(entry))});${file}` : file, own)
    }
  }
  const knows = (process.features as { readonly require_module?: boolean }).require_module === true
  if (knows) (threads as { Worker: typeof Worker }).Worker = Watched
}
