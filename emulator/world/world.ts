import type { Limits } from '../../contracts/limits.ts'
import type { NodeType } from '../../contracts/node.ts'
import type { RateTable } from '../../contracts/rates.ts'
import type { Rulings } from '../../contracts/rulings.ts'
import type { AnyEntity, Entities } from './entities.ts'
import type { Fault } from './fault.ts'
import { Files } from './files.ts'
import { Ids } from './ids.ts'
import { Journal } from './journal.ts'
import { Log } from './log.ts'
import type { LoginConfiguration } from './login-configuration.ts'
import type { Mail } from './mail.ts'
import { Metrics } from './metrics.ts'
import { isNamed, readNamedToken } from './named-token.ts'
import { type Due, type DueDelivery, type NewDue, Queue } from './queue.ts'
import { type Delivery, type KeptExchange, shown, type Usage } from './records.ts'
import { Reports } from './reports.ts'
import type { Benchmark, MoreOfWorld, TemplateReview, WorldSeed } from './seed.ts'
import { Templates } from './templates.ts'
import type { LoginCode, Token } from './token.ts'
import { Traffic } from './traffic.ts'
import { Undo } from './undo.ts'

/** Finds the world of a token or an app id. Shared by all worlds of one emulator. */
export type Directory = Map<string, World>

const KEPT_MAILS = 1000

/**
 * One isolated universe of businesses, apps, tokens and time. Everything in it is plain data, and nothing but its
 * inputs changes it: the same inputs give the same world.
 */
export class World {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly rulings: Rulings
  readonly limits: Limits | undefined
  readonly rates: RateTable
  readonly templateReview: TemplateReview
  readonly internalSetup: number | undefined
  /** Milliseconds since 1970; moved by the clock alone. */
  now: number
  readonly names: Record<string, string> = {}
  readonly tokenNames: Record<string, string> = {}
  readonly #nameByToken = new Map<string, string>()
  readonly ids: Ids
  readonly queue = new Queue()
  readonly mailbox = new Log<Mail>(KEPT_MAILS)
  readonly deliveries: Log<Delivery>
  readonly exchanges: Log<KeptExchange>
  /** Its inputs, where somebody wants them kept; no part of the state. */
  readonly journal: Journal
  readonly traffic: Traffic
  readonly templates: Templates
  readonly metrics: Metrics
  readonly reports = new Reports()
  readonly benchmarks: readonly Benchmark[]
  /** The bytes of media and of uploads; no part of the state that is shown. */
  readonly files: Files
  /** By id; they are as the world file has them. */
  readonly loginConfigurations = new Map<string, LoginConfiguration>()
  /** By limit and what it is for; not undone when a call fails, as a failed call counts. */
  readonly usage = new Map<string, Usage>()
  readonly faults: Fault[] = []
  /** Rows of the queue that wait for a webhook behind them; some may have gone meanwhile. */
  waiting: DueDelivery[] = []
  events = 0
  readonly #graphDate: number | undefined
  readonly #nodes = new Map<string, AnyEntity>()
  readonly #byType = new Map<NodeType, Map<string, AnyEntity>>()
  readonly #tokens = new Map<string, Token>()
  readonly #codes = new Map<string, LoginCode>()
  readonly #directory: Directory
  readonly #undo = new Undo()

