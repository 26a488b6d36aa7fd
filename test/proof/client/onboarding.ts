import { call, rest } from './calls.ts'
import type { Client, Parts } from './parts.ts'

const hour = 60 * 60 * 1000
/** The business was invited already, by us or by another partner. @see sources error-codes-2026: 1752041 */
const DUPLICATE = 1752041

/** Listens first, then invites the business, and waits until it has signed. */
export async function onboard(client: Client): Promise<void> {
  const { parts } = client
  if (parts.fields.length > 0) await subscribeApp(client)
  await parts.exchange(client, await client.setup.signUp())
  await readAccount(client)
  await parts.invite(client)
  await parts.awaitSigning(client)
  await readAccount(client)
  await parts.subscribeAccount(client)
}

async function subscribeApp(client: Client): Promise<void> {
  const { setup, parts } = client
  const params = {
    object: 'whatsapp_business_account',
    callback_url: setup.callback,
    verify_token: setup.verifyToken,
    fields: parts.fields,
  }
  await call(client, { method: 'POST', path: `/${setup.ids.app}/subscriptions`, params, as: 'app' })
}

export async function readAccount(client: Client): Promise<void> {
  const { setup, parts, memory } = client
  const as = memory.token ? 'client' : 'system'
  await call(client, { method: 'GET', path: `/${setup.ids.account}`, params: { fields: parts.accountFields }, as })
}

export async function inviteOnce(client: Client): Promise<boolean> {
  const { ids } = client.setup
  const path = `/${ids.business}/onboard_partners_to_mm_lite`
  const { status, code } = await call(client, { method: 'POST', path, as: 'system' })
  return status === 200 || code === DUPLICATE
}

export const hasSigned = ({ memory, setup }: Client): boolean => memory.signed.has(setup.ids.account)

export const onboardingParts = {
  fields: ['account_update', 'message_template_status_update', 'messages', 'user_preferences'],
  accountFields: 'id,name,marketing_messages_onboarding_status',
  exchange: async ({ setup, parts }, code) => {
    const version = parts.version ? `/${parts.version}` : ''
    const secrets = { client_id: setup.ids.app, client_secret: setup.appSecret, code }
    await setup.fetch(`${setup.baseUrl}${version}/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(secrets),
    })
  },
  invite: async (client) => {
    if (!(await inviteOnce(client))) throw new Error('the business cannot be invited')
  },
  awaitSigning: async (client) => {
    const last = client.setup.now() + 7 * 24 * hour
    while (!hasSigned(client)) {
      if (client.setup.now() > last) throw new Error('the business has not signed within a week')
      await rest(client, 24 * hour)
    }
  },
  onSigned: (client, business) => client.parts.fetchToken(client, business),
  fetchToken: async (client, business) => {
    const { status, body } = await call(client, {
      method: 'POST',
      path: `/${business}/system_user_access_tokens`,
      params: { fetch_only: true },
      as: 'system',
    })
    if (status === 200) client.memory.token = body.access_token
  },
  subscribeAccount: async (client) => {
    const path = `/${client.setup.ids.account}/subscribed_apps`
    await call(client, { method: 'POST', path, as: 'client' })
  },
} satisfies Partial<Parts>
