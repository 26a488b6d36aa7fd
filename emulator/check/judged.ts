import { check } from '../../contracts/check.ts'
import type { Finding } from '../../contracts/finding.ts'
import { judge } from '../../contracts/judge.ts'
import { operations } from '../../contracts/operations.ts'
import { historyOf } from '../history.ts'
import { FOREIGN } from '../session.ts'
import { type KeptExchange, shown } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { placedHere, placesIn } from './places.ts'
import type { Escape, Row } from './preload/log.ts'
import type { Run } from './run.ts'

/** All that is wrong in what a run did: its calls and webhooks, its tokens, and whom it called besides. */
export function findingsOf({ worlds, told }: Run): Finding[] {
  const found = worlds.flatMap((world) => [...judged(world), ...foreignTokens(world)].map(placesIn(world, told)))
  return [...found, ...escapes(told)]
}

/** What the rules say of the client of one world, and the contracts of what it was answered. */
function judged(world: World): Finding[] {
  return [...judge(historyOf(world)), ...answersOf(world)]
}

function answersOf(world: World): Finding[] {
  return exchangesOf(world).flatMap((exchange) => {
    const contract = operations.find(({ name }) => name === exchange.operation)
    const isJudged = contract && exchange.fault === undefined && exchange.status !== 501
    return isJudged ? check(exchange, contract).map((finding) => ({ ...finding, exchanges: [exchange.n] })) : []
  })
}

export function exchangesOf(world: World): KeptExchange[] {
  return world.exchanges.list().map(shown)
}

/** Of a token its first letters stand in `why`, and nothing else is kept. */
function foreignTokens(world: World): Finding[] {
  const found = exchangesOf(world).filter(({ why }) => why?.includes(FOREIGN))
  const [first] = found
  if (!first) return []
  const [beginning = ''] = /begins \S{1,4}/.exec(first.why ?? '') ?? []
  return [
    {
      rule: 'foreign-token',
      severity: 'error',
      side: 'caller',
      where: `${first.method} ${first.path}`,
      problem: `a token that ${beginning} and was not made here was sent: a real one has no place in tests, take those of the environment`,
      contract: first.operation ?? 'access token',
      source: 'system-users-guide',
      exchanges: found.map(({ n }) => n),
    },
  ]
}

function escapes(told: readonly Row[]): Finding[] {
  const rows = told.filter((row): row is Escape => row.kind === 'escaped')
  const once = new Map(rows.map((row) => [`${row.host} ${row.by} ${row.how}`, row]))
  return [...once.values()].map(({ host, by, how, place }) => ({
    rule: 'escaped-call',
    severity: isFileHost(host) ? 'note' : 'error',
    side: 'caller',
    where: host,
    problem: `${by} tried to reach ${host} by ${how}: it was refused, as nothing of a check reaches Meta; calls to Graph go to graph.facebook.com or MMGRAPH_URL, by HTTP/1.1`,
    contract: 'hosts',
    source: 'graph-hosts: Host URL',
    ...(place && { place: placedHere(place) }),
  }))
}

/** The emulator gives addresses of pictures there, as Meta does, and has no files for them. */
function isFileHost(host: string): boolean {
  return host.endsWith('.whatsapp.net')
}
