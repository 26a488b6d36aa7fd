import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'

/** How a command ended. `code` of one that a signal or its time limit ended is none. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'late'; readonly limit: number }
  | { readonly kind: 'unstarted'; readonly why: string }

export interface ChildPlan {
  readonly command: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds. */
  readonly limit: number
  /** `shown`: it has the terminal; `aside`: that, but for stdout, which a report needs; `kept`: what it says is kept. */
  readonly output: 'shown' | 'aside' | 'kept'
  /** Ends it when it fires. */
  readonly stop?: AbortSignal
}

export interface Ended {
  readonly ending: Ending
  readonly stdout: string
  readonly stderr: string
}

/** Between SIGTERM and SIGKILL, in milliseconds. */
const GRACE = 2000
/** How long what was said before the end may take to come, in milliseconds. */
const LAST_WORDS = 500
/** What is kept of each stream: its end, where a failure is told. */
const MOST_KEPT = 200_000

const STDIO = {
  shown: ['inherit', 'inherit', 'inherit'],
  aside: ['inherit', 2, 2],
  kept: ['ignore', 'pipe', 'pipe'],
} as const

/** Runs a command to its end, or to its time limit. Nothing that it started is left behind, where it has a group of its own. */
export async function runChild(plan: ChildPlan): Promise<Ended> {
  const [program = '', ...args] = plan.command
  const isKept = plan.output === 'kept'
  // A command that shares a terminal must stay in the group of that terminal, or it could not read from it.
  const detached = process.platform !== 'win32' && (isKept || !process.stdin.isTTY)
  const stdio = STDIO[plan.output]
  const child = spawn(program, args, { env: plan.env, detached, stdio: [...stdio] as StdioOptions }) as ChildProcess
  const kept = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      kept[name] = `${kept[name]}${text}`.slice(-MOST_KEPT)
    })
  }
  const ending = await endingOf(child, plan, (signal) => kill(child, signal, detached))
  return { ending, ...kept }
}

function endingOf(child: ChildProcess, plan: ChildPlan, end: (signal: NodeJS.Signals) => void): Promise<Ending> {
  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = []
    let isLate = false
    const stop = (): void => {
      end('SIGTERM')
      timers.push(setTimeout(() => end('SIGKILL'), GRACE))
    }
    const outOfTime = (): void => {
      isLate = true
      stop()
    }
    const done = (ending: Ending): void => {
      for (const timer of timers) clearTimeout(timer)
      plan.stop?.removeEventListener('abort', stop)
      resolve(isLate ? { kind: 'late', limit: plan.limit } : ending)
    }
    timers.push(setTimeout(outOfTime, plan.limit))
    plan.stop?.addEventListener('abort', stop)
    if (plan.stop?.aborted) stop()
    child.once('error', (error: NodeJS.ErrnoException) => done({ kind: 'unstarted', why: whyNot(error) }))
    child.once('exit', (code, signal) => {
      const ending: Ending = signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal }
      end('SIGKILL')
      // What was said last is still on its way; what others hold open is not waited for.
      timers.push(setTimeout(() => done(ending), LAST_WORDS))
      child.once('close', () => done(ending))
    })
  })
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such program'
  return code === 'EACCES' ? 'it is no program, or not for this user' : message
}

/** Ends a process, and with a group of its own all that it started. */
function kill({ pid }: ChildProcess, signal: NodeJS.Signals, isGroup: boolean): void {
  if (pid === undefined) return
  try {
    process.kill(isGroup ? -pid : pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** `exit code 1`, `SIGSEGV`. */
export function inWords(ending: Ending): string {
  if (ending.kind === 'exit') return `exit code ${ending.code}`
  if (ending.kind === 'signal') return ending.signal
  return ending.kind === 'late' ? `no end within ${ending.limit / 1000} s` : ending.why
}
