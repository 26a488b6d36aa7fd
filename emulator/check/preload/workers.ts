import { fileURLToPath } from 'node:url'
import threads, { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Threads load what `node --import` names, as processes do; but not those that are given as text. Those load it first.
 * Their node must know how to require a module: 20.19, 22.12 and newer.
 */
export function watchWorkers(entry: string): void {
  class Watched extends Worker {
    constructor(file: string | URL, options: WorkerOptions = {}) {
      const isText = options.eval === true && typeof file === 'string'
      super(isText ? `require(${JSON.stringify(fileURLToPath(entry))});${file}` : file, options)
    }
  }
  const knows = (process.features as { readonly require_module?: boolean }).require_module === true
  if (knows) (threads as { Worker: typeof Worker }).Worker = Watched
}
