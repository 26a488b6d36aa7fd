// A step of action/finish/action.yml: says what was found of the calls, and stops what action.yml has started.
import { appendFileSync } from 'node:fs'

const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, INPUT_FAIL_ON: failOn = 'error' } = process.env
const { MMGRAPH_URL: url, MMGRAPH_PID: pid, MMGRAPH_CONTROL_TOKEN: token } = process.env
/** From the least to the worst. */
const SEVERITIES = ['note', 'warning', 'error']
const COMMANDS = { note: 'notice', warning: 'warning', error: 'error' }

function end(message) {
  process.stdout.write(`::error::${message}\n`)
  process.exit(1)
}

if (!url || !pid) end('mmgraph was not started: a step with the action mmgraph comes before this one')
if (![...SEVERITIES, 'never'].includes(failOn)) end(`fail-on: ${failOn} is none of error, warning, note, never`)

async function read(path) {
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const answer = await fetch(`${url}/_mmgraph/${path}`, { headers }).catch(() => undefined)
  if (!answer?.ok) end(`${path} cannot be read: ${answer ? `HTTP ${answer.status}` : 'mmgraph is gone'}`)
  return (await answer.json()).data
}

async function findingsOf({ id: world }) {
  return (await read(`worlds/${world}/findings`)).map((finding) => ({ world, ...finding }))
}

/** A cell of a table in Markdown. */
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')
/** A message of a workflow command, which is one line. */
const message = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const found = (await Promise.all((await read('worlds')).map(findingsOf))).flat()
for (const { severity, rule, where, problem } of found) {
  process.stdout.write(`::${COMMANDS[severity]} title=mmgraph ${rule}::${message(`${where}: ${problem}`)}\n`)
}
const rows = found.map(
  ({ severity, rule, world, where, problem }) => `| ${[severity, rule, world, where, problem].map(cell).join(' | ')} |`,
)
const table = ['| severity | rule | world | where | problem |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
appendFileSync(GITHUB_STEP_SUMMARY, `## mmgraph\n\n${found.length ? table : 'Nothing was found.'}\n`)
appendFileSync(GITHUB_OUTPUT, `findings=${found.length}\n`)
process.kill(Number(pid), 'SIGTERM')
const least = failOn === 'never' ? SEVERITIES.length : SEVERITIES.indexOf(failOn)
const failing = found.filter(({ severity }) => SEVERITIES.indexOf(severity) >= least)
process.stdout.write(`mmgraph: ${found.length} findings, ${failing.length} of which fail the job\n`)
process.exit(failing.length ? 1 : 0)
