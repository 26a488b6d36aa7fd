import { call, rest } from './calls.ts'
import type { Ask, Client, Parts } from './parts.ts'
import { AUTUMN } from './templates.ts'

export const digitsOf = (number: string): string => number.replaceAll(/\D/g, '')

/** Sends a template to all who may have it. Stops where nothing goes out of the number any more. */
export async function campaign(client: Client, template: string): Promise<void> {
  const { memory, parts } = client
  for (const person of parts.queue(client)) {
    if (memory.halted !== undefined) return
    if (!parts.mayReach(client, digitsOf(person))) continue
    await parts.beforeSend(client)
    await sendTo(client, person, template)
    await parts.afterSend(client)
  }
}

async function sendTo(client: Client, person: string, template: string): Promise<void> {
  const { setup, memory, parts } = client
  memory.sent += 1
  const name = `${template}-${memory.sent}`
  const ask: Ask = {
    method: 'POST',
    path: `/${setup.ids.phone}/${parts.edge(template)}`,
    params: parts.message(person, template, name),
    as: 'client',
    isDone: () => memory.statuses.has(name),
  }
  const answer = await call(client, ask)
  if (answer.body.messages) memory.campaigns.add(answer.body.messages[0].id)
  if (parts.isHalt(answer) && answer.code) memory.halted = answer.code
}

/** Nothing goes out of the number. @see sources error-codes-2026 */
const halts: ReadonlySet<number | undefined> = new Set([190, 368, 131031, 131042, 131048, 133010, 131037])

export const text = (value: string): object => ({ type: 'text', text: value })

export const sendParts = {
  mayReach: ({ memory, setup }, digits) => {
    const isLost = memory.stopped.has(digits) || memory.unreachable.has(digits) || memory.blocked.has(digits)
    return !isLost && (memory.heldBack.get(digits) ?? 0) <= setup.now()
  },
  queue: ({ setup }) => setup.people,
  edge: () => 'marketing_messages',
  message: (to, template, name) => ({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    type: 'template',
    template: {
      name: template,
      language: { code: 'en_US' },
      ...(template === AUTUMN.name && { components: [{ type: 'body', parameters: [text('Robin')] }] }),
    },
    biz_opaque_callback_data: name,
  }),
  beforeSend: async () => undefined,
  // Ten at once, and twenty a second.
  afterSend: (client) => (client.memory.sent % 10 === 0 ? rest(client, 500) : Promise.resolve()),
  isHalt: ({ code }) => halts.has(code),
  reply: async (client, { from, context }) => {
    if (!client.memory.campaigns.has(context?.id ?? '')) return
    const image = { id: await client.parts.upload(client), caption: 'Thank you!' }
    const params = { messaging_product: 'whatsapp', to: `+${from}`, type: 'image', image }
    const path = `/${client.setup.ids.phone}/messages`
    await call(client, { method: 'POST', path, params, as: 'client' })
  },
  // A file stays for 30 days, and this story is shorter.
  upload: async (client) => {
    const known = client.memory.files.get('logo')
    if (known !== undefined) return known
    const id = await uploadLogo(client)
    client.memory.files.set('logo', id)
    return id
  },
} satisfies Partial<Parts>

/** The smallest PNG. */
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)

export async function uploadLogo(client: Client): Promise<string> {
  const file = new File([LOGO], 'logo.png', { type: 'image/png' })
  const params = { messaging_product: 'whatsapp', type: 'image/png', file }
  const path = `/${client.setup.ids.phone}/media`
  const { body } = await call(client, { method: 'POST', path, params, as: 'client' })
  return body.id
}
