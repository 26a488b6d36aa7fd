import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { appContact, appData, pastMessage } from '../contracts/app-data.ts'
import { clientSchema } from '../contracts/client/format.ts'
import { duties } from '../contracts/duties.ts'
import type { Duty } from '../contracts/duty.ts'
import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../contracts/errors.ts'
import { faultKinds, faultProperties } from '../contracts/faults.ts'
import { type Habit, habits } from '../contracts/habits.ts'
import { solutionStates } from '../contracts/lifecycles/solution.ts'
import { defaultLimits } from '../contracts/limits.ts'
import { disconnectionReasons } from '../contracts/nodes/phone-number.ts'
import { accountStatuses } from '../contracts/nodes/whats-app-business-account.ts'
import { solutionOperations } from '../contracts/operations-of-solutions.ts'
import { solutionRulings } from '../contracts/rulings/solutions.ts'
import { rulings } from '../contracts/rulings.ts'
import type { Source } from '../contracts/source.ts'
import { type SourceName, sources } from '../contracts/sources.ts'
import { problemsWith } from '../contracts/validate.ts'
import { overridable, webhooks } from '../contracts/webhooks.ts'
import { checkConfig } from '../emulator/check/config.ts'
import { redirection } from '../emulator/check/told.ts'
import { variablesOf } from '../emulator/check/variables.ts'
import { cliPage } from '../emulator/cli/page.ts'
import { mmgraphProgram } from '../emulator/cli/program.ts'
import { configSchema } from '../emulator/cli/settings/config-schema.ts'
import { createEmulator } from '../emulator/emulator.ts'
import { happenings } from '../emulator/happenings.ts'
import { createEmulator as createTestEmulator } from '../emulator/in-tests/create-emulator.ts'
import { optionNames } from '../emulator/in-tests/options.ts'
import { NOT_KEPT } from '../emulator/state/not-kept.ts'
import { worldFile } from '../emulator/world/file.ts'
import { shippedWorlds } from '../emulator/world/load.ts'
import { NAMED_FORM } from '../emulator/world/named-token.ts'
import { defaultRetention } from '../emulator/world/seed.ts'
import { MOST_BY_TOKEN } from '../emulator/worlds.ts'
import { COMPANIONS, VERBS } from '../scenarios/check-step.ts'
import { scenario, step, webhook } from '../scenarios/format.ts'
import { need } from './kit.ts'

const page = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const docs = readdirSync(new URL('../docs', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .map((name) => page(`docs/${name}`))
const all = [page('README.md'), ...docs].join('\n')

const definitionOf = (name: string): ErrorDefinition => errors[name as ErrorName]

/** The names that a text does not have in code ticks. */
const absent = (names: readonly string[], text: string) => names.filter((name) => !text.includes(`\`${name}\``))
/** The rows of tables whose first cell is a name in code ticks, by that name. */
const rowsOf = (text: string) =>
  new Map([...text.matchAll(/^\| `([^`]+)` \|.*$/gm)].map(([row, name]) => [need(name), row]))

test('errors.md tells how to get each error of the catalogue', () => {
  expect(absent(Object.keys(errors), page('docs/errors.md'))).toEqual([])
})

test('errors.md has the code of each error that it gives one', () => {
  const told = [...page('docs/errors.md').matchAll(/`(\w+)` \(#?(\d+)\)/g)]
  const wrong = told.filter(([, name = '', number]) => {
    const { code, subcode } = definitionOf(name)
    return ![code, subcode].map(String).includes(String(number))
  })
  expect(wrong.map(([text]) => text)).toEqual([])
  expect(told.length).toBeGreaterThan(80)
})

test('every happening stands in the docs with its parameters', () => {
  const rows = rowsOf(docs.join('\n'))
  const untold = happenings.flatMap(({ contract: { name, nodes, params, internal } }) => {
    if (internal) return absent([name], all)
    const row = rows.get(name) ?? ''
    return absent([...Object.keys(nodes), ...Object.keys(params.properties ?? {})], row).map((key) => `${name}: ${key}`)
  })
  expect(untold).toEqual([])
})

test('every ruling and every world that ships stands on its page', () => {
  expect(absent(Object.keys(rulings), page('docs/rulings.md'))).toEqual([])
  expect(absent(shippedWorlds(), page('docs/worlds.md'))).toEqual([])
})

test('faults.md has every kind of fault in a row, and every key', () => {
  const text = page('docs/faults.md')
  expect(
    [...faultKinds, 'times', 'operation', 'phone', 'template', 'field'].filter((key) => !rowsOf(text).has(key)),
  ).toEqual([])
  const untold = Object.keys(faultProperties).filter(
    (key) => !text.includes(`\`${key}\``) && !text.includes(`"${key}":`),
  )
  expect(untold).toEqual([])
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | false
  readonly items?: Schema
}

