import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import { fakeGraph } from './fake-graph.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [main, 'verify', ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })

function folder(): string {
  const path = mkdtempSync(`${tmpdir()}/mmgraph-`)
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** A fake Graph that listens, and the file that names what is in it. */
async function served(deviates?: Parameters<typeof fakeGraph>[0]) {
  const graph = fakeGraph(deviates)
  const server = createServer(async (incoming, outgoing) => {
    const headers = { authorization: incoming.headers.authorization ?? '' }
    const answer = await graph.fetch(`http://127.0.0.1${incoming.url}`, { method: incoming.method ?? 'GET', headers })
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const lines = [
    ...Object.entries(graph.names).map(([name, id]) => `MMGRAPH_${name.toUpperCase()}_ID=${id}`),
    ...Object.entries(graph.tokens).map(([name, token]) => `MMGRAPH_${name.toUpperCase()}_TOKEN=${token}`),
    ...Object.entries(graph.secrets).map(([name, secret]) => `MMGRAPH_${name.toUpperCase()}_SECRET=${secret}`),
  ]
  const env = join(folder(), 'graph.env')
  writeFileSync(env, lines.join('\n'))
  return { graph, env, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

describe('mmgraph verify', { timeout: 30_000 }, () => {
  test('of a running emulator finds nothing, ends with 0 and leaves no world behind', async () => {
    const { url, close } = await listen(createEmulator({ worlds: ['ready-to-send'] }), 0, '127.0.0.1')
    onTestFinished(close)
    const { code, stdout, stderr } = await run(url)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/\nchecked\n {4}\d{3} things, [\s\S]*\nno findings\n$/)
    const { data } = (await (await fetch(`${url}/_mmgraph/worlds`)).json()) as { data: { id: string }[] }
    expect(data.map(({ id }) => id)).toEqual(['ready-to-send'])
  })

  test('of a Graph without a control API only reads, with a twin, and keeps what it answered', async () => {
    const { graph, env, url } = await served()
    const kept = join(folder(), 'recorded')
    const { code, stdout, stderr } = await run(url, '--real', '--env', env, '--twin', '--keep', kept)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(graph.calls.filter((call) => !/^GET /.test(call))).toEqual([])
    expect(readdirSync(kept)).toContain('getAd.json')
    for (const secret of graph.secrets_) expect(stdout).not.toContain(secret)
    expect((await run(url, '--real', '--env', env, '--keep', kept)).code).toBe(0)
  })

  test('ends with 2 when nothing could be checked, and says why', async () => {
    const { url } = await served()
    const { code, stdout, stderr } = await run(url, '--real')
    expect(code).toBe(2)
    expect(stdout).toContain('there is no token')
    expect(stderr).toBe(`mmgraph: ${url}: nothing could be checked; the report says why\n`)
  })

  test('ends with 1 and the finding when Graph deviates', async () => {
    const { env, url } = await served(({ path, reply, status }) =>
      path.endsWith('/settings') && status === 200 ? { reply: { ...reply, storage_configuration: 7 } } : undefined,
    )
    const { code, stdout } = await run(url, '--real', '--env', env)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^error {2}reply-keeps-contract .*\n {4}GET \/\{phone\}\/settings \/reply\/storage_configuration: must be object$/m,
    )
  })

  const CANNOT: Readonly<Record<string, { args: string[]; says: RegExp }>> = {
    'an address that is none': { args: ['ftp://x'], says: /^mmgraph: URL: it must be an address like http:/ },
    'a version that is none': {
      args: ['--graph-version', 'v24'],
      says: /^mmgraph: --graph-version: 'v24' is no version of Graph; allowed are v13\.0, /,
    },
    'tokens in the clear to another machine': {
      args: ['http://graph.invalid', '--token', 'app=x'],
      says: /^mmgraph: URL: /,
    },
    'an option that goes with another': { args: ['--renew'], says: /^mmgraph: --renew goes with --keep/ },
    'options for real Graph without one': { args: ['--allow-writes'], says: /^mmgraph: --allow-writes goes with URL/ },
    'a test account without leave to write': {
      args: ['--test-account', '1'],
      says: /^mmgraph: --test-account goes with --allow-writes/,
    },
    'an environment that is not there': {
      args: ['http://127.0.0.1:1', '--env', '/nowhere'],
      says: /^mmgraph: URL: http:\/\/127\.0\.0\.1:1 does not answer: /,
    },
  }

  test.each(Object.entries(CANNOT))('ends with 2 for %s', async (_, { args, says }) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a recording that is none, and one that was made by hand, are told with their file', async () => {
    const kept = folder()
    writeFileSync(
      join(kept, 'getApplication.json'),
      '{"day": 7, "what": "", "call": "", "version": "", "status": 200, "reply": {}}',
    )
    const { code, stderr } = await run('--keep', kept)
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/getApplication\.json: \/day must be/),
    })
  })
})
