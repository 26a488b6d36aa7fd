import type { RulingName } from '../rulings.ts'
import type { Basis, Citation } from '../sources.ts'

/** What an error looks like on the wire. `<name>` in a text is filled in by whoever fails. */
export interface ErrorWire {
  readonly status: number
  readonly type: 'OAuthException' | 'GraphMethodException' | 'GraphBatchException'
  /** Absent only in errors of a batch as a whole, and of the upload API. */
  readonly code?: number
  readonly subcode?: number
  readonly message: string
  /** `error_data.details`, the Cloud API's own explanation. */
  readonly details?: string
  readonly title?: string
  readonly userMessage?: string
  readonly transient?: boolean
  /** `error_data` where it is a text and no object. */
  readonly data?: string
  /** `error_data.blame_field_specs`: which parameters are at fault, where Graph says so. */
  readonly blames?: readonly (readonly string[])[]
  /** The upload API answers `debug_info` instead of `error`: with this, and the message. */
  readonly debug?: { readonly type: string; readonly retriable: boolean }
  /** The kind of error in WWW-Authenticate, where it is neither invalid_token (190) nor invalid_request. */
  readonly challenge?: 'invalid_code' | 'redirect_uri_mismatch'
}

/** An error as a status webhook tells it: what differs from the error of a call. */
export interface ErrorInWebhook {
  readonly title?: string
  readonly details?: string
}

/** One way in which Graph says no. `under` holds what differs when a world takes another side of a ruling. */
export interface ErrorDefinition extends ErrorWire {
  readonly basis: Basis
  readonly sources: readonly [Citation, ...Citation[]]
  /** What in it no source gives, and why we chose it so. Must be there when the basis is `assumed`. */
  readonly assumes?: string
  /** It arrives in a webhook, after a call that was answered with 200: as the `failed` status of a message. */
  readonly webhook?: ErrorInWebhook
  readonly under?: { readonly [N in RulingName]?: Readonly<Record<string, Partial<ErrorWire>>> }
}