  constructor(seed: WorldSeed, directory: Directory) {
    this.id = seed.id
    this.name = seed.name
    this.title = seed.title
    this.now = seed.now
    this.rulings = seed.rulings
    this.limits = seed.limits
    this.rates = seed.rates
    this.benchmarks = seed.benchmarks
    this.templateReview = seed.templateReview
    this.internalSetup = seed.internalSetup
    this.#graphDate = seed.graphDate
    this.ids = new Ids(`${seed.name}/${seed.id}`)
    this.#directory = directory
    this.journal = new Journal(this)
    this.deliveries = new Log(seed.retention.deliveries)
    this.exchanges = new Log(seed.retention.exchanges)
    this.traffic = new Traffic(seed.retention.messages, this.#undo, () => this.now)
    this.metrics = new Metrics(this.#undo)
    this.templates = new Templates((id) => this.get('WhatsAppBusinessHSM', id), this.#undo)
    this.files = new Files(seed.retention.mediaBytes, this.#undo)
  }

  /** The moment whose Graph it is: it tells which versions live. */
  get graphNow(): number {
    return this.#graphDate ?? this.now
  }

  /** What the command line said of it, where it was made. */
  get more(): MoreOfWorld {
    return { graphDate: this.#graphDate, limits: this.limits ? 'on' : 'off' }
  }

  /** The id that a name of the world stands for; what is no name is taken for an id. */
  idOf(nameOrId: string): string {
    return (Object.hasOwn(this.names, nameOrId) && this.names[nameOrId]) || nameOrId
  }

  get<T extends NodeType>(type: T, id: string | undefined): Entities[T] | undefined {
    if (id === undefined) return undefined
    return this.#byType.get(type)?.get(id) as Entities[T] | undefined
  }

  /** The node that an id of our own names: its absence is a bug, not Graph's no. */
  need<T extends NodeType>(type: T, id: string): Entities[T] {
    const found = this.get(type, id)
    if (!found) throw new Error(`world ${this.id} refers to ${type} ${id}, which it does not have`)
    return found
  }

  find(id: string): AnyEntity | undefined {
    return this.#nodes.get(id)
  }

  /** All nodes of a type, oldest first. */
  list<T extends NodeType>(type: T): Entities[T][] {
    return [...(this.#byType.get(type)?.values() ?? [])] as Entities[T][]
  }

  put<E extends AnyEntity>(entity: E): E {
    const table = this.#byType.get(entity.nodeType) ?? new Map<string, AnyEntity>()
    this.#byType.set(entity.nodeType, table)
    this.#undo.set(this.#nodes, entity.id, entity)
    this.#undo.set(table, entity.id, entity)
    if (entity.nodeType === 'WhatsAppBusinessHSM') this.templates.index(entity)
    if (entity.nodeType === 'Application') this.#undo.set(this.#directory, entity.id, this)
    return entity
  }

  /** Takes a node out of the world, and its bytes where it has any. */
  remove(entity: AnyEntity): void {
    this.#undo.delete(this.#nodes, entity.id)
    this.#undo.delete(this.#byType.get(entity.nodeType) ?? new Map<string, AnyEntity>(), entity.id)
    this.files.drop(entity.id)
  }

  token(value: string): Token | undefined {
    return this.#tokens.get(value) ?? this.#tokens.get(this.tokenNames[this.#nameIn(value) ?? ''] ?? '')
  }

  nameToken(name: string, value: string): void {
    this.tokenNames[name] = value
    this.#nameByToken.set(value, name)
  }

  nameOfToken(value: string): string | undefined {
    return this.#nameByToken.get(value) ?? this.#nameIn(value)
  }

  /** The name of a token of this world in one that names it: `EAAMMGRAPH.ready-to-send.my-test.client_business`. */
  #nameIn(value: string): string | undefined {
    const asked = isNamed(value) ? readNamedToken(value) : undefined
    const isOurs = asked?.id === this.id && asked.fixture === this.name && Object.hasOwn(this.tokenNames, asked.name)
    return isOurs ? asked.name : undefined
  }

  tokens(): Token[] {
    return [...this.#tokens.values()]
  }

  issue(token: Token): Token {
    this.#undo.set(this.#tokens, token.value, token)
    this.#undo.set(this.#directory, token.value, this)
    return token
  }

  code(value: string): LoginCode | undefined {
    return this.#codes.get(value)
  }

  keepCode(code: LoginCode): LoginCode {
    this.#undo.set(this.#codes, code.value, code)
    return code
  }

  schedule(due: NewDue): Due {
    const row = this.queue.push(due)
    if (this.#undo.isNoting) this.#undo.note(() => this.queue.remove(row))
    return row
  }

  /** Counts one more event that webhooks tell of. @returns its number */
  nextEvent(): number {
    this.events += 1
    this.#undo.note(() => {
      this.events -= 1
    })
    return this.events
  }

  mail(mail: Omit<Mail, 'n'>): void {
    this.mailbox.add((n) => ({ n, ...mail }))
    this.#undo.note(() => this.mailbox.forget())
  }

  /** Runs a piece of work; when it throws, all it changed is as before, and the error goes on. */
  atomically<R>(work: () => R): R {
    const { ids, tokens, messages } = this.ids.given
    return this.#undo.atomically(() => {
      this.#undo.note(() => Object.assign(this.ids.given, { ids, tokens, messages }))
      return work()
    })
  }

  /** Takes the world's tokens and apps out of the directory. */
  leave(): void {
    for (const [key, world] of this.#directory) if (world === this) this.#directory.delete(key)
  }

  /** The whole state as plain data, in one fixed order: two worlds with the same inputs give the same. */
  state(): object {
    return {
      id: this.id,
      now: this.now,
      rulings: this.rulings,
      names: this.names,
      nodes: [...this.#nodes.values()],
      tokens: this.tokens(),
      codes: [...this.#codes.values()],
      usage: [...this.usage],
      faults: this.faults,
      traffic: this.traffic.state(),
      metrics: this.metrics.state(),
      given: this.ids.given,
      events: this.events,
      due: this.queue.list(),
      mailbox: this.mailbox.list(),
      deliveries: this.deliveries.list(),
      exchanges: this.exchanges.list().map(shown),
    }
  }
}
