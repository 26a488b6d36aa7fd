import type { WorldView } from '../control/world-view.ts'
import type { Started } from './serve.ts'

/** What a newcomer needs: where it is, what there is, and calls that can be pasted as they are. */
export function greeting({ url, worlds }: Started, controlToken?: string): string {
  const parts = [`mmgraph answers as Graph at ${url}`, ...worlds.map(worldText)]
  const [first] = worlds
  const authorization = controlToken ? ` -H 'Authorization: Bearer ${controlToken}'` : ''
  if (first) parts.push(firstCalls(url, first, authorization))
  parts.push(`Everything else: ${url}/_mmgraph/worlds, and README.md. Ctrl-C ends it.`)
  return `${parts.join('\n\n')}\n`
}

function worldText({ id, title, names, tokens, secrets }: WorldView): string {
  const secret = Object.fromEntries(Object.entries(secrets).map(([app, value]) => [`secret of ${app}`, value]))
  return [`World ${id}: ${title}`, table('ids', names), table('tokens', { ...tokens, ...secret })].join('\n')
}

function table(title: string, rows: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length))
  return [`  ${title}`, ...Object.entries(rows).map(([name, value]) => `    ${name.padEnd(width)}  ${value}`)].join(
    '\n',
  )
}

function firstCalls(url: string, { id, names, tokens }: WorldView, authorization: string): string {
  const { client, shared_account: account } = names
  const { partner_system_user: token } = tokens
  if (!client || !account || !token) return `See what is in it:\n  curl${authorization} '${url}/_mmgraph/worlds/${id}'`
  return [
    'Read an account as the partner:',
    `  curl '${url}/v24.0/${account}?fields=name,ownership_type,marketing_messages_onboarding_status&access_token=${token}'`,
    'Ask the client to join (the Intent API):',
    `  curl -X POST '${url}/v24.0/${client}/onboard_partners_to_mm_lite?access_token=${token}'`,
    "Be the client's admin and accept:",
    `  curl${authorization} '${url}/_mmgraph/worlds/${id}/happenings' -d '{"name":"client_accepts_mm_terms","with":{"business":"client"}}'`,
  ].join('\n')
}