test('onboarding.md has a row for each status of an account, and each parameter of its token', () => {
  const text = page('docs/onboarding.md')
  const names = [...accountStatuses, 'fetch_only', 'set_token_expires_in_60_days', 'system_user_id']
  expect(names.filter((name) => !rowsOf(text).has(name))).toEqual([])
  expect(absent(['asset', 'scope', 'NOT_STARTED', 'REQUEST_SENT', 'TERM_OF_SERVICE_SIGNED'], text)).toEqual([])
})

test('in-tests.md has every option of createEmulator, all that it gives, and the form of tokens', async () => {
  const emulator = await createTestEmulator({ world: 'ready-to-send', port: false })
  await emulator.close()
  const text = page('docs/in-tests.md')
  const cells = [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) => [...need(cell).matchAll(/`(\w+)/g)])
  const told = new Set(cells.map(([, name]) => name))
  expect([...Object.keys(emulator), ...optionNames].filter((name) => !told.has(name))).toEqual([])
  expect(text).toContain(NAMED_FORM)
  expect(text).toContain(`make ${MOST_BY_TOKEN} worlds at most`)
  expect(text).toContain('--drop-unused')
})

describe('worlds.md', () => {
  const { $schema: _, ...sections } = worldFile.properties as Readonly<Record<string, Schema>>

  test.each(Object.keys(sections))('has the section %s with all its keys', (name) => {
    const section = need(sections[name])
    const row = section.items ?? (section.additionalProperties || section)
    const inRow = rowsOf(page('docs/worlds.md')).get(name) ?? ''
    const keys = Object.keys(row.properties ?? {})
    const said = ['rulings', 'limits'].includes(name) ? '' : inRow
    expect(inRow).not.toBe('')
    expect(absent(said ? keys : [], said)).toEqual([])
  })

  test('says what is kept where a world says nothing', () => {
    const row = rowsOf(page('docs/worlds.md')).get('retention')
    for (const [key, value] of Object.entries(defaultRetention)) {
      const most = key === 'mediaBytes' ? `${value / 1_048_576} MiB` : String(value)
      expect(row).toContain(`\`${key}\` ${most}`)
    }
  })
})

describe('sending.md', () => {
  const rows = rowsOf(page('docs/sending.md'))

  test.each(Object.entries(habits))('has the habit %s as it is', (name, habit) => {
    expect(page('docs/sending.md')).toContain(`\n${habitRow(name, habit)}\n`)
  })

  test.each(Object.entries(defaultLimits))('has the limit %s as it is', (name, value) => {
    expect(rows.get(name)).toMatch(new RegExp(`^\\| \`${name}\` \\| ${value} \\|`))
  })
})

/** `| 5550101 | `receives` | never reads… | sent 0.2 s, delivered 0.5 s |` */
function habitRow(name: string, { number, says, steps, stopped, fails }: Habit): string {
  const error = stopped ? 'recipient_stopped_marketing' : fails
  const path = steps.map(({ after, does }) => `${does} ${spell(after)}`).join(', ')
  const failure = error && `failed ${definitionOf(error).code}`
  const told = failure && path ? `marketing: ${failure}; others: ${path}` : (failure ?? path)
  return `| 555${number} | \`${name}\` | ${says} | ${told} |`
}

function spell(milliseconds: number): string {
  if (milliseconds < 60_000) return `${milliseconds / 1000} s`
  const minutes = milliseconds / 60_000
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440]
  return rest === 0 ? `${days} d` : `${days} d ${rest} min`
}

