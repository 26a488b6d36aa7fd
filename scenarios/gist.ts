/** What tells a webhook from others of its field: its event, the status of a message, the type of one that came. */
export function gistOf(value: unknown): string | undefined {
  const { event, statuses, messages } = (value ?? {}) as Record<string, unknown>
  const first = (list: unknown): Record<string, unknown> => (Array.isArray(list) && list[0]) || {}
  return [event, first(statuses).status, first(messages).type].find((gist) => typeof gist === 'string')
}
