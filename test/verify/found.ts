import type { Finding } from '../../contracts/finding.ts'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { withTwin } from '../../emulator/verify/twin.ts'
import { verify } from '../../emulator/verify/verify.ts'
import { type Deviation, fakeGraph, options } from './fake-graph.ts'

/** What verify finds of a Graph that deviates, as `server error RULE OPERATION WHERE: PROBLEM`. @param only these operations */
export async function found(deviates?: Deviation, twin = false, only?: readonly string[]): Promise<string[]> {
  const { target, close } = inProcess()
  const chosen = { ...options, ...(only && { only: new Set(only) }) }
  const compare = twin ? [withTwin(target, chosen)] : []
  const { findings } = await verify(fakeGraph(deviates), { ...chosen, compare })
  close()
  return findings.map(told)
}

const told = ({ severity, rule, where, problem, contract, side }: Finding): string =>
  `${side} ${severity} ${rule} ${contract} ${where}: ${problem}`
