import { type PoolOptions, type PoolWorker, ThreadsPoolWorker } from 'vitest/node'

/** How many runs a thread serves: each leaves some listeners behind in it. */
const RUNS = 50

let warm: { readonly thread: ThreadsPoolWorker; runs: number } | undefined

/**
 * Vitest ends its thread after each run, and the next one loads every module anew: most of the time of a mutant. Here
 * the thread stays. For a mutant inside a function that makes no difference; those of module level are not run at all.
 */
export function warmWorker(options: PoolOptions): PoolWorker {
  const { thread, runs } = take(options)
  const attached: [event: string, callback: (message: unknown) => void][] = []
  return {
    name: 'warm',
    on: (event, callback) => {
      attached.push([event, callback])
      thread.on(event, callback)
    },
    off: (event, callback) => thread.off(event, callback),
    send: (message) => {
      if (message.type !== 'stop') return thread.send(message)
      const stopped = { type: 'stopped', __vitest_worker_response__: true }
      for (const [event, callback] of attached) if (event === 'message') callback(stopped)
    },
    start: async () => {
      if (runs === 1) await thread.start()
    },
    stop: async () => {
      for (const [event, callback] of attached) thread.off(event, callback)
      if (runs >= RUNS) await thread.stop()
    },
    deserialize: (data) => data,
  }
}

function take(options: PoolOptions): { readonly thread: ThreadsPoolWorker; readonly runs: number } {
  if (!warm || warm.runs >= RUNS) warm = { thread: new ThreadsPoolWorker(options), runs: 0 }
  warm.runs += 1
  return { ...warm }
}
