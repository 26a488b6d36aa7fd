import { fileURLToPath } from 'node:url'
import { type Run, type RunPlan, runOnce } from '../../emulator/check/run.ts'
import { readWorld } from '../../emulator/world/load.ts'

/** The sample clients of this folder. */
export const clientFile = (name: string): string => fileURLToPath(new URL(`clients/${name}`, import.meta.url))

/** A plan for a sample client, with what it says kept. */
export function planOf(client: string, more: Partial<RunPlan> = {}, ...args: string[]): RunPlan {
  const { NODE_OPTIONS: _, ...env } = process.env
  return {
    command: [process.execPath, clientFile(client), ...args],
    worlds: [readWorld('ready-to-send')],
    rulings: {},
    templates: {},
    env,
    limit: 30_000,
    output: 'kept',
    ...more,
  }
}

export function run(client: string, more: Partial<RunPlan> = {}, ...args: string[]): Promise<Run> {
  return runOnce(planOf(client, more, ...args))
}

/** A client that is a line of code. */
export function runCode(code: string, more: Partial<RunPlan> = {}): Promise<Run> {
  return runOnce({ ...planOf(''), command: [process.execPath, '--input-type=module', '-e', code], ...more })
}

export const GOOD = { kind: 'exit', code: 0 } as const
