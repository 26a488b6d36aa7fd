import { call, rest } from './calls.ts'
import type { Answer, Client, Json, Parts } from './parts.ts'

const minute = 60 * 1000

export const AUTUMN = {
  name: 'autumn_bread',
  language: 'en_US',
  category: 'MARKETING',
  components: [
    {
      type: 'BODY',
      text: 'Hello {{1}}, our autumn bread is out: rye, spelt and walnut.',
      example: { body_text: [['Robin']] },
    },
  ],
} as const

/** The template of the season: looked for, made where it is not there, and waited for until it can be sent. */
export async function readyTemplate(client: Client): Promise<void> {
  const { parts, memory } = client
  const known = await parts.listTemplates(client)
  await parts.makeTemplate(client, known)
  if (memory.templates.get(AUTUMN.name) === 'APPROVED') return
  await parts.awaitApproval(client)
  await parts.awaitSync(client)
}

/** @throws Error where the templates cannot be read: nothing of the week makes sense then */
export async function listPage(client: Client, params: object): Promise<Answer> {
  const path = `/${client.setup.ids.account}/message_templates`
  const answer = await call(client, { method: 'GET', path, params: { fields: 'name,status', ...params }, as: 'client' })
  if (answer.status !== 200) throw new Error(`the templates cannot be read: ${answer.code}`)
  return answer
}

/** Every page, by the cursor of the one before. */
export async function eachPage(read: (params: object) => Promise<Answer>): Promise<Json[]> {
  const rows: Json[] = []
  let params: object | undefined = {}
  while (params) {
    const { status, body } = await read(params)
    rows.push(...(status === 200 ? body.data : []))
    params = body.paging?.next && { after: body.paging.cursors.after }
  }
  return rows
}

export async function create(client: Client): Promise<void> {
  const path = `/${client.setup.ids.account}/message_templates`
  const { status } = await call(client, { method: 'POST', path, params: AUTUMN, as: 'client' })
  if (status !== 200) throw new Error('the template cannot be made')
}

export const templateParts = {
  listTemplates: async (client) => {
    const rows = await eachPage((params) => listPage(client, params))
    for (const { name, status } of rows) client.memory.templates.set(name, status)
    return rows.map(({ name }) => name)
  },
  makeTemplate: async (client, known) => {
    if (!known.includes(AUTUMN.name)) await create(client)
  },
  awaitApproval: async (client) => {
    const last = client.setup.now() + 60 * minute
    while (client.memory.templates.get(AUTUMN.name) !== 'APPROVED') {
      if (client.setup.now() > last) throw new Error('the template was not approved within an hour')
      await rest(client, minute)
    }
  },
  awaitSync: (client) => rest(client, 11 * minute),
} satisfies Partial<Parts>
