import { type CommanderError, InvalidArgumentError } from 'commander'

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

/** 1 tells of scenarios that failed and worlds that differ: what is wrong on the command line ends with 2. */
export function exitWith2({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : 2)
}

/** An address without a slash at its end. */
export function httpUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '')
  throw new InvalidArgumentError('It must be a URL like http://127.0.0.1:4020.')
}
