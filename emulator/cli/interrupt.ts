import { CannotPlay } from '../../scenarios/stage.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
export type EndingSignal = (typeof SIGNALS)[number]

/** What a shell says of a program that a signal ended. */
export const signalCodes: Readonly<Record<EndingSignal, number>> = { SIGINT: 130, SIGTERM: 143 }

/** Somebody ended the command before it was through. */
export class Interrupted extends CannotPlay {
  readonly code: number

  constructor(signal: EndingSignal) {
    super(`it was ended by ${signal === 'SIGINT' ? 'Ctrl-C' : signal}`)
    this.code = signalCodes[signal]
  }
}

/**
 * Ctrl-C or SIGTERM, once: what is under way is cleared up. The reason of the signal is an Interrupted. A second one ends
 * the process as ever.
 */
export function interruption(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController()
  const heard = SIGNALS.map((signal) => [signal, () => controller.abort(new Interrupted(signal))] as const)
  for (const [signal, abort] of heard) process.once(signal, abort)
  const forget = (): void => {
    for (const [signal, abort] of heard) process.off(signal, abort)
  }
  return { signal: controller.signal, forget }
}