describe('scenarios.md', () => {
  const text = page('docs/scenarios.md')
  // Inputs of a journal have names of steps, and rows of their own.
  const rows = rowsOf(text.slice(0, text.indexOf('## Journals')))
  const keysOf = ({ properties }: { readonly properties: object }): string[] => Object.keys(properties)

  test('has a row for each key of a scenario, each verb, and each thing that is expected', () => {
    const { expect: expected } = step.properties
    const keys = [...keysOf(scenario), ...VERBS, ...keysOf(expected), ...keysOf(webhook)]
    expect(keys.filter((key) => !rows.has(key))).toEqual([])
  })

  test('has each key of a step with its verb, and each of a fault', () => {
    expect(absent(keysOf(step), text)).toEqual([])
    const strangers = Object.entries(COMPANIONS).filter(([key, verb]) => !rows.get(verb)?.includes(`\`${key}\``))
    expect(strangers).toEqual([])
    expect(absent(keysOf(step.properties.fault), docs.join('\n'))).toEqual([])
  })

  test('has an example that an editor underlines nothing of, and every option of play', () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? []
    expect(problemsWith(JSON.parse(page('scenarios/scenario.schema.json')), parse(example))).toEqual([])
    const [, play = ''] = /\.command\('play'\)([\s\S]*?)\.action/.exec(page('emulator/cli/commands/play.ts')) ?? []
    const options = [...play.matchAll(/\.option\('--([\w-]+)/g)].map(([, option]) => option)
    expect(options.length).toBeGreaterThan(10)
    expect(options.filter((option) => !text.includes(`\n| \`--${option}`))).toEqual([])
  })

  test('has every option of record in its section', () => {
    const section = need(text.split(/^## /m).find((part) => part.startsWith('Record\n')))
    const record = readFileSync(new URL('../emulator/cli/commands/record.ts', import.meta.url), 'utf8')
    const options = [...record.matchAll(/\.option\('--([\w-]+)/g)].map(([, option]) => option)
    expect(options.length).toBeGreaterThan(5)
    expect(options.filter((option) => !section.includes(`\n| \`--${option}`))).toEqual([])
  })
})

test.each(['verify', 'drift'])('%s.md has every option of its command', (name) => {
  const options = [...page(`emulator/cli/commands/${name}.ts`).matchAll(/\.option\('--([\w-]+)/g)].map(
    ([, option]) => option,
  )
  expect(options.length).toBeGreaterThan(0)
  expect(options.filter((option) => !page(`docs/${name}.md`).includes(`\n| \`--${option}`))).toEqual([])
})

test('verify.md has every rule that a finding can break', () => {
  const folder = 'emulator/verify'
  const code = readdirSync(new URL(`../${folder}`, import.meta.url)).map((name) => page(`${folder}/${name}`))
  const rules = [...code.join('\n').matchAll(/'([a-z]+(?:-[a-z]+){1,3})'/g)].map(([, rule]) => need(rule))
  const told = rules.filter((rule) => /^(reply|error|headers|field|pages|call|twin|recording)-/.test(rule))
  expect(told.length).toBeGreaterThan(8)
  expect([...new Set(told)].filter((rule) => !rowsOf(page('docs/verify.md')).has(rule))).toEqual([])
})

test('control-api.md has every key of a message', () => {
  const [, message = ''] = /export interface Message \{([\s\S]*?)\n\}/.exec(page('emulator/world/message.ts')) ?? []
  const keys = [...message.matchAll(/readonly (\w+)\??:/g)].map(([, key]) => need(key))
  const row = rowsOf(page('docs/control-api.md')).get('GET worlds/{id}/messages') ?? ''
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter((key) => !row.includes(`\`${key}\``) && !row.includes(`"${key}"`))).toEqual([])
})

describe('webhooks.md', () => {
  const rows = rowsOf(page('docs/webhooks.md'))

  test.each(webhooks.map(({ field }) => field))('has the field %s, and where it goes', (field) => {
    expect(rows.get(field)).toMatch(overridable.includes(field) ? /\| override \|$/ : /\| app \|$/)
  })

  const accountUpdate = need(webhooks.find(({ field }) => field === 'account_update'))

  test.each(Object.entries(accountUpdate.events))(
    'says what brings about %s, and of whom entry.id is',
    (name, { entry }) => {
      const row = rows.get(name) ?? ''
      const caused = happenings.filter(({ contract }) => row.includes(`\`${contract.name}\``))
      expect(caused.length, name).toBeGreaterThan(0)
      expect(row).toMatch(entry === 'account' ? /\| account \|$/ : /\| partner(, or account)? \|$/)
    },
  )
})

test('coexistence.md has every key of an app, and every reason to leave it', () => {
  const text = page('docs/coexistence.md')
  const keys = [...Object.keys(appData), ...Object.keys(appContact.properties), ...Object.keys(pastMessage.properties)]
  expect(absent([...keys, ...disconnectionReasons], text)).toEqual([])
})

describe('check.md', () => {
  const text = page('docs/check.md')
  const rows = rowsOf(text)

  test('has every option of check, and every key of its config file', () => {
    const [, command = ''] = /\.command\('check'\)([\s\S]*?)\.action/.exec(page('emulator/cli/commands/check.ts')) ?? []
    const options = [...command.matchAll(/'--([\w-]+)/g)].map(([, option]) => option)
    expect(options.length).toBeGreaterThan(8)
    expect(options.filter((option) => !text.includes(`\n| \`--${option}`))).toEqual([])
    const { $schema: _, ...keys } = checkConfig.properties
    expect(Object.keys(keys).filter((key) => !rows.has(key))).toEqual([])
  })

  test('has every variable that a command gets, every rule and every verdict', () => {
    const [world] = createEmulator({ worlds: ['ready-to-send'] }).worlds.list()
    const variables = Object.keys(variablesOf('http://127.0.0.1:1', [need(world).world]))
    const plain = variables.filter(
      (name) => !/_(ID|NUMBER|TOKEN|SECRET)$/.test(name) || name === 'MMGRAPH_VERIFY_TOKEN',
    )
    expect(absent([...plain, ...Object.keys(redirection({}, 1, ''))], text)).toEqual([])
    const rules = ['judged.ts', 'ruling-runs.ts', 'tour.ts'].flatMap((name) =>
      [...page(`emulator/check/${name}`).matchAll(/rule: '([\w-]+)'/g)].map(([, rule]) => need(rule)),
    )
    expect(rules.length).toBe(7)
    expect(absent(rules, text)).toEqual([])
    const [, verdicts = ''] = /type Verdict = (.*)/.exec(page('emulator/check/tour.ts')) ?? []
    expect(
      [...verdicts.matchAll(/'([\w ]+)'/g)].map(([, name]) => need(name)).filter((name) => !rows.has(name)),
    ).toEqual([])
  })

  test('has an example of a config file that its schema takes', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? []
    expect(problemsWith(checkConfig, JSON.parse(example))).toEqual([])
  })
})

describe('cli.md', () => {
  const text = page('docs/cli.md')

  test('has every command, option, variable and exit code, as npm run generate writes them', () => {
    expect(text).toBe(cliPage(text, mmgraphProgram()))
    expect(cliPage(text, mmgraphProgram()).length).toBeGreaterThan(10_000)
  })

  test('has an example of a config file that its schema takes, and says what --json of each command has', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? []
    expect(problemsWith(configSchema(mmgraphProgram()), JSON.parse(example))).toEqual([])
    const [, shapes = ''] = /## Output for other programs([\s\S]*?)\n## /.exec(text) ?? []
    const names = mmgraphProgram().commands.map((command) => command.name())
    expect(
      absent(
        names.filter((name) => !name.startsWith('_')),
        shapes,
      ),
    ).toEqual([])
  })
})

describe('receiver.md', () => {
  const text = page('docs/receiver.md')

  test('has every duty in a row, as it is', () => {
    const rows = rowsOf(text)
    expect(duties.map(({ id }) => rows.get(id))).toEqual(duties.map(dutyRow))
  })

  test('has every option of the command', () => {
    const options = [...page('emulator/cli/commands/receiver.ts').matchAll(/\.option\('--([\w-]+)/g)]
    expect(options.length).toBeGreaterThan(10)
    expect(options.filter(([, option]) => !text.includes(`\n| \`--${option}`)).map(([option]) => option)).toEqual([])
  })
})

function dutyRow({ id, title, severity, basis, sources: [citation] }: Duty): string {
  const { title: name, url }: Source = sources[citation.split(': ')[0] as SourceName]
  return `| \`${id}\` | ${title} | ${severity}, ${basis} | ${url ? `[${name}](${url})` : name} |`
}

describe('upgrade.md', () => {
  const text = page('docs/upgrade.md')

  test('has every option of the command, and every key of the file', () => {
    const [, command = ''] =
      /\.command\('upgrade'\)([\s\S]*?)\.action/.exec(page('emulator/cli/commands/upgrade.ts')) ?? []
    const options = [...command.matchAll(/\.option\(\s*'--([\w-]+)/g)].map(([, option]) => option)
    expect(options.length).toBeGreaterThan(3)
    expect(options.filter((option) => !text.includes(`\n| \`--${option}`))).toEqual([])
    const { calls, webhooks: events, ...rest } = (clientSchema as Schema).properties ?? {}
    const inside = [calls, events].flatMap((list) => Object.keys(list?.items?.properties ?? {}))
    expect(inside.length).toBeGreaterThan(10)
    expect(absent([...Object.keys(rest), 'calls', 'webhooks', ...inside], text)).toEqual([])
  })
})

describe('solutions.md', () => {
  const text = page('docs/solutions.md')

  test('has every state of a solution, as it is', () => {
    const rows = Object.entries(solutionStates).map(
      ([state, { status, pending, partner, shown }]) =>
        `| \`${state}\` | ${status} | ${pending} | ${partner} | ${shown} |`,
    )
    expect(rows.filter((row) => !text.includes(`\n${row}\n`))).toEqual([])
  })

  test('has every edge of its operations, and every ruling', () => {
    const edges = solutionOperations.flatMap(({ edge }) => edge ?? []).filter((edge) => edge !== 'partners')
    expect(edges.filter((edge) => !text.includes(`/${edge}`))).toEqual([])
    expect(absent(Object.keys(solutionRulings), text)).toEqual([])
  })
})

test('state.md says what a caller and a start are told when something is wrong', () => {
  const text = page('docs/state.md')
  expect(text).toContain(`503, \`x-mmgraph: ${NOT_KEPT}\``)
  for (const name of ['--state', '.lock', '.new', 'SIGTERM', 'kill -9', 'head -n', '--data-binary @'])
    expect(text).toContain(name)
})
