import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../emulator/emulator.ts'
import { listen } from '../emulator/server.ts'
import { need } from './kit.ts'

const root = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => need(block).trim())
const run = promisify(execFile)
const HERE = 'http://127.0.0.1:4020'

test('the README starts with what a clean clone needs', () => {
  expect(commands.slice(0, 2)).toEqual(['npm start', 'npm run demo'])
})

test('the shell commands of the README, in their order, do what it says', async () => {
  const { url, close } = await listen(createEmulator({ worlds: ['partner-with-obo-client'] }), 0, '127.0.0.1')
  onTestFinished(close)
  const [variables = '', receiver = '', ...rest] = commands.slice(2).map((command) => command.replaceAll(HERE, url))
  const heard = await startExample(variables, receiver)
  const script = [variables, ...rest]
    .join('\necho\necho ----\n')
    .replaceAll('http://127.0.0.1:3000/webhooks', heard.url)
  const { stdout } = await run('sh', ['-euc', script])
  const [nothing, subscribed, onboarded, token, refused] = stdout.split('----').map((part) => part.trim())
  expect(nothing).toBe('')
  expect(subscribed).toBe('{"success":true}')
  expect(onboarded).toMatch(/^\{"request_id":"\d{16}"\}\{"name":"client_accepts_mm_terms"/)
  await heard.twice('account_update {"event":"MM_LITE_TERMS_SIGNED"')
  expect(token).toMatch(/^\{"access_token":"EAAMMGRAPH\w+"\}$/)
  expect(refused).toMatch(/^HTTP\/1.1 400 Bad Request/)
  const [, shown] = /```text\n([\s\S]*?)\.\.\./.exec(readme) ?? []
  for (const line of need(shown).trim().split('\n')) expect(refused).toContain(line)
})

/** Starts the receiver of the README with the variables of the README, on a port that is free. */
async function startExample(
  variables: string,
  command: string,
): Promise<{ url: string; twice: (text: string) => Promise<void> }> {
  const shell = ['-euc', `${variables}\nexec ${command}`]
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
  return { url: need(out.match(/http:\S+/)?.[0]), twice: (text) => until(() => out.split(text).length === 3) }
}

describe('links', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/control-api.md',
    'docs/webhooks.md',
    'docs/worlds.md',
    'docs/errors.md',
    'docs/rulings.md',
    'docs/graph.md',
    'docs/templates.md',
  ]
  test.each(pages)('of %s lead somewhere', (page) => {
    const text = readFileSync(new URL(page, root), 'utf8')
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
      expect(() => readFileSync(new URL(need(target), new URL(page, root)))).not.toThrow()
    }
  })
})
