/** Whether a callback may be posted to, and why not. Loopback hosts always; others only when they were allowed. */
export function refusalOf(callback: URL, allowedHosts: readonly string[]): string | undefined {
  const host = callback.hostname.toLowerCase()
  if (isLoopback(host) || allowedHosts.includes(host)) return undefined
  return `mmgraph posts to loopback hosts only and ${host} is none; start it with --allow-callback ${host}`
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}
