import type { Client, Json, Parts } from './parts.ts'

/** Works on what the endpoint has taken. */
export async function workOff(client: Client): Promise<void> {
  const { memory, parts } = client
  for (let body = memory.inbox.shift(); body !== undefined; body = memory.inbox.shift()) {
    const changes: Json[] = JSON.parse(body).entry.flatMap((entry: Json) => entry.changes)
    for (const change of changes) if (parts.isNew(client, change)) await dealWith(client, change)
  }
}

async function dealWith(client: Client, { field, value }: Json): Promise<void> {
  const { memory, parts } = client
  if (field === 'account_update' && value.event === 'MM_LITE_TERMS_SIGNED') {
    memory.signed.add(value.waba_info.waba_id)
    await parts.onSigned(client, value.waba_info.owner_business_id)
  }
  if (field === 'message_template_status_update') memory.templates.set(value.message_template_name, value.event)
  for (const status of value.statuses ?? []) parts.onStatus(client, status)
  for (const preference of value.user_preferences ?? []) parts.onPreference(client, preference)
  for (const message of value.messages ?? []) await parts.reply(client, message)
}

const DAY = 24 * 60 * 60 * 1000

/** What a failed message says about its recipient. */
function remember({ memory, setup }: Client, digits: string, code: number): void {
  if (code === 131050) memory.stopped.add(digits)
  if (code === 131026) memory.unreachable.add(digits)
  if (code === 130403) memory.blocked.add(digits)
  if (code === 131049) memory.heldBack.set(digits, setup.now() + DAY)
}

export const webhookParts = {
  take: ({ memory }, body) => {
    memory.inbox.push(body)
    return 200
  },
  isNew: ({ memory }, { field, value }) => {
    const key = `${field} ${JSON.stringify(value)}`
    const isNew = !memory.known.has(key)
    memory.known.add(key)
    return isNew
  },
  onStatus: (client, { status, recipient_id, biz_opaque_callback_data, errors }) => {
    if (biz_opaque_callback_data) client.memory.statuses.set(biz_opaque_callback_data, status)
    if (status === 'failed') remember(client, recipient_id, errors[0].code)
  },
  onPreference: ({ memory }, { wa_id, value }) => {
    if (value === 'stop') memory.stopped.add(wa_id)
    else memory.stopped.delete(wa_id)
  },
} satisfies Partial<Parts>
