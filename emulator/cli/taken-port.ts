/** Real milliseconds in which whoever has the port may say what it is. */
const PATIENCE = 500

/** What is said of a port that another program listens on: whose it is where that can be told, and how to take another. */
export async function takenText(port: number, host: string): Promise<string> {
  const whose = (await isEmulator(port, host)) ? 'another mmgraph' : 'another program'
  return `port ${port} of ${host} is taken by ${whose}; choose another with --port, or --port 0 for any that is free`
}

/** The control API has an address that no other program has, and refuses in its own words whom it does not know. */
async function isEmulator(port: number, host: string): Promise<boolean> {
  const name = host.includes(':') ? `[${host}]` : host
  try {
    const answer = await fetch(`http://${name}:${port}/_mmgraph/health`, { signal: AbortSignal.timeout(PATIENCE) })
    const { status, error } = (await answer.json()) as { status?: string; error?: { message?: string } }
    return status === 'ok' || (answer.status === 401 && /control token/.test(error?.message ?? ''))
  } catch {
    return false
  }
}
