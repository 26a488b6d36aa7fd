import { InvalidArgumentError } from 'commander'
import { milliseconds } from '../../contracts/duration.ts'
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

/** An address without a slash at its end. */
export function httpUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '')
  throw new InvalidArgumentError('It must be a URL like http://127.0.0.1:4020.')
}

/** `90s` in milliseconds. */
export function realTime(text: string): number {
  const found = milliseconds(text)
  if (found !== undefined && found >= 1) return found
  throw new InvalidArgumentError('It must be a duration like 90s or 5m.')
}

/** A duration, or `off`: never. */
export function unused(text: string): string {
  if (text !== 'off') realTime(text)
  return text
}

export function manyNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a number from 1 to 999999.')
}

export function nameList(text: string, known: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim())
  return [...known, ...names.filter(Boolean)]
}

export function listOfIds(text: string): string[] {
  return text.split(',').map((id) => id.trim())
}

export function reason(text: string, known: Record<string, string>): Record<string, string> {
  const [, id, why] = /^([a-z0-9-]+)=(.*\S.*)$/s.exec(text) ?? []
  if (id === undefined || why === undefined) throw new InvalidArgumentError('It must be like duty=reason.')
  return { ...known, [id]: why.trim() }
}

export function rateNumber(text: string): number {
  const rate = Number(text)
  if (/^\d+$/.test(text) && rate >= 1 && rate <= 5000) return rate
  throw new InvalidArgumentError('It must be a number from 1 to 5000.')
}

export function secondsNumber(text: string): number {
  const seconds = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= 60) return seconds
  throw new InvalidArgumentError('It must be a number up to 60.')
}

export function seedWord(text: string): string {
  if (/^[\w-]{1,40}$/.test(text)) return text
  throw new InvalidArgumentError('It must be up to 40 letters, digits, - and _.')
}

/** Milliseconds since 1970, in whole seconds. */
export function moment(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  // Times in webhooks have ten digits.
  if (at >= 1e12 && at < 1e13) return Math.floor(at / 1000) * 1000
  throw new InvalidArgumentError('It must be a time like 2026-03-02T09:00:00Z.')
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
