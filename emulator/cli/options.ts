import { InvalidArgumentError } from 'commander'
import { instead } from '../../contracts/nearest.ts'
import { rulingProblem } from '../../contracts/ruling-problem.ts'
import { isVersion, type Version, versions } from '../../contracts/versions.ts'

export function variable(text: string, known: Record<string, string>): Record<string, string> {
  const [, name, value] = /^([a-z][a-z0-9_]*)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be like name=value.')
  return { ...known, [name]: value }
}

export function jobsNumber(text: string): number {
  const jobs = Number(text)
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= 100) return jobs
  throw new InvalidArgumentError('It must be a number from 1 to 100.')
}

export function inputNumber(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be the number of an input.')
}

export function notEmpty(text: string): string {
  if (text.trim()) return text
  throw new InvalidArgumentError('It must not be empty.')
}

export function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}

export function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new InvalidArgumentError('It must be a day like 2026-08-01.')
}

export function graphVersion(text: string): Version {
  if (isVersion(text) && text in versions) return text
  throw new InvalidArgumentError(`It must be a version of Graph: ${instead(text, Object.keys(versions))}`)
}

export function rulingSide(text: string, known: Record<string, string>): Record<string, string> {
  const [, name, side] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (name === undefined || side === undefined) throw new InvalidArgumentError('It must be like name=side.')
  const problem = rulingProblem(name, side)
  if (problem) throw new InvalidArgumentError(`${problem}.`)
  return { ...known, [name]: side }
}
