import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BrokenCheck } from '../../emulator/check/broken.ts'
import { exchangesOf, findingsOf } from '../../emulator/check/judged.ts'
import { reportOf } from '../../emulator/check/report-run.ts'
import { runOnce, tailOf } from '../../emulator/check/run.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { GOOD, planOf, run, runCode } from './place.ts'

/** Looks like one of Meta's, and is nobody's. */
const FOREIGN_TOKEN = `EAAGplanted${'Z9x'.repeat(40)}`

describe('a run', () => {
  test('tells the command where Graph is, and gives it names and tokens of the world', async () => {
    const code = `console.log(JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => /^MMGRAPH_/.test(name)))))`
    const worlds = [readWorld('ready-to-send'), readWorld('tech-provider')]
    const { stdout, worlds: kept } = await runCode(code, { worlds })
    const variables = JSON.parse(stdout)
    expect(variables).toMatchObject({
      MMGRAPH_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      MMGRAPH_VERSION: 'v25.0',
      MMGRAPH_WORLD: 'ready-to-send',
      MMGRAPH_WORLDS: 'ready-to-send,tech-provider',
      MMGRAPH_CALLBACK_HOST: '127.0.0.1',
      MMGRAPH_VERIFY_TOKEN: 'let-me-in',
      MMGRAPH_PHONE_ID: kept[0]?.names.phone,
      MMGRAPH_RECIPIENT_NUMBER: '14165550100',
      MMGRAPH_CLIENT_BUSINESS_TOKEN: kept[0]?.tokenNames.client_business,
      MMGRAPH_APP_SECRET: expect.stringMatching(/^mmgraph/),
    })
  })

  test('fills the templates of a config file', async () => {
    const templates = {
      WHATSAPP_TOKEN: '{client_business_token}',
      GRAPH_URL: '{url}/{version}',
      JSON_CONFIG: '{{"phone": "{phone_id}"}}',
      OTHER: '{tech-provider/app_id}',
    }
    const worlds = [readWorld('ready-to-send'), readWorld('tech-provider')]
    const code = `const { WHATSAPP_TOKEN, GRAPH_URL, JSON_CONFIG, OTHER } = process.env; console.log(JSON.stringify([WHATSAPP_TOKEN, GRAPH_URL, JSON_CONFIG, OTHER]))`
    const { stdout, worlds: kept } = await runCode(code, { templates, worlds })
    const [one, other] = kept
    expect(JSON.parse(stdout)).toEqual([
      one?.tokenNames.client_business,
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v25\.0$/),
      `{"phone": "${one?.names.phone}"}`,
      other?.names.app,
    ])
  })

  test('refuses a template that names nothing, before anything runs', async () => {
    const refused = run('send.mjs', { templates: { TOKEN: '{client_busines_token}' } })
    await expect(refused).rejects.toThrow(BrokenCheck)
    await expect(refused).rejects.toThrow(
      'env.TOKEN: {client_busines_token} stands for nothing here; did you mean client_business_token?',
    )
  })

  test('keeps what happened in worlds that the command reset or dropped', async () => {
    const code = `
      const { MMGRAPH_URL: url } = process.env
      const post = (path, body = {}) => fetch(url + path, { method: 'POST', body: JSON.stringify(body) })
      await fetch(url + '/v24.0/me?access_token=EAAGnotmadehere')
      await post('/_mmgraph/worlds/ready-to-send/reset')
      await post('/_mmgraph/worlds', { world: 'ready-to-send', id: 'mine' })
      await fetch(url + '/v24.0/me', { headers: { 'x-mmgraph-world': 'mine' } })
      await fetch(url + '/_mmgraph/worlds/mine', { method: 'DELETE' })`
    const result = await runCode(code)
    expect(result.worlds.map((world) => [world.id, exchangesOf(world).length])).toEqual([
      ['ready-to-send', 1],
      ['mine', 1],
      ['ready-to-send', 0],
    ])
    expect(findingsOf(result).map(({ rule }) => rule)).toContain('foreign-token')
  })
})

