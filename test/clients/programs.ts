import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { need } from '../kit.ts'
import { type Served, served } from './served.ts'

/** A page of docs/clients whose programs are run, and what runs them. */
export interface Language {
  readonly page: string
  /** The command that is given the file. */
  readonly command: string
  readonly ending: string
  /** Arguments after which `command` ends with 0 where all that the page needs is here. */
  readonly probe: readonly string[]
}

/** The pages of docs/clients that have programs; the others there are made of sessions. */
export const languagePages = ['node', 'python', 'php', 'go', 'java', 'ruby', 'csharp', 'curl']

const run = promisify(execFile)

/** @returns whether this machine has what the programs of the page need */
export const isHere = ({ command, probe }: Language): boolean => spawnSync(command, [...probe]).status === 0

/** The program that stands under a heading of a page; `n` counts the programs there from 0. */
export function programOf({ page }: Language, heading: string, n = 0): string {
  const text = readFileSync(new URL(`../../docs/clients/${page}.md`, import.meta.url), 'utf8')
  const section = need(text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)))
  const programs = [...section.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, program]) => need(program))
  return need(programs[n])
}

/** An emulator with one world, and the environment that its `env` gives to a shell. */
export interface Place extends Served {
  readonly env: NodeJS.ProcessEnv
  readonly folder: string
}

export async function placeOf(world: string): Promise<Place> {
  const place = await served(world)
  const lines = await (await fetch(`${place.url}/_mmgraph/worlds/${world}/env`)).text()
  const told = [...lines.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value])
  const folder = mkdtempSync(`${tmpdir()}/mmgraph-client-`)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { PATH } = process.env
  return { ...place, folder, env: { PATH, LANG: 'C.UTF-8', ...Object.fromEntries(told) } }
}

/** Runs a program to its end. @throws where it ends with an error; `stdout` is in it */
export async function runProgram(
  language: Language,
  program: string,
  { env, folder }: Place,
  more: NodeJS.ProcessEnv = {},
): Promise<string> {
  const file = fileOf(language, program, folder)
  return (await run(language.command, [file], { cwd: folder, env: { ...env, ...more } })).stdout.trim()
}

/** A receiver of a page that listens. */
export interface Listening {
  readonly url: string
  /** Waits until a line has come. */
  readonly hears: (line: string) => Promise<void>
}

export async function startReceiver(language: Language, program: string, { env, folder }: Place): Promise<Listening> {
  const file = fileOf(language, program, folder)
  const child = spawn(language.command, [file], {
    cwd: folder,
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the receiver of ${language.page}.md ended with ${code}`)
  })
  ended.catch(() => undefined)
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part
  })
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await Promise.race([once(child.stdout, 'data'), ended])
  }
  await until(() => out.includes('\n'))
  return {
    url: need(out.match(/http:\S+/)?.[0]),
    hears: (line) => until(() => out.split('\n').includes(line)),
  }
}

function fileOf({ ending }: Language, program: string, folder: string): string {
  const file = `${folder}/program.${ending}`
  writeFileSync(file, program)
  return file
}
