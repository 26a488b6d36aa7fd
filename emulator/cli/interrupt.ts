/** Ctrl-C, once: what is under way is cleared up. A second ends the process as ever. */
export function interruption(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  process.once('SIGINT', abort)
  return { signal: controller.signal, forget: () => void process.off('SIGINT', abort) }
}
