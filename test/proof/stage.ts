import type { Finding } from '../../contracts/finding.ts'
import { judge } from '../../contracts/judge.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator, type Emulator } from '../../emulator/emulator.ts'
import { historyOf } from '../../emulator/history.ts'
import type { WorldFile } from '../../emulator/world/file.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { need } from '../kit.ts'
import { aWeek, clientOf } from './client/client.ts'
import type { Client, Json, Parts } from './client/parts.ts'

/** What a client meets, beside what each meets. */
export interface Condition {
  /** Faults that are asked for at the beginning, as the control API takes them. */
  readonly faults?: readonly object[]
  /** Limits of the world. */
  readonly limits?: object
  /** So many people more who read. */
  readonly crowd?: number
}

/** People of each habit that comes of a campaign, in Canada. */
const HABITS = ['00', '01', '02', '04', '05', '06', '07', '08', '10', '11', '12', '13', '14', '16']

const hour = 60 * 60 * 1000

/** What came of a client of these parts: the findings, and the error that ended it, if one did. */
export interface Played {
  readonly findings: readonly Finding[]
  readonly client: Client
  readonly error?: unknown
  /** `POST sendMarketingMessage 200`: operations of all calls, with their status. */
  readonly calls: readonly string[]
}

/** Plays the week of a client against an emulator of its own, in this process. */
export async function play(parts: Partial<Parts> = {}, condition: Condition = {}): Promise<Played> {
  const callback = 'http://127.0.0.1:1/webhooks'
  /** How long the endpoint worked on each webhook: the clock of the world stands still meanwhile, and measures nothing. */
  const took: number[] = []
  const emulator = createEmulator({
    transport: async ({ method, url, body = '' }) => {
      if (method === 'POST') {
        took.push(0)
        return { status: client.parts.take(client, body), statusText: '', body: '' }
      }
      return { status: 200, statusText: 'OK', body: new URL(url).searchParams.get('hub.challenge') ?? '' }
    },
  })
  const { world } = emulator.worlds.create('proof', fileFor(condition))
  const { names, tokens, secrets } = viewOf(world)
  const control = controlOf(emulator)
  for (const fault of condition.faults ?? []) await control('faults', fault)
  const client = clientOf(
    {
      fetch: async (url, init) => emulator.fetch(new Request(url, init)),
      baseUrl: 'http://127.0.0.1',
      tokens: { app: need(tokens.app), systemUser: need(tokens.partner_system_user) },
      appSecret: need(secrets.app),
      ids: {
        app: need(names.app),
        business: need(names.client),
        account: need(names.waba),
        phone: need(names.phone),
      },
      callback,
      verifyToken: 'let-me-in',
      people: peopleFor(condition),
      sleep: sleepWith(control, () => world.now, world.now + 49 * hour),
      now: () => world.now,
      signUp: async () => (await control('happenings', SIGN_UP)).result.code,
      busy: (time) => void took.push((took.pop() ?? 0) + time),
    },
    parts,
  )
  const error = await aWeek(client).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const seen = historyOf(world, 'running')
  const history = { ...seen, deliveries: seen.deliveries.map((one, at) => ({ ...one, took: took[at] ?? 0 })) }
  emulator.close()
  const calls = history.calls.map(({ operation, status }) => `${operation} ${status}`)
  return { findings: judge(history), client, calls, ...(error !== undefined && { error }) }
}

/** A business that is new to the partner, and to WhatsApp. */
const SIGN_UP = {
  name: 'client_finishes_embedded_signup',
  with: {
    config: 'config',
    business: { name: 'Lantern Books', country: 'GB' },
    account: { name: 'Lantern shop' },
    phone: { number: '+447700900142', display_name: 'Lantern Books' },
  },
}

type Control = (path: string, body: object) => Promise<Json>

function controlOf(emulator: Emulator): Control {
  return async (path, body) => {
    const url = `http://127.0.0.1/_mmgraph/worlds/proof/${path}`
    const headers = { 'content-type': 'application/json' }
    const answer = await emulator.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
}

/** The client of the partner accepts the invitation at a moment of the world, while the partner waits. */
function sleepWith(control: Control, now: () => number, accepts: number): (time: number) => Promise<void> {
  const advance = (by: number): Promise<void> => control('clock', { advance: `${by}ms` }).then(() => undefined)
  let hasAccepted = false
  return async (time) => {
    const before = accepts - now()
    if (hasAccepted || before > time) return advance(time)
    hasAccepted = true
    await advance(before)
    await control('happenings', { name: 'client_accepts_mm_terms', with: { business: 'client' } })
    await advance(time - before)
  }
}

/** An account that is not yet onboarded, with more templates than a page has. */
function fileFor({ limits }: Condition): WorldFile {
  const file = structuredClone(readWorld('ready-to-send').file) as unknown as Record<
    string,
    Record<string, Record<string, unknown>>
  >
  delete file.businesses?.client?.termsSigned
  for (let at = 0; at < 30; at += 1) {
    const components = [{ type: 'BODY', text: `Bread number ${at} is out of the oven.` }]
    need(file.templates)[`more_${at}`] = { account: 'waba', name: `more_${at}`, category: 'MARKETING', components }
  }
  const loginConfigurations = { config: { app: 'app', name: 'Clients', products: ['cloud_api'] } }
  return { ...file, loginConfigurations, ...(limits && { limits }) } as unknown as WorldFile
}

function peopleFor({ crowd = 0 }: Condition): readonly string[] {
  const others = Array.from({ length: crowd }, (_, at) => `+1416556${1000 + at}`)
  return [...HABITS.map((habit) => `+141655501${habit}`), ...others]
}
