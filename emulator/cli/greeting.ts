import type { WorldView } from '../control/world-view.ts'
import type { Started } from './serve.ts'

/** What a newcomer needs: where it is, what there is, and calls that can be pasted as they are. */
export function greeting({ url, worlds }: Started, controlToken?: string): string {
  const authorization = controlToken ? ` -H 'Authorization: Bearer ${controlToken}'` : ''
  const parts = [
    `mmgraph answers as Graph at ${url}`,
    ...worlds.map((world) => worldText(world, firstCalls(url, world, authorization))),
    `Everything else: ${url}/_mmgraph/worlds, and README.md. Ctrl-C ends it.`,
  ]
  return `${parts.join('\n\n')}\n`
}

function worldText({ id, title, names, people, tokens, secrets }: WorldView, calls: readonly string[]): string {
  const secret = Object.fromEntries(Object.entries(secrets).map(([app, value]) => [`secret of ${app}`, value]))
  return [
    `World ${id}: ${title}`,
    ...table('ids', names),
    ...table('people', people),
    ...table('tokens', { ...tokens, ...secret }),
    ...calls.map((line) => `  ${line}`),
  ].join('\n')
}

function table(title: string, rows: Readonly<Record<string, string>>): string[] {
  const width = Math.max(...Object.keys(rows).map((name) => name.length))
  const lines = Object.entries(rows).map(([name, value]) => `    ${name.padEnd(width)}  ${value}`)
  return lines.length > 0 ? [`  ${title}`, ...lines] : []
}

/** Each a sentence and a call. Names say what a world is for: those of the worlds that ship. */
function firstCalls(url: string, world: WorldView, authorization: string): string[] {
  const happenings = `curl${authorization} '${url}/_mmgraph/worlds/${world.id}/happenings'`
  const onboarding = onboardingCalls(url, world, happenings)
  if (onboarding) return onboarding
  return (
    sendingCalls(url, world, happenings) ?? [
      'See what is in it:',
      `  curl${authorization} '${url}/_mmgraph/worlds/${world.id}'`,
    ]
  )
}

function onboardingCalls(url: string, { names, tokens }: WorldView, happenings: string): string[] | undefined {
  const { client, shared_account: account } = names
  const { partner_system_user: token } = tokens
  if (!client || !account || !token) return undefined
  return [
    'Read an account as the partner:',
    `  curl '${url}/v24.0/${account}?fields=name,ownership_type,marketing_messages_onboarding_status&access_token=${token}'`,
    'Ask the client to join (the Intent API):',
    `  curl -X POST '${url}/v24.0/${client}/onboard_partners_to_mm_lite?access_token=${token}'`,
    "Be the client's admin and accept:",
    `  ${happenings} -d '{"name":"client_accepts_mm_terms","with":{"business":"client"}}'`,
  ]
}

function sendingCalls(url: string, { names, people, tokens }: WorldView, happenings: string): string[] | undefined {
  const { phone, template, ad_account: account } = names
  const { recipient: to } = people
  const { client_business: token } = tokens
  if (!phone || !template || !to || !token) return undefined
  const sent = { name: 'spring_sale', language: { code: 'en_US' } }
  const message = { messaging_product: 'whatsapp', to, type: 'template', template: sent }
  const reply = { name: 'customer_sends_message', with: { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } } }
  return [
    'Send a template:',
    `  curl '${url}/v24.0/${phone}/marketing_messages?access_token=${token}' -H 'Content-Type: application/json' -d '${JSON.stringify(message)}'`,
    ...(account
      ? [
          'Ask what came of it today:',
          `  curl '${url}/v24.0/${account}/insights?date_preset=today&fields=marketing_messages_sent,marketing_messages_read,spend&access_token=${token}'`,
        ]
      : []),
    'Have somebody write to the number:',
    `  ${happenings} -d '${JSON.stringify(reply)}'`,
  ]
}
