import { call, callParts, rest } from './calls.ts'
import { metricParts, readMetrics } from './metrics.ts'
import { onboard, onboardingParts } from './onboarding.ts'
import type { Client, Parts, Setup } from './parts.ts'
import { campaign, sendParts } from './sends.ts'
import { AUTUMN, readyTemplate, templateParts } from './templates.ts'
import { webhookParts } from './webhooks.ts'

export const healthy: Parts = {
  ...callParts,
  ...onboardingParts,
  ...templateParts,
  ...sendParts,
  ...metricParts,
  ...webhookParts,
  // Once a day, as Meta asks.
  prepare: async (client) => {
    const params = { input_token: client.memory.token }
    await call(client, { method: 'GET', path: '/debug_token', params, as: 'app' })
  },
}

export function clientOf(setup: Setup, parts: Partial<Parts> = {}): Client {
  const memory = {
    inbox: [],
    known: new Set<string>(),
    signed: new Set<string>(),
    templates: new Map<string, string>(),
    statuses: new Map<string, string>(),
    stopped: new Set<string>(),
    unreachable: new Set<string>(),
    blocked: new Set<string>(),
    heldBack: new Map<string, number>(),
    campaigns: new Set<string>(),
    files: new Map<string, string>(),
    adAccount: '',
    token: '',
    sent: 0,
  }
  return { setup, parts: { ...healthy, ...parts }, memory }
}

const minute = 60 * 1000
const day = 24 * 60 * minute

/** A week at a partner: a client is onboarded, gets three campaigns, and is told what came of them. */
export async function aWeek(client: Client): Promise<void> {
  await onboard(client)
  await readyTemplate(client)
  await client.parts.prepare(client)
  await campaign(client, AUTUMN.name)
  await rest(client, 30 * minute)
  await campaign(client, 'spring_sale')
  await rest(client, 2 * day)
  await campaign(client, 'spring_sale')
  await rest(client, day)
  await readMetrics(client)
}
