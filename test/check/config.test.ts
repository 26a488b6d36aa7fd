import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mmgraphProgram } from '../../emulator/cli/program.ts'
import { configSchema, configSchemaFile } from '../../emulator/cli/settings/config-schema.ts'
import { checkConfigOf, readConfigFile } from '../../emulator/cli/settings/read-config.ts'

const program = mmgraphProgram()
const readConfig = (named: string | undefined, folder: string) =>
  checkConfigOf(readConfigFile(configSchema(program), named, folder))

function folderWith(config: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  writeFileSync(join(folder, 'mmgraph.config.json'), text)
  return folder
}

test('the config file of the folder is read, its worlds from there; none is needed', () => {
  const config = {
    $schema: './config.schema.json',
    worlds: ['ready-to-send', 'worlds/mine.json'],
    rulings: { 'token-error-status': '400' },
    env: { TOKEN: '{app_token}' },
    suppress: [{ rule: 'escaped-call', contract: 'hosts', reason: 'known' }],
    timeout: '90s',
  }
  const folder = folderWith(`\uFEFF${JSON.stringify(config)}`)
  expect(readConfig(undefined, folder)).toEqual({
    ...config,
    worlds: ['ready-to-send', join(folder, 'worlds/mine.json')],
  })
  expect(readConfig(undefined, tmpdir())).toEqual({})
})

test.each([
  ['{', 'mmgraph.config.json: is no JSON: '],
  ['[]', 'mmgraph.config.json: /: must be object'],
  [{ enw: {} }, "mmgraph.config.json: /: 'enw' is no key here; did you mean env?"],
  [
    { rulings: { 'token-eror-status': '400' } },
    "mmgraph.config.json: /rulings: 'token-eror-status' is no key here; did you mean token-error-status?",
  ],
  [{ rulings: { 'token-error-status': '402' } }, 'mmgraph.config.json: /rulings/token-error-status: must be one of '],
  [{ suppress: [{ rule: 'x' }] }, "mmgraph.config.json: /suppress/0: must have required property 'reason'"],
  [{ suppress: [{ rule: 'x', reason: ' ' }] }, 'mmgraph.config.json: /suppress/0/reason: must be a reason'],
  [
    { suppress: [{ rule: 'x', reason: 'y', contarct: 'z' }] },
    "mmgraph.config.json: /suppress/0: 'contarct' is no key here; did you mean contract?",
  ],
  [{ env: { 'no-name': '' } }, "mmgraph.config.json: /env: has a name that is none: 'no-name'"],
  [{ timeout: 90 }, 'mmgraph.config.json: /timeout: must be a duration like 90s or 5m'],
  [{ worlds: [] }, 'mmgraph.config.json: /worlds: must NOT have fewer than 1 items'],
])('%j is refused with what and where', (config, says) => {
  const folder = folderWith(config)
  expect(() => readConfig(undefined, folder)).toThrow(says)
})

test('a file that was named must be there', () => {
  expect(() => readConfig('no.json', tmpdir())).toThrow('no.json: cannot be read: ENOENT')
})

test('fixtures/config.schema.json is what is checked: npm run generate writes it', () => {
  const file = readFileSync(new URL('../../fixtures/config.schema.json', import.meta.url), 'utf8')
  expect(file).toBe(configSchemaFile(program))
})
