import type { Limits } from '../../contracts/limits.ts'
import type { RateTable } from '../../contracts/rates.ts'
import type { Rulings } from '../../contracts/rulings.ts'

/** How many entries of each log a world keeps, how many messages that have arrived, and how many bytes of files. */
export interface Retention {
  readonly messages: number
  readonly deliveries: number
  readonly exchanges: number
  readonly mediaBytes: number
}

export const defaultRetention: Retention = {
  messages: 10_000,
  deliveries: 1000,
  exchanges: 1000,
  mediaBytes: 128 * 1_048_576,
}
/** What a world is made of; the rest follows from the calls it gets. */
export interface WorldSeed {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly now: number
  readonly rulings: Rulings
  /** Undefined: nobody is refused for calling too often. */
  readonly limits: Limits | undefined
  /** What messages cost here, where it is not what Meta's cards say. */
  readonly rates: RateTable
  readonly benchmarks: readonly Benchmark[]
  readonly graphDate: number | undefined
  readonly retention: Retention
  readonly templateReview: TemplateReview
  /** How long Meta sets an account up once the terms are signed (milliseconds); undefined: until a happening ends it. */
  readonly internalSetup: number | undefined
}

/** What similar businesses come to, in percent. */
export interface Benchmark {
  readonly country: string
  readonly vertical?: string
  readonly readRate: number
  readonly clickRate: number
}

/** How templates are reviewed in a world. */
export interface TemplateReview {
  /** How long it takes (milliseconds); undefined: until a happening says how it ends. */
  readonly after: number | undefined
  /** Words for which a UTILITY template is filed under MARKETING. */
  readonly promotionalWords: readonly string[]
}

/** What the command line says of every world. */
export interface MoreOfWorld {
  /** The day whose Graph it is (milliseconds); the day of the world where absent. */
  readonly graphDate: number | undefined
  readonly limits: 'on' | 'off'
  /** Hosts beside loopback that webhooks may be posted to. */
  readonly allowCallbacks?: readonly string[]
}
