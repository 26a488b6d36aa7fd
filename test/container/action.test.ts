import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { validateAction, validateWorkflow } from '@action-validator/core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { need } from '../kit.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

describe('what GitHub reads', () => {
  test.each(['action.yml', 'action/finish/action.yml'])('%s keeps to the schema of actions', (name) => {
    expect(validateAction(read(name)).errors).toEqual([])
    expect(validateAction(read(name).replace('using: composite', 'using: magic')).errors).not.toEqual([])
  })

  test('the example keeps to the schema of workflows, and gives the actions what they take', () => {
    const text = read('examples/ci/github.yml')
    expect(validateWorkflow(text).errors).toEqual([])
    expect(validateWorkflow(text.replace('runs-on', 'runs_on')).errors).not.toEqual([])
    const { steps } = parse(text).jobs.emulator
    for (const [uses, name] of [
      ['OWNER/mmgraph@main', 'action.yml'],
      ['OWNER/mmgraph/action/finish@main', 'action/finish/action.yml'],
    ]) {
      const step = steps.find((one: { uses?: string }) => one.uses === uses)
      const known = Object.keys(parse(read(need(name))).inputs)
      expect(known).toEqual(expect.arrayContaining(Object.keys(step.with)))
    }
  })

  test('an output that the example reads is one that the action has', () => {
    const [, output] = /steps\.graph\.outputs\.(\w+)/.exec(read('examples/ci/github.yml')) ?? []
    expect(Object.keys(parse(read('action.yml')).outputs)).toContain(output)
  })
})

describe('the example for GitLab', () => {
  const { default: defaults, stages, ...rest } = parse(read('examples/ci/gitlab.yml'))
  const jobs: readonly Job[] = Object.values(rest)
  const scripts = jobs.flatMap(({ script }) => script)
  const help = async (command: string): Promise<string> =>
    (await run(process.execPath, [join(root, 'dist/emulator/cli/main.js'), command, '--help'])).stdout
  const options = (words: string): string[] => [...words.matchAll(/(?<=\s)--[a-z][\w-]+/g)].map(([option]) => option)
  const unknown = (text: string, there: string) => options(text).filter((option) => !there.includes(`${option} `))

  test('has an image, jobs in stages, and scripts that a shell can read', async () => {
    expect(defaults.image).toMatch(/^node:/)
    expect(jobs.filter(({ stage }) => !stages.includes(stage))).toEqual([])
    for (const line of scripts) await run('bash', ['-nc', line])
  })

  test('has options that there are', async () => {
    const commands = jobs.flatMap(({ services = [] }) => services.map(({ command }) => command.join(' ')))
    expect(unknown(commands.join(' '), await help('serve'))).toEqual([])
    const checks = scripts.filter((line) => line.includes('mmgraph check'))
    expect(checks.length).toBe(1)
    expect(unknown(checks.join(' '), await help('check'))).toEqual([])
  })
})

interface Job {
  readonly stage: string
  readonly script: readonly string[]
  readonly services?: readonly { readonly command: readonly string[] }[]
}

interface Step {
  readonly run: string
  readonly env?: Readonly<Record<string, string>>
}

/** What GitHub does with an action: a shell for each step, files for what a step tells, inputs in their places. */
function runner() {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = { GITHUB_OUTPUT: 'output', GITHUB_ENV: 'env', GITHUB_STEP_SUMMARY: 'summary' }
  const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]))
  const told = (name: string): string => readFileSync(need(paths[name]), { encoding: 'utf8', flag: 'a+' })
  const variables = (name: string): Record<string, string> =>
    Object.fromEntries([...told(name).matchAll(/^(\w+)=(.*)$/gm)].map(([, key, value]) => [need(key), need(value)]))

  async function use(file: string, given: Readonly<Record<string, string>> = {}) {
    const { inputs, runs } = parse(read(file))
    const input = (_: string, name: string): string => given[name] ?? inputs[name].default
    let stdout = ''
    for (const { run: script, env = {} } of runs.steps as Step[]) {
      const own = Object.entries(env).map(([key, value]) => [key, value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, input)])
      const place = { GITHUB_ACTION_PATH: join(root, file, '..'), RUNNER_TEMP: folder, ...paths }
      const all = { ...process.env, ...variables('GITHUB_ENV'), ...place, ...Object.fromEntries(own) }
      // As GitHub runs `shell: bash`.
      const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]
      const ended = await run('bash', shell, { cwd: folder, env: all }).catch(
        (error: { stdout: string; code: number }) => error,
      )
      stdout += ended.stdout
      if ('code' in ended) return { stdout, code: ended.code }
    }
    return { stdout, code: 0 }
  }
  /** Ends what was started, also where a test failed in the middle. */
  onTestFinished(() => {
    const { MMGRAPH_PID: pid } = variables('GITHUB_ENV')
    if (pid && isAlive(pid)) process.kill(Number(pid), 'SIGKILL')
  })
  return { use, told, variables }
}

