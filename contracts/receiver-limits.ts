/** How long a receiver may take, in real milliseconds. */
export const receiverLimits = {
  /** For a webhook. Meta wants most answers within 250 ms and does not say when it gives up: this is assumed. */
  webhook: 10_000,
  /** For a handshake. @see sources capture-callback-timeout */
  handshake: 6000,
  /** What half of the answers must keep to. @see sources throughput: Webhooks */
  median: 250,
  /** What all but one in a hundred must keep to. @see sources throughput: Webhooks */
  tail: 1000,
} as const
