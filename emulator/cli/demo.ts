import { createHmac } from 'node:crypto'
import type { WorldView } from '../control/world-view.ts'
import { createEmulator } from '../emulator.ts'
import { type Listening, listen } from '../server.ts'
import { startReceiver } from './demo-receiver.ts'

type Json = Record<string, unknown>

/**
 * Plays an onboarding from the invitation to the token, over HTTP, with a real webhook receiver. One sentence a step.
 * @param json one line of JSON in place of the sentences
 */
export async function demo(json: boolean): Promise<void> {
  const story: Story = { steps: [], heard: [] }
  await told(json ? keeping(story) : printing)
  if (json) process.stdout.write(`${JSON.stringify(story)}\n`)
}

/** What `demo --json` prints. */
interface Story {
  readonly steps: { readonly says: string; answer?: Json }[]
  /** What the receiver heard. */
  readonly heard: string[]
}

/** Where the story is told. */
interface Teller {
  readonly say: (step: string, text: string) => void
  readonly show: (answer: Json) => void
  readonly heard: (text: string) => void
}

const printing: Teller = {
  say: (step, text) => void process.stdout.write(`${step.padEnd(4)} ${text}\n`),
  show: (answer) => void process.stdout.write(`       ${JSON.stringify(answer)}\n`),
  heard: (text) => printing.say('  <-', text),
}

const keeping = ({ steps, heard }: Story): Teller => ({
  say: (_, says) => void steps.push({ says }),
  show: (answer) => {
    const last = steps.at(-1)
    if (last) last.answer = answer
  },
  heard: (text) => void heard.push(text),
})

async function told(teller: Teller): Promise<void> {
  const emulator = createEmulator({ worlds: ['partner-with-obo-client'] })
  const listening = await listen(emulator, 0, '127.0.0.1')
  const [world] = (await get(`${listening.url}/_mmgraph/worlds`)).data as WorldView[]
  if (!world) throw new Error('the world of the demo is missing')
  const receiver = await startReceiver(world.secrets.app ?? '', teller.heard)
  try {
    await play(listening, world, receiver.url, teller)
  } finally {
    await receiver.close()
    await listening.close()
  }
}

async function play({ url }: Listening, world: WorldView, callback: string, { say, show }: Teller): Promise<void> {
  const { names, tokens, secrets } = world
  const graph = (path: string, token: string | undefined, body?: Json): Promise<Json> =>
    body ? post(`${url}/v24.0/${path}`, body, token) : get(`${url}/v24.0/${path}`, token)
  const partner = tokens.partner_system_user
  const happens = (name: string): Promise<Json> =>
    post(`${url}/_mmgraph/worlds/${world.id}/happenings`, { name, with: { business: 'client' } })

  say('1.', `A local Graph answers at ${url}, and a webhook receiver of the partner at ${callback}.`)
  say('2.', 'The partner subscribes its receiver to account_update; Graph asks it for a challenge first.')
  const subscription = { object: 'whatsapp_business_account', callback_url: callback, verify_token: 'demo' }
  show(await graph(`${names.app}/subscriptions`, tokens.app, { ...subscription, fields: 'account_update' }))
  say('3.', 'The client still has an account that the partner holds on its behalf. How does it stand?')
  const status = 'fields=ownership_type,marketing_messages_onboarding_status'
  show(await graph(`${names.obo_account}?${status}`, partner))
  say('4.', 'The partner asks the client to join the Marketing Messages API (the Intent API).')
  show(await graph(`${names.client}/onboard_partners_to_mm_lite`, partner, {}))
  say('5.', 'Asking again is refused, as only one request may be open.')
  show(await graph(`${names.client}/onboard_partners_to_mm_lite`, partner, {}))
  say('6.', "The client's admins have mail.")
  const [mail] = (await get(`${url}/_mmgraph/worlds/${world.id}/mailbox`)).data as Json[]
  show({ to: mail?.to, subject: mail?.subject })
  say('7.', 'An admin accepts the terms, and the receiver hears of every account, signed.')
  await happens('client_accepts_mm_terms')
  say('8.', 'The account that was held on behalf is now the client’s own, and onboarded.')
  show(await graph(`${names.obo_account}?${status}`, partner))
  say('9.', 'The partner fetches its token for this client, and reads with it.')
  const appsecret_proof = createHmac('sha256', secrets.app ?? '')
    .update(partner ?? '')
    .digest('hex')
  const fetched = await graph(`${names.client}/system_user_access_tokens`, partner, {
    fetch_only: true,
    appsecret_proof,
  })
  show(await graph(`${names.shared_account}?fields=name,owner_business_info`, String(fetched.access_token)))
  say('', 'That is the whole story. `npm start` starts a Graph to point your own client at.')
}

async function get(url: string, token?: string): Promise<Json> {
  return (await fetch(url, { headers: bearer(token) })).json() as Promise<Json>
}

async function post(url: string, body: Json, token?: string): Promise<Json> {
  const headers = { ...bearer(token), 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<Json>
}

function bearer(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {}
}