describe('a token that was not made here', () => {
  test('is refused, found, and kept nowhere', async () => {
    const result = await run('send.mjs', { env: { ...process.env, TOKEN: FOREIGN_TOKEN } })
    const findings = findingsOf(result)
    expect(findings).toMatchObject([{ rule: 'foreign-token', severity: 'error', side: 'caller', exchanges: [1] }])
    expect(findings[0]?.problem).toContain('a token that begins EAAG and was not made here')
    const report = reportOf('x', result, findings, [])
    const kept = JSON.stringify([report, result.told, result.worlds.map((world) => world.state())])
    expect(kept).toContain('EAAG')
    expect(kept).not.toContain(FOREIGN_TOKEN.slice(0, 5))
    expect(result.worlds.flatMap(exchangesOf)).toMatchObject([{ error: 'token_undecryptable', status: 401 }])
  })

  test('is not found where a test asks for that error, or there is one of ours', async () => {
    const fault = { error: 'token_undecryptable', times: 1, params: {} } as const
    const result = await run('send.mjs', { fault })
    expect(result.worlds.flatMap(exchangesOf)).toMatchObject([{ error: 'token_undecryptable' }])
    expect(findingsOf(result)).toEqual([])
  })
})

describe('the end of a command', () => {
  test.each([
    ['its code', 'process.exit(7)', {}, { kind: 'exit', code: 7 }],
    ['the signal', 'process.kill(process.pid, "SIGKILL")', {}, { kind: 'signal', signal: 'SIGKILL' }],
    ['that it came too late', 'setInterval(() => 0, 1000)', { limit: 400 }, { kind: 'late', limit: 400 }],
  ] as const)('tells %s', async (_, code, more, ending) => {
    expect((await runCode(code, more)).ending).toEqual(ending)
  })

  test('tells what is no program', async () => {
    const plan = planOf('', { command: ['no-such-program-here'] })
    expect((await runOnce(plan)).ending).toEqual({ kind: 'unstarted', why: 'there is no such program' })
  })

  test('leaves nothing of it behind', async () => {
    const code = `
      import { spawn } from 'node:child_process'
      const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit' })
      console.log(pid); process.exit(0)`
    const { stdout, ending } = await runCode(code)
    expect(ending).toEqual(GOOD)
    // A process that was ended may stay for a moment, until somebody asks how it ended.
    await expect.poll(() => isRunning(Number(stdout))).toBe(false)
  })

  test('comes when somebody stops it', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    const { ending } = await runCode('setInterval(() => 0, 1000)', { stop: stop.signal })
    expect(ending).toEqual({ kind: 'signal', signal: 'SIGTERM' })
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // One that nobody waited for is dead all the same.
  return !/^\d+ \(.*\) Z/.test(statusOf(pid))
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

test('what a command said last is shown without secrets and whole numbers', async () => {
  const said = `console.error('to +14165550100 with ${FOREIGN_TOKEN} of 5059151315229984'); process.exit(1)`
  expect(tailOf(await runCode(said))).toBe('to …0100 with (secret) of 5059151315229984')
})

describe('a report', () => {
  test('says what was called, what was not looked at, and what was suppressed with its reason', async () => {
    const result = await run('swallows.mjs')
    const findings = findingsOf(result)
    const suppressions = [
      { rule: 'escaped-call', contract: 'hosts', reason: 'the login dialog is another team' },
      { rule: 'foreign-token', reason: 'we had one once' },
      { rule: 'escaped-call', contract: 'sendMessage', reason: 'of another contract' },
    ]
    const report = reportOf('npm test', result, findings, suppressions)
    expect(report.findings).toEqual([])
    expect(report.suppressed.map(({ reason }) => reason)).toEqual(Array(4).fill('the login dialog is another team'))
    expect(report.checked).toEqual([{ what: 'getSystemUser', count: 1 }])
    expect(report.unchecked).toEqual([
      { what: 'calls of programs that are no Node', why: expect.stringContaining('MMGRAPH_URL') },
      { what: 'TLS', why: expect.stringContaining('plain HTTP') },
      { what: 'suppression of foreign-token', why: expect.stringContaining('matched no finding') },
      { what: 'suppression of escaped-call of sendMessage', why: expect.stringContaining('of another contract') },
    ])
  })

  test('says that nothing of a command that is no Node could be seen', async () => {
    const result = await runOnce(planOf('', { command: ['true'] }))
    expect(reportOf('true', result, [], []).unchecked).toMatchObject([{ what: 'calls to hosts of Meta' }])
  })

  test('says which calls have no answer here', async () => {
    const code = `await fetch(process.env.MMGRAPH_URL + '/v24.0/' + process.env.MMGRAPH_PHONE_ID + '/calls?access_token=' + process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN, { method: 'POST' })`
    const result = await runCode(code)
    const statuses = result.worlds.flatMap(exchangesOf).map(({ status }) => status)
    const gap = { what: expect.stringMatching(/^POST \/v24\.0\/\d+\/calls$/), why: 'mmgraph has no answer to it (501)' }
    expect(statuses).toEqual([501])
    expect(reportOf('x', result, [], []).unchecked).toContainEqual(gap)
  })
})
