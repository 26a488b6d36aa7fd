import type { Rule } from './rule.ts'
import { rules, ruleThemes } from './rules.ts'
import { addressOf } from './sources.ts'

/** docs/rules.md: every rule, read off the list. */
export function rulesPage(): string {
  return [
    '# Rules',
    'Made from the registries by `npm run generate`; a test compares it.',
    INTRODUCTION.trim(),
    ...ruleThemes.flatMap((theme) => [`## ${theme.title}`, ...theme.rules.map(ruleText)]),
    '',
  ].join('\n\n')
}

const INTRODUCTION = `
What a client of Graph or a receiver of webhooks does wrong, read off what a world saw of it. Each of the ${rules.length} rules has an id
that stays, a severity and a source. A running emulator tells what it found:

\`\`\`sh
curl "$MMGRAPH_URL/_mmgraph/worlds/ready-to-send/findings"
\`\`\`

An *error* breaks, or will. A *warning* works today, and Meta says not to. A *note* could be done with less. *assumed* says that a
measure is ours, and why. A rule with a clock is about waits: it is not judged where the clock of the world stands still, and
the answer says so under \`unchecked\`. A world judges what its log still has: see \`retention\` in [worlds.md](worlds.md).
A finding stands for one place (\`POST /{phone}/messages\`): what is done wrong there many times is told once, with how often.
`

function ruleText(rule: Rule): string {
  const { id, title, explains, mend, severity, side, basis, assumes, sources, timed } = rule
  const kind = [`*${severity}*`, side, basis, ...(timed ? ['needs a running clock'] : [])].join(', ')
  const assumed = assumes ? [`Assumed: ${assumes}`] : []
  return [
    `### ${id}`,
    `${title} (${kind}).`,
    `${explains} ${mend}`,
    ...assumed,
    `Sources: ${sources.map(linkOf).join('; ')}`,
  ].join('\n\n')
}

function linkOf(citation: Rule['sources'][number]): string {
  const address = addressOf(citation)
  const [url = '', ...rest] = address.split(' ')
  return url.startsWith('http') ? `[${citation}](${url})` : `${citation} (${[url, ...rest].join(' ')})`
}
