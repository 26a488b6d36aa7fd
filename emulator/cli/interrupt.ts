import { CannotPlay } from '../../scenarios/stage.ts'

/** The signals that ask a command to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
export type EndSignal = (typeof SIGNALS)[number]

/**
 * Clears up when a signal comes. A second one, of either kind, ends the process at once, as nobody listens any more.
 * @returns what stops listening
 */
export function onSignal(clear: (signal: EndSignal) => void): () => void {
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, end)
  }
  const end = (signal: NodeJS.Signals): void => {
    forget()
    clear(signal as EndSignal)
  }
  for (const signal of SIGNALS) process.on(signal, end)
  return forget
}

/** What a shell says of a program that a signal ended. */
export function signalCode(signal: EndSignal): number {
  return signal === 'SIGINT' ? 130 : 143
}

/** Somebody ended the command before it was through. */
export class Interrupted extends CannotPlay {
  readonly code: number

  constructor(signal: EndSignal) {
    super(`it was ended by ${signal === 'SIGINT' ? 'Ctrl-C' : signal}`)
    this.code = signalCode(signal)
  }
}

/** The same for what is under way: the reason of the signal is an Interrupted. */
export function interruption(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, forget: onSignal((signal) => controller.abort(new Interrupted(signal))) }
}
