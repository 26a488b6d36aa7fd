import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../emulator/emulator.ts'
import { listen } from '../emulator/server.ts'
import { need } from './kit.ts'

const root = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')
const blocks = (kind: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => need(block).trim())
const isPlay = (command: string): boolean => command.includes('npm run --silent play')
const commands = blocks('sh').filter((command) => !isPlay(command))
const plays = blocks('sh').filter(isPlay)
const [firstRefusal, secondRefusal] = blocks('text')
const run = promisify(execFile)
const HERE = 'http://127.0.0.1:4020'
const WORLDS = ['partner-with-obo-client', 'ready-to-send']

test('the README starts with what a clean clone needs', () => {
  expect(commands.slice(0, 2)).toEqual(['npm start', 'npm run demo'])
})

test('the shell commands of the README, in their order, do what it says', async () => {
  const { url, close } = await listen(createEmulator({ worlds: WORLDS }), 0, '127.0.0.1')
  onTestFinished(close)
  const { script, receivers } = await startReceivers(commands.slice(2).map((command) => command.replaceAll(HERE, url)))
  const { stdout } = await run('sh', ['-euc', script])
  const [nothing, subscribed, onboarded, token, refused, ...second] = stdout.split('----').map((part) => part.trim())
  expect(nothing).toBe('')
  expect(subscribed).toBe('{"success":true}')
  expect(onboarded).toMatch(/^\{"request_id":"\d{16}"\}\{"name":"client_accepts_mm_terms"/)
  await need(receivers[0]).hears('account_update {"event":"MM_LITE_TERMS_SIGNED"', 2)
  expect(token).toMatch(/^\{"access_token":"EAAMMGRAPH\w+"\}$/)
  expectRefusal(need(refused), need(firstRefusal))

  const [variables, listening, sent, written, accepted, wrong, year] = second
  expect(variables).toBe('')
  expect(listening).toBe('{"success":true}{"success":true}')
  for (const reply of [sent, accepted]) expect(reply).toContain('"message_status":"accepted"')
  expect(written).toMatch(/"result":\{"message":"wamid\./)
  expectRefusal(need(wrong), need(secondRefusal))
  expect(year?.match(/"marketing_messages_delivered":"\d{4,}"/g)).toHaveLength(11)
  await fetch(`${url}/_mmgraph/worlds/ready-to-send/clock`, { method: 'POST', body: '{"advance": "1s"}' })
  const receiver = need(receivers[1])
  for (const status of ['sent', 'delivered', 'read']) await receiver.hears(`"status":"${status}"`, 1)
  await receiver.hears('"body":"Rye?"', 1)
  await receiver.hears('"code":131049', 1)
})

test('the scenarios of the README are played', async () => {
  const [shipped, own] = plays
  const { stdout } = await run('sh', ['-euc', need(shipped)], { cwd: root })
  expect(stdout).toMatch(/^ok .*\n {4}ok {4}\S.*\n[\s\S]*\n\d+ scenarios?: \d+ ok\n$/)
  const folder = mkdtempSync(`${tmpdir()}/mmgraph-`)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const main = fileURLToPath(new URL('dist/emulator/cli/main.js', root))
  // The checkout itself may lie in /tmp.
  const there = need(own)
    .replaceAll('/tmp/', '')
    .replace('npm run --silent play --', `'${process.execPath}' '${main}' play`)
  expect((await run('sh', ['-euc', there], { cwd: folder })).stdout).toBe(
    'ok  A stranger may not read a number  first.yaml\n1 scenario: 1 ok\n',
  )
  expect(readFileSync(`${folder}/report.html`, 'utf8')).toContain('A stranger may not read a number')
})

/** The headers that the README shows, up to where it leaves out the rest of an address. */
function expectRefusal(reply: string, shown: string): void {
  expect(reply).toMatch(/^HTTP\/1.1 400 Bad Request/)
  for (const line of shown.split('...')[0]?.trim().split('\n') ?? []) expect(reply).toContain(line)
}

interface Example {
  readonly url: string
  /** Waits until a text has come so many times. */
  readonly hears: (text: string, times: number) => Promise<void>
}

/** Starts each receiver of the README with the variables that came before it, and makes one script of all the rest. */
async function startReceivers(all: readonly string[]): Promise<{ script: string; receivers: Example[] }> {
  const receivers: Example[] = []
  let script = ''
  let variables = ''
  for (const command of all) {
    if (command.startsWith('eval ')) variables = command
    if (command.endsWith('receiver.js')) receivers.push(await startExample(variables, command))
    else
      script += `${command.replace(/http:\/\/127\.0\.0\.1:300\d\/webhooks/, receivers.at(-1)?.url ?? '')}\necho\necho ----\n`
  }
  return { script, receivers }
}

/** Starts a receiver of the README, on a port that is free. */
async function startExample(variables: string, command: string): Promise<Example> {
  const shell = ['-euc', `${variables}\nexec env ${command.replace(/^PORT=\d+ /, '')}`]
  const child = spawn('sh', shell, {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part
  })
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await once(child.stdout, 'data')
  }
  await until(() => out.includes('\n'))
  return {
    url: need(out.match(/http:\S+/)?.[0]),
    hears: (text, times) => until(() => out.split(text).length === times + 1),
  }
}

describe('links', () => {
  const docs = readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  const pages = ['README.md', 'CONTRIBUTING.md', ...docs]
  test.each(pages)('of %s lead somewhere', (page) => {
    const text = readFileSync(new URL(page, root), 'utf8')
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
      expect(() => readFileSync(new URL(need(target), new URL(page, root)))).not.toThrow()
    }
  })
})
