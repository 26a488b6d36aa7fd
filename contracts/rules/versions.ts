import type { History, HistoryCall } from '../history.ts'
import { groupBy } from '../judging/keys.ts'
import { once } from '../judging/once.ts'
import { contractOf, hitsOf, hitsOfCalls, type Offence, versionOf } from '../judging/place.ts'
import { days, fieldsOf, listOf, textOf } from '../judging/values.ts'
import type { FieldContract } from '../node.ts'
import { nodes } from '../nodes.ts'
import type { Hit, Rule } from '../rule.ts'
import { endOf, isIn, liveVersions, marketingEndOf, today } from '../versions.ts'

/** Graph had no earlier versions, and a clock no later days. */
const EARLIEST = Date.UTC(2010, 0)
const LATEST = Date.UTC(2100, 0)

/** When Graph had the call, for the table of versions. */
function dayOf({ graphAt }: History, { at }: HistoryCall): number {
  return Math.min(LATEST, Math.max(EARLIEST, graphAt ?? at))
}

/** Files have addresses of their own, which have no version. */
function needsVersion(call: HistoryCall): boolean {
  const contract = contractOf(call)
  return contract !== undefined && contract.answers !== 'file' && !call.part
}

function ended(call: HistoryCall, at: number): string | undefined {
  const version = versionOf(call)
  if (!version) return undefined
  const last = contractOf(call)?.marketing ? marketingEndOf(version) : undefined
  if (last !== undefined && last <= today(at)) return `since ${last} the Marketing API has no ${version}`
  const [oldest] = liveVersions(at)
  return liveVersions(at).includes(version) ? undefined : `${version} has ended: Graph serves it as ${oldest}`
}

/** A quarter of a year, as versions come about that often. */
const SOON = days(90)

function endsSoon(call: HistoryCall, at: number): string | undefined {
  const version = versionOf(call)
  if (!version || ended(call, at)) return undefined
  const end = (contractOf(call)?.marketing && marketingEndOf(version)) || endOf(version)
  return end <= today(at + SOON) ? `from ${end} on there is no ${version}` : undefined
}

type FindIn = (call: HistoryCall, at: number) => string | undefined

/** What is said of versions is the same for all calls of a day with the same version to the same API. */
const callsAlike = once((history) =>
  groupBy(history.calls, (call) => {
    const day = Math.floor(dayOf(history, call) / days(1))
    return `${versionOf(call)} ${contractOf(call)?.marketing} ${day}`
  }),
)

function hitsOfVersions(history: History, find: FindIn): readonly Hit[] {
  const told = [...callsAlike(history).values()].flatMap((alike) => {
    const [first] = alike as readonly [HistoryCall]
    const problem = find(first, dayOf(history, first))
    return problem === undefined ? [] : alike.map((call): Offence => ({ calls: [call], problem }))
  })
  return hitsOf(told.sort((a, b) => (a.calls[0]?.n ?? 0) - (b.calls[0]?.n ?? 0)))
}

/** The names of the fields that a call asks for, without what it asks of them. */
function fieldsAsked({ params }: HistoryCall): readonly string[] {
  const { fields } = fieldsOf(params)
  if (fields === undefined) return []
  const text = textOf(fields) ?? listOf(fields).join(',')
  return text.length > LONGEST ? [] : (text.match(/[a-z_0-9]+/g) ?? [])
}

const LONGEST = 10_000

function goneField(call: HistoryCall, at: number): string | undefined {
  const asked = fieldsAsked(call)
  if (asked.length === 0) return undefined
  const contract = contractOf(call)
  const type = contract?.lists ?? contract?.on
  const newest = liveVersions(at).at(-1)
  if (!type || type === 'Graph' || !newest) return undefined
  const known: Readonly<Record<string, FieldContract>> = nodes[type].fields
  const gone = asked.find((name) => Object.hasOwn(known, name) && !isIn(known[name] ?? {}, newest))
  const until = gone === undefined ? undefined : known[gone]?.until
  return until && `${gone} is there up to ${until}; ${newest} has it no more`
}

/** Which Graph a client talks to. */
export const versionRules: readonly Rule[] = [
  {
    id: 'version-missing',
    title: 'The path has no version',
    explains: 'Graph then takes the oldest version that the app may use, and another when that ends.',
    mend: 'Begin the path with a version: /v25.0/{id}.',
    severity: 'warning',
    side: 'caller',
    basis: 'documented',
    sources: ['graph-versions', 'published-clients: 1'],
    judge: ({ calls }) =>
      hitsOfCalls(calls, (call) =>
        needsVersion(call) && !versionOf(call)
          ? 'the path has no version: the app has that of its dashboard'
          : undefined,
      ),
  },
  {
    id: 'version-ended',
    title: 'The version in the path has ended',
    explains: 'Graph serves it silently as the oldest version that lives; the Marketing API refuses it.',
    mend: 'Move to a version that lives, and read the changelog between.',
    severity: 'error',
    side: 'caller',
    basis: 'documented',
    sources: ['graph-versions', 'capture-ads-version'],
    judge: (history) => hitsOfVersions(history, ended),
  },
  {
    id: 'version-ends-soon',
    title: 'The version in the path ends within 90 days',
    explains: 'A version of Graph lives for two years, one of the Marketing API for about one.',
    mend: 'Plan the move to the newest version.',
    severity: 'note',
    side: 'caller',
    basis: 'assumed',
    assumes: 'The days are those of the page; that 90 of them are soon is ours.',
    sources: ['graph-versions'],
    judge: (history) => hitsOfVersions(history, endsSoon),
  },
  {
    id: 'field-gone',
    title: 'A field is read that newer versions do not have',
    explains: 'It works until the version of the path is changed.',
    mend: 'Read what took its place: marketing_messages_onboarding_status for marketing_messages_lite_api_status.',
    severity: 'warning',
    side: 'caller',
    basis: 'documented',
    sources: ['mm-changelog: 2025-07-15', 'mm-onboarding'],
    judge: (history) => hitsOfCalls(history.calls, (call) => goneField(call, dayOf(history, call))),
  },
]
