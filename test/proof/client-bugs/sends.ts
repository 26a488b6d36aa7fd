import type { ClientBug } from '../bug.ts'
import { call, rest } from '../client/calls.ts'
import { healthy } from '../client/client.ts'
import type { Client, Json, Parts } from '../client/parts.ts'
import { digitsOf, uploadLogo } from '../client/sends.ts'

const to = (write: (number: string) => string): Partial<Parts> => ({
  message: (number, ...about) => healthy.message(write(number), ...about),
})

/** A client that does not keep what a failed message said, where its code is one. */
const forgets = (code: number): Partial<Parts> => ({
  onStatus: (client, status) => {
    if (status.errors?.[0].code !== code) healthy.onStatus(client, status)
  },
})

async function write(client: Client, number: string): Promise<void> {
  const params = { messaging_product: 'whatsapp', to: number, type: 'text', text: { body: 'Rye?' } }
  await call(client, { method: 'POST', path: `/${client.setup.ids.phone}/messages`, params, as: 'client' })
}

const strict = (params: Json): Json => ({ ...params, product_policy: 'STRICT' })

/** Where messages go, and how. */
export const sendBugs: readonly ClientBug[] = [
  {
    rule: 'sent-before-sync',
    does: 'sends a template as soon as it is approved',
    parts: { awaitSync: async () => undefined },
  },
  {
    rule: 'wrong-message-for-marketing',
    does: 'answers customers by the edge of marketing messages',
    parts: {
      reply: async (client, { from }) => {
        const params = { messaging_product: 'whatsapp', to: `+${from}`, type: 'text', text: { body: 'Thank you!' } }
        const path = `/${client.setup.ids.phone}/marketing_messages`
        await call(client, { method: 'POST', path, params, as: 'client' })
      },
    },
    also: ['parameter-unknown'],
  },
  {
    rule: 'sent-without-onboarding',
    does: 'sends by marketing messages alone before the business has signed',
    parts: {
      awaitSigning: (client) => client.parts.fetchToken(client, client.setup.ids.business),
      message: (...about) => strict(healthy.message(...about)),
    },
  },
  {
    rule: 'fallback-unnoticed',
    does: 'sends before the business has signed, and does not look what carries it',
    parts: { awaitSigning: (client) => client.parts.fetchToken(client, client.setup.ids.business) },
  },
  {
    rule: 'marketing-on-closed-cloud-api',
    does: 'sends marketing by the Cloud API, which it has closed to marketing',
    parts: {
      prepare: async (client) => {
        const params = { disable_marketing_messages_on_cloud_api: true }
        await call(client, { method: 'POST', path: `/${client.setup.ids.account}`, params, as: 'client' })
      },
      edge: () => 'messages',
    },
  },
  {
    rule: 'marketing-by-cloud-api',
    does: 'sends one of its templates by the Cloud API',
    parts: { edge: (template) => (template === 'spring_sale' ? 'messages' : 'marketing_messages') },
  },
  {
    rule: 'send-does-not-fit-template',
    does: 'leaves out the parameters of a template',
    parts: {
      message: (...about) => {
        const { template, ...rest } = healthy.message(...about) as Json
        return { ...rest, template: { name: template.name, language: template.language } }
      },
    },
  },
  {
    rule: 'template-not-sendable',
    does: 'names another language than the one of the template',
    parts: {
      message: (...about) => {
        const { template, ...rest } = healthy.message(...about) as Json
        return { ...rest, template: { ...template, language: { code: 'en' } } }
      },
    },
  },
  { rule: 'number-without-plus', does: 'writes numbers without a plus', parts: to(digitsOf) },
  {
    rule: 'number-without-country-code',
    does: 'writes numbers as people at home dial them',
    parts: to((number) => number.slice(2)),
  },
  {
    rule: 'sent-after-stop',
    does: 'does not read user_preferences',
    parts: { onPreference: () => undefined },
  },
  { rule: 'resent-after-opt-out', does: 'takes 131050 for bad luck', parts: forgets(131050) },
  { rule: 'resent-while-held-back', does: 'takes 131049 for bad luck', parts: forgets(131049) },
  { rule: 'resent-to-unreachable', does: 'takes 131026 for bad luck', parts: forgets(131026) },
  { rule: 'resent-to-blocked', does: 'takes 130403 for bad luck', parts: forgets(130403) },
  {
    rule: 'sent-after-window',
    does: 'writes before each campaign to somebody who never wrote',
    parts: {
      queue: ({ setup }) => setup.people,
      beforeSend: (client) => (client.memory.sent % 10 === 0 ? write(client, '+14165550101') : Promise.resolve()),
    },
  },
  {
    rule: 'sent-again-after-lost-answer',
    does: 'takes a lost answer for a lost message',
    parts: {
      isDone: () => false,
      waitAfter: (answer, tries, { isDone: _, ...ask }) => healthy.waitAfter(answer, tries, ask),
    },
    meets: { faults: [{ drop: 'after', operation: 'sendMarketingMessage' }] },
  },
  {
    rule: 'sent-twice',
    does: 'has two workers that take the same people',
    parts: { queue: ({ setup }) => setup.people.flatMap((person) => [person, person]) },
  },
  {
    rule: 'more-than-80-a-second',
    does: 'sends as fast as it can',
    parts: { afterSend: async () => undefined },
    meets: { crowd: 80, limits: { messagesPerSecond: 1000 } },
  },
  {
    rule: 'messages-over-rate',
    does: 'does not know how many messages its number may send',
    parts: { afterSend: (client) => rest(client, 10) },
    meets: { crowd: 30, limits: { messagesPerSecond: 30 } },
  },
  {
    rule: 'sent-on-while-blocked',
    does: 'goes on when its account is locked',
    parts: { isHalt: () => false },
    meets: { faults: [{ error: 'account_locked', operation: 'sendMarketingMessage', times: 10 }] },
  },
  {
    rule: 'media-uploaded-again',
    does: 'uploads its logo for each message',
    parts: { upload: uploadLogo },
  },
]
