import type { ClientBug } from '../bug.ts'
import { call, rest } from '../client/calls.ts'
import { insightsPage, readTemplateAnalytics, statusOf } from '../client/metrics.ts'
import { hasSigned, inviteOnce, onboardingParts, readAccount } from '../client/onboarding.ts'
import type { Client } from '../client/parts.ts'
import { AUTUMN, listPage } from '../client/templates.ts'

const minute = 60_000

async function readMetricsAfterSend(client: Client): Promise<void> {
  await rest(client, 50)
  if (!client.memory.adAccount) await client.parts.findAds(client)
  await insightsPage(client, { limit: 50 })
}

/** What is read, waited for and onboarded. */
export const readBugs: readonly ClientBug[] = [
  {
    rule: 'page-not-followed',
    does: 'reads the first page of its templates',
    parts: {
      listTemplates: async (client) => {
        const { body } = await listPage(client, {})
        return body.data.map(({ name }: { name: string }) => name)
      },
    },
  },
  {
    rule: 'read-again',
    does: 'reads its number three times in a row',
    parts: {
      prepare: async (client) => {
        for (let at = 0; at < 3; at += 1)
          await call(client, { method: 'GET', path: `/${client.setup.ids.phone}`, as: 'client' })
      },
    },
  },
  {
    rule: 'onboarding-polled',
    does: 'asks every ten minutes whether the business has signed',
    parts: {
      awaitSigning: async (client) => {
        while (!hasSigned(client)) {
          await readAccount(client)
          await rest(client, 10 * minute)
        }
      },
    },
  },
  {
    rule: 'template-status-polled',
    does: 'asks every ten seconds whether its template is approved',
    parts: {
      awaitApproval: async (client) => {
        while (client.memory.templates.get(AUTUMN.name) !== 'APPROVED') {
          await listPage(client, { name: AUTUMN.name })
          await rest(client, 10_000)
        }
      },
    },
  },
  {
    rule: 'report-polled-too-fast',
    does: 'asks five times a second whether its report is complete',
    parts: {
      awaitReport: async (client, run) => {
        do await rest(client, 200)
        while ((await statusOf(client, run)) !== 'Job Completed')
      },
    },
  },
  {
    rule: 'report-read-too-early',
    does: 'does not ask whether its report is complete',
    parts: { awaitReport: async () => undefined },
  },
  {
    rule: 'metrics-per-message',
    does: 'reads Insights after each message',
    parts: { afterSend: readMetricsAfterSend },
    also: ['metrics-read-too-often'],
  },
  {
    rule: 'metrics-read-too-often',
    does: 'reads Insights every minute',
    parts: {
      readInsights: async (client) => {
        for (let at = 0; at < 5; at += 1) {
          await insightsPage(client, { limit: 50 })
          await rest(client, minute)
        }
      },
    },
  },
  {
    rule: 'insights-not-enabled',
    does: 'reads the analytics of templates without switching them on',
    parts: { readAnalytics: readTemplateAnalytics },
  },
  {
    rule: 'invitation-repeated',
    does: 'invites the business every day until it signs',
    parts: {
      awaitSigning: async (client) => {
        while (!hasSigned(client)) {
          await rest(client, 24 * 60 * minute)
          if (!hasSigned(client)) await inviteOnce(client)
        }
      },
    },
  },
  {
    rule: 'invitation-refused',
    does: 'invites a business that has signed',
    parts: { prepare: (client) => inviteOnce(client).then(() => undefined) },
  },
  {
    rule: 'invitation-unheard',
    does: 'does not subscribe to account_update',
    parts: { fields: ['message_template_status_update', 'messages', 'user_preferences'] },
  },
  {
    rule: 'token-not-fetched-after-signing',
    does: 'keeps the token from before the business signed',
    parts: {
      awaitSigning: async (client) => {
        await client.parts.fetchToken(client, client.setup.ids.business)
        await onboardingParts.awaitSigning(client)
      },
      onSigned: async () => undefined,
    },
    meets: { faults: [{ error: 'ad_account_not_granted', operation: 'getAdAccountInsights' }] },
  },
  {
    rule: 'statuses-unheard',
    does: 'does not subscribe to messages',
    parts: { fields: ['account_update', 'message_template_status_update', 'user_preferences'] },
  },
]
