import type { ErrorName } from '../contracts/errors.ts'
import type { OperationContract } from '../contracts/operation.ts'
import { admit, visibleOf } from './admit.ts'
import { textOf } from './body.ts'
import type { PlacedCall } from './call.ts'
import { edgeSummaries } from './edge-summaries.ts'
import { perform } from './effects.ts'
import { fail } from './failure.ts'
import { parseFields } from './fields.ts'
import { ascii } from './headers.ts'
import type { Context, Operation } from './implement.ts'
import { atOnce, inSlices, isWork } from './insights/slices.ts'
import { edgeToRead } from './locate.ts'
import { type Meeting, meetFault } from './meet-fault.ts'
import { pageOfRows } from './offset-paging.ts'
import { type Link, pageOf } from './paging.ts'
import { pauseFor } from './pause.ts'
import { read, type View } from './read.ts'
import type { Session } from './session.ts'
import { typedParams } from './typed-params.ts'
import type { Handshake } from './webhooks/handshake.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
import type { World } from './world/world.ts'

/** What became known of a call on its way, for the headers and the log; filled in as far as the call came. */
export interface Progress extends Meeting {
  contract?: OperationContract
  session?: Session
  /** The hour of calls from whose limit an error takes, by its key. */
  hour?: string
  readonly headers: Record<string, string>
  /** What `debug=all` tells the caller. */
  readonly warnings: string[]
}

/** A call with all that was found out about it. */
export interface Found {
  readonly call: PlacedCall
  readonly world: World
  readonly session: Session | undefined
  readonly operation: Operation
  readonly params: Readonly<Record<string, unknown>>
  readonly node: AnyEntity | GraphRoot
  readonly progress: Progress
  /** An error that a test asked for, to be told by a webhook. */
  readonly fault?: ErrorName | undefined
  /** Where the links of pages lead to, where that is not the path of the call: an edge inside `fields`. */
  readonly path?: string
}

/** Runs the behaviour, and makes a page of what it lists. */
export function run(found: Found, handshake: Handshake | undefined): unknown {
  const result = behave(found, handshake, found.operation.handle)
  const { lists, slices } = found.operation.contract
  if (lists) return list(found, result as readonly AnyEntity[])
  if (!slices || !isWork(result)) return result
  // Nobody can wait for an edge inside `fields`.
  if (found.path !== undefined) return atOnce(result)
  const sliced = inSlices(result)
  return sliced instanceof Promise ? pauseFor('slices', sliced) : sliced
}

/** Runs what must hold before the callback is asked for its challenge. */
export function guard(found: Found): void {
  if (found.operation.guard) behave(found, undefined, found.operation.guard)
}

/** All of it or nothing. The node is looked up anew, as a handshake may have come between. */
function behave(found: Found, handshake: Handshake | undefined, part: Operation['handle']): unknown {
  const { world, call, session, params, node, progress } = found
  return perform(world, (effects) => {
    const context = {
      later: effects.later,
      notify: effects.notify,
      mail: effects.mail,
      node: node.nodeType === 'Graph' ? node : world.need(node.nodeType, node.id),
      params,
      session,
      world,
      version: call.version,
      isInQuery: (param) => call.url.searchParams.has(param),
      origin: call.url.origin,
      now: world.now,
      read: (of, fields) => read(of, parseFields(fields), viewOf(found)),
      page: (rows, most) => pageOfRows(rows, params, linkOf(found), most),
      note: (text) => {
        progress.headers['x-mmgraph-note'] = ascii(text)
      },
      fail,
      handshake,
      fault: found.fault,
    } satisfies Omit<Context<OperationContract>, 'session' | 'params' | 'node'> & Record<string, unknown>
    return part(context as never)
  })
}

/** `{data, paging, summary}` of what an edge lists. */
function list(found: Found, all: readonly AnyEntity[]): object {
  const { params } = found
  const visible = found.session ? visibleOf(all, found.session, found.world) : all
  const { data, paging } = pageOf(visible, params, linkOf(found))
  const wanted = parseFields(params.fields)
  const view = viewOf(found)
  const summary = summaryOf(found, visible.length, params.summary)
  return { data: data.map((item) => read(item, wanted, view)), ...(paging && { paging }), ...(summary && { summary }) }
}

/** The links of a page have the parameters as they came. */
function linkOf({ call, path, params }: Found): Link {
  const { url, token } = call
  return path === undefined
    ? { origin: url.origin, path: url.pathname, params: call.params, token }
    : { origin: url.origin, path, params, token }
}

/** `summary=true`, or the names of what is wanted. */
function summaryOf({ operation, node, world }: Found, total_count: number, asked: unknown): object | undefined {
  const wanted = textOf(asked) ?? ''
  if (['', 'false', '0'].includes(wanted)) return undefined
  const known = { total_count, ...edgeSummaries[operation.contract.name]?.(node as never, world) }
  const names = wanted.split(',').map((name) => name.trim())
  const named = Object.entries(known).filter(([name]) => names.includes(name))
  return named.length > 0 ? Object.fromEntries(named) : { total_count }
}

function viewOf(found: Found): View {
  const { world, call, progress } = found
  // Nobody reads nodes without a session: the contracts of such operations take none.
  const session = found.session as Session
  return {
    world,
    session,
    version: call.version,
    origin: call.url.origin,
    warnings: progress.warnings,
    edge: (node, name, args, fields) => {
      const operation = edgeToRead(node.nodeType, name, call.version)
      if (!operation) return undefined
      admit(call, session, operation.contract, node, world, progress.headers)
      meetFault(world, { contract: operation.contract, node, params: args }, { part: true })
      const params = typedParams(operation.contract.params, { ...args, ...(fields && { fields }) })
      const path = `/${call.version}/${node.id}/${name}`
      return insideFields(operation.contract, run({ ...found, operation, params, node, path }, undefined) as object)
    },
  }
}

/** What an edge is as a field; null where it is left out. */
function insideFields({ inFields }: OperationContract, reply: { readonly data?: readonly object[] }): object | null {
  if (inFields === 'first') return reply.data?.[0] ?? null
  return inFields === 'left-out-when-empty' && reply.data?.length === 0 ? null : reply
}
