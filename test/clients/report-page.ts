import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Finding } from '../../contracts/finding.ts'
import { citedText } from '../../contracts/report/cited.ts'
import { type Group, groupsOf, linesOf } from '../../contracts/report/groups.ts'
import { hideSecrets } from '../../contracts/report/hide-secrets.ts'
import type { Report } from '../../contracts/report/report.ts'
import { ruleTexts } from '../../contracts/rule-texts.ts'
import { findingsOf } from '../../emulator/check/judged.ts'
import { reportOf } from '../../emulator/check/report-run.ts'
import { type Run, runOnce, tailOf } from '../../emulator/check/run.ts'
import { historyOf } from '../../emulator/history.ts'
import { readWorld } from '../../emulator/world/load.ts'

/** A published client, and the file of its session and of its page, without their endings. */
export interface Client {
  readonly package: string
  readonly file: string
}

/** A world with templates, a year of metrics, and nobody to wait for. */
const WORLD = 'a-year-of-campaigns'
const root = new URL('../../', import.meta.url)
const sessionOf = ({ file }: Client): string => `examples/clients/${file}.mjs`

/** Runs the session of a client as `mmgraph check` does. @throws where it did not come to its end */
export async function runSession(client: Client): Promise<Run> {
  const { NODE_OPTIONS: _, ...env } = process.env
  const run = await runOnce({
    command: [process.execPath, fileURLToPath(new URL(sessionOf(client), root))],
    worlds: [readWorld(WORLD)],
    rulings: {},
    templates: {},
    env,
    limit: 60_000,
    output: 'kept',
  })
  const isWell = run.ending.kind === 'exit' && run.ending.code === 0
  if (!isWell) throw new Error(`${sessionOf(client)}: ${tailOf(run)}`)
  return run
}

/** The page of a run, with nothing in it that a second run has otherwise. */
export function pageOf(client: Client, run: Run): string {
  const report = hideSecrets(reportOf(client.package, run, findingsOf(run), []))
  const lines = [
    `# ${client.package} ${versionOf(client)}`,
    '',
    'Made by `npm run clients`; a test makes it anew and compares. The client is as it is published: calls to `graph.facebook.com` are redirected.',
    '',
    '```sh',
    `mmgraph check --world ${WORLD} -- node ${sessionOf(client)}`,
    '```',
    '',
    `The session is [${sessionOf(client)}](../../${sessionOf(client)}).`,
    '',
    '## What it did',
    '',
    ...run.stdout
      .trim()
      .split('\n')
      .map((line) => `- ${line}`),
    '',
    '## What came on the wire',
    '',
    '| call | version | operation | token in | status | error |',
    '| --- | --- | --- | --- | --- | --- |',
    ...callRows(run),
    '',
    'The same call again, one after another, is one row.',
    '',
    '## What was found',
    '',
    summaryOf(report),
    ...groupsOf(report.findings, ruleTexts).flatMap(groupLines),
    '',
    '## What was not checked',
    '',
    ...[...report.unchecked, ...NEVER].map(({ what, why }) => `- ${what}: ${why}`),
  ]
  return `${lines.join('\n')}\n`
}

/** No session does these. */
const NEVER = [
  { what: 'webhooks', why: 'no session has a receiver; what clients do with webhooks is in test/clients' },
  { what: 'calls of the client that the session does not make', why: 'a session makes some, not all' },
  { what: 'other versions of the client', why: 'the one of package-lock.json was run' },
]

function versionOf({ package: name }: Client): string {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8')).version
}

function callRows({ worlds }: Run): string[] {
  const calls = worlds.flatMap((world) => historyOf(world).calls)
  const rows = calls.map(({ method, path, operation = 'none', tokenIn = 'none', status, error = '' }) => {
    return `| ${method} | ${/^\/v[\d.]+/.exec(path)?.[0].slice(1) ?? 'none'} | ${operation} | ${tokenIn} | ${status} | ${error} |`
  })
  return rows.filter((row, at) => row !== rows[at - 1])
}

function summaryOf({ findings }: Report): string {
  return findings.length > 0 ? 'The session ends with an error on purpose, which is found, too.' : 'Nothing.'
}

function groupLines({ severity, rule, text, findings }: Group): string[] {
  return [
    '',
    `### ${rule} (${severity})`,
    '',
    ...(text ? [`${text.title}. ${linesOf(text).join(' ')}`, ''] : []),
    ...findings.map(findingLine),
    '',
    `Source: ${[...new Set(findings.map(({ source }) => citedText(source)))].join('; ')}`,
  ]
}

const findingLine = ({ where, problem }: Finding): string => `- \`${where}\`: ${problem}`
