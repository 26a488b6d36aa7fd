import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { need } from '../kit.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(join(root, 'Dockerfile'), 'utf8')
const instructions = DockerfileParser.parse(text).getInstructions()
const second = instructions.findLastIndex((one) => one.getKeyword() === 'FROM')
const final = instructions.slice(second)

/** What an instruction says, in its stage: `["node", "x"]` of `CMD ["node", "x"]`. */
const said = (stage: readonly Instruction[], keyword: string): string[] =>
  stage.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '')
/** The words of an instruction in exec form. */
const words = (keyword: string): string[] => JSON.parse(need(said(final, keyword)[0]))
const healthCheck: string[] = JSON.parse(need(/CMD (\[.*\])$/.exec(need(said(final, 'HEALTHCHECK')[0]))?.[1]))

test('a linter has nothing to say of the Dockerfile', () => {
  expect(validate(text)).toEqual([])
  expect(validate(text.replace('COPY . .', 'COPY .')).length).toBeGreaterThan(0)
})

test('what runs is small, is not root, and has exec forms, so that signals reach it', () => {
  expect(said(instructions, 'FROM')).toEqual(['node:24-slim AS build', 'node:24-alpine'])
  expect(said(final, 'USER')).toEqual(['node'])
  expect(said(final, 'RUN')).toEqual([])
  expect(said(final, 'STOPSIGNAL')).toEqual(['SIGTERM'])
  expect([words('ENTRYPOINT')[0], words('CMD')[0], healthCheck[0]]).toEqual(['node', 'serve', 'node'])
})

test('the build does what a clean clone does', () => {
  const { build } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
  expect(said(instructions.slice(0, second), 'RUN')[0]).toBe(build)
})

test('.dockerignore keeps out what is built and installed here, and nothing that the build reads', () => {
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'dist', '.git']))
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const read = ['contracts', 'emulator', 'scenarios', 'scripts', 'package.json', 'package-lock.json']
  const shipped = files.map((file: string) => file.split('/')[0]).filter((file: string) => file !== 'dist')
  expect([...read, ...shipped].filter((file) => ignored.includes(file))).toEqual([])
})

describe('run without Docker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  const app = join(folder, 'app')
  afterAll(() => rmSync(folder, { recursive: true }))
  /** Paths of the image, where they are here. */
  const here = (command: string): string =>
    command
      .replaceAll('/tmp', folder)
      .replaceAll('/src/', root)
      .replaceAll(/(?<![\w.])\/app\b/g, app)

  beforeAll(async () => {
    mkdirSync(app)
    const [, pack, ...install] = said(instructions.slice(0, second), 'RUN')
    await run('sh', ['-euc', here(need(pack))], { cwd: root })
    for (const command of install) {
      const offline = { ...process.env, npm_config_prefer_offline: 'true' }
      await run('sh', ['-euc', here(command)], { cwd: app, env: offline })
    }
  })

  /** The container's process, on a port that is free, and its address. */
  async function start(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
    const [node, main] = words('ENTRYPOINT').map(here)
    const child = spawn(need(node), [need(main), ...words('CMD'), '--port', '0', '--json', ...args], { cwd: folder })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout, 'data')
    return { child, url: JSON.parse(String(line)).url }
  }

  const healthOf = async (url: string): Promise<number> => {
    const [command, ...args] = healthCheck.map((word) => word.replace('http://127.0.0.1:4020', url))
    return run(need(command), args).then(
      () => 0,
      ({ code }: { code: number }) => code,
    )
  }

  test('it starts, is healthy with and without a control token, and ends with 0 on SIGTERM', async () => {
    const [open, guarded] = await Promise.all([start(), start('--control-token', 'secret')])
    expect(await Promise.all([healthOf(open.url), healthOf(guarded.url)])).toEqual([0, 0])
    const asked = await fetch(`${guarded.url}/_mmgraph/worlds`, { headers: { authorization: 'Bearer secret' } })
    expect(asked.status).toBe(200)
    open.child.kill('SIGTERM')
    expect(await once(open.child, 'exit')).toEqual([0, null])
    expect(await healthOf(open.url)).toBe(1)
  })
})
