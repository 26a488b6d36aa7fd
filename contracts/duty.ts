import type { Severity } from './finding.ts'
import type { Wire } from './receiver/bench.ts'
import type { BodyName } from './receiver/bodies.ts'
import type { SignatureName } from './receiver/sign.ts'
import type { Basis, Citation } from './sources.ts'

/** Something that a webhook receiver owes: what is sent to it, and what it must answer. Data only. */
export interface Duty {
  readonly id: string
  /** A sentence about the receiver. */
  readonly title: string
  /** Why it matters, and what to do instead. */
  readonly explains: string
  readonly severity: Severity
  readonly basis: Basis
  readonly sources: readonly [Citation, ...Citation[]]
  /** Duties without which this one says nothing: it is not tried when one of them is broken. */
  readonly needs: readonly string[]
  readonly steps: readonly [Step, ...Step[]]
}

export type Step = HandshakeStep | WebhookStep | EffectStep | LoadStep

/** A GET as Meta makes it, but for what is said here. */
export interface HandshakeStep {
  readonly send: 'handshake'
  /** `subscribe` where absent. */
  readonly mode?: string
  /** The right one where absent. */
  readonly token?: 'right' | 'wrong' | 'empty' | 'absent'
  /** `absent`, or a challenge; digits where absent. */
  readonly challenge?: string
  /** How often each parameter stands in the query; once where absent. */
  readonly times?: number
  /** `either`: it will do if it is kept when a signature of the empty body is there, too. */
  readonly signed?: 'either'
  readonly owes: 'challenge' | 'plain-text' | 'refused' | 'answered'
}

/** A POST as Meta makes it, but for what is said here. Each body is sent so often, in their order. */
export interface WebhookStep {
  readonly send: 'webhook'
  readonly body: BodyName
  readonly sign?: SignatureName
  readonly wire?: Wire
  readonly method?: 'PUT'
  /** The Content-Type; `application/json` where absent. */
  readonly type?: string
  readonly times?: number
  /**
   * `in-time`: any answer. `taken`: 2xx. `200`: exactly that. `refused`: 4xx. `survives`: whatever it answers, the next
   * webhook is taken.
   */
  readonly owes: 'in-time' | 'taken' | '200' | 'refused' | 'survives'
}

/** Bodies whose effects are counted: each message or status in them must have one. */
export interface EffectStep {
  readonly send: 'effects'
  readonly body: 'repeated' | 'batched'
  readonly owes: 'counted'
}

/** Many statuses a second, for some seconds: all taken, the median in time, all but one in a hundred in time. */
export interface LoadStep {
  readonly send: 'load'
  readonly owes: 'taken' | 'median' | 'tail'
}

/** Keeps the literal types of duties. */
export function defineDuties<const D extends readonly Duty[]>(duties: D): D {
  return duties
}