function isAlive(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

describe('the action, its steps run by a shell as GitHub does it', () => {
  test('starts an emulator that outlives the step, tells its address and ids, and is stopped with a report', async () => {
    const github = runner()
    const started = await github.use('action.yml', { port: '0', worlds: 'ready-to-send partner-with-obo-client' })
    expect(started).toEqual({
      code: 0,
      stdout: expect.stringMatching(/mmgraph listens on http:\/\/127\.0\.0\.1:\d+ with/),
    })
    const { url, worlds } = github.variables('GITHUB_OUTPUT')
    expect(JSON.parse(need(worlds))).toEqual(['ready-to-send', 'partner-with-obo-client'])
    const environment = github.variables('GITHUB_ENV')
    expect(environment.MMGRAPH_URL).toBe(url)
    const headers = { authorization: `Bearer ${environment.MMGRAPH_CLIENT_BUSINESS_TOKEN}` }
    expect((await fetch(`${url}/v24.0/${environment.MMGRAPH_PHONE_ID}`, { headers })).status).toBe(200)

    const finished = await github.use('action/finish/action.yml')
    expect(finished.code).toBe(0)
    expect(github.told('GITHUB_STEP_SUMMARY')).toContain('Nothing was found.')
    expect(github.variables('GITHUB_OUTPUT').findings).toBe('0')
    expect(
      await fetch(need(url)).then(
        () => 'open',
        () => 'closed',
      ),
    ).toBe('closed')
  })

  test('findings fail the job, stand in its summary, and hide tokens; a control token is used', async () => {
    const github = runner()
    await github.use('action.yml', { port: '0', options: '--control-token secret-of-ci --limits off' })
    const {
      MMGRAPH_URL: url,
      MMGRAPH_PHONE_ID: phone,
      MMGRAPH_CLIENT_BUSINESS_TOKEN: token,
    } = github.variables('GITHUB_ENV')
    const template = { name: 'no_such_template', language: { code: 'en_US' } }
    const body = JSON.stringify({ messaging_product: 'whatsapp', to: '+14165550100', type: 'template', template })
    const headers = { 'content-type': 'application/json' }
    for (let count = 0; count < 3; count += 1) {
      await fetch(`${url}/v24.0/${phone}/marketing_messages?access_token=${token}`, { method: 'POST', headers, body })
    }
    const { code, stdout } = await github.use('action/finish/action.yml', { 'fail-on': 'note' })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::(error|warning|notice) title=mmgraph /m)
    const summary = github.told('GITHUB_STEP_SUMMARY')
    expect(summary).toMatch(/\| (error|warning|note) \|/)
    expect(summary + stdout).not.toContain(need(token))
  })

  test('a world that is not there, or an option that is none, is said in one line', async () => {
    for (const [given, says] of [
      [{ worlds: 'ready-to-sendd' }, /::error::mmgraph did not start: .*ready-to-send/],
      [{ options: '--clok still' }, /::error::mmgraph did not start: .*--clok/],
      [{ env: 'nowhere' }, /::error::env: there is no world nowhere; there are ready-to-send/],
    ] as const) {
      const { code, stdout } = await runner().use('action.yml', { port: '0', ...given })
      expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(says) })
    }
  })

  test('finish without a start, and a severity that is none, say so', async () => {
    const none = await runner().use('action/finish/action.yml')
    expect(none).toEqual({ code: 1, stdout: expect.stringContaining('mmgraph was not started') })
  })
})
