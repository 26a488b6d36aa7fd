import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { duties } from '../../contracts/duties.ts'
import type { Finding } from '../../contracts/finding.ts'
import { rules } from '../../contracts/rules.ts'
import { deviations } from '../verify/deviations.ts'
import { clientBugs } from './client-bugs.ts'
import { graphBugs } from './graph-bugs.ts'
import { receiverBugs } from './receiver-bugs.ts'
import { play } from './stage.ts'

const rulesIn = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))].sort()

describe('a healthy client', () => {
  test('does all of its week, and nothing is found: no error, no warning, no note', async () => {
    const { findings, client, calls, error } = await play()
    expect({ findings, error }).toEqual({ findings: [], error: undefined })
    expect(calls.filter((call) => !call.endsWith(' 200'))).toEqual([])
    const { stopped, unreachable, blocked, heldBack, campaigns, templates, files } = client.memory
    expect([...stopped].sort()).toEqual(['14165550108', '14165550112'])
    expect([...unreachable, ...blocked, ...heldBack.keys()]).toEqual(['14165550110', '14165550114', '14165550111'])
    expect({ sent: campaigns.size, templates: templates.size, files: files.size }).toEqual({
      sent: 33,
      templates: 33,
      files: 1,
    })
    for (const operation of [
      'getAccessToken',
      'getReportRunInsights',
      'getTemplateAnalytics',
      'sendMessage',
      'uploadImage',
    ])
      expect(calls).toContain(`${operation} 200`)
  })

  const conditions = clientBugs.flatMap(({ meets }) => (meets ? [[JSON.stringify(meets), meets] as const] : []))

  test.each([...new Map(conditions)])('gives no finding either when it meets %s', async (_, condition) => {
    expect((await play({}, condition)).findings).toEqual([])
  })

  test('gives none when answers of all kinds are lost or cut, and webhooks come twice and late', async () => {
    const faults = [
      { drop: 'after', operation: 'onboardPartnersToMMLite' },
      { truncate: true, operation: 'createSystemUserAccessToken' },
      { page: 503, operation: 'getMessageTemplates', times: 2 },
      { drop: 'before', operation: 'sendMarketingMessage' },
      { drop: 'after', operation: 'sendMarketingMessage' },
      { truncate: true, operation: 'sendMarketingMessage' },
      { error: 'template_syncing', operation: 'sendMarketingMessage', times: 2 },
      { error: 'insights_limit_reached', operation: 'getAdAccountInsights' },
      { error: 'service_unavailable', operation: 'getAdReportRun', times: 2 },
      { webhooks: 'duplicated', field: 'user_preferences' },
      { webhooks: 'delayed', by: '2m', field: 'messages', times: 5 },
      { webhooks: 'disordered', field: 'messages', times: 2 },
    ]
    const { findings, calls, error } = await play({}, { faults })
    expect({ findings, error }).toEqual({ findings: [], error: undefined })
    expect(calls.filter((call) => !call.endsWith(' 200')).length).toBeGreaterThan(9)
    expect(calls).toContain('onboardPartnersToMMLite 0')
  })
})

test.each(clientBugs)('a client that $does is found by $rule', async ({ rule, parts, meets, also = [] }) => {
  const { findings } = await play(parts, meets)
  expect(rulesIn(findings)).toEqual([rule, ...also].sort())
})

describe('the planted bugs', () => {
  const counts = [clientBugs.length, receiverBugs.length, Object.keys(deviations).length]

  test('are as many as the docs say', () => {
    const page = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
    const [, section = ''] = page('docs/contracts.md').split('## What the kit finds')
    expect([...section.matchAll(/\| (\d+) \|/g)].map(([, count]) => Number(count))).toEqual(counts)
    expect(page('CHANGELOG.md')).toContain(`\n- ${counts.reduce((sum, count) => sum + count)} planted bugs`)
  })

  test('are many, of three kinds, and each is listed once', () => {
    const names = {
      clients: clientBugs.map(({ rule }) => rule),
      receivers: receiverBugs.map(({ duty }) => duty),
      graphs: Object.keys(deviations),
    }
    for (const list of Object.values(names)) expect(new Set(list).size).toBe(list.length)
    expect(names.clients.length).toBeGreaterThanOrEqual(25)
    const all = Object.values(names).flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(40)
    const said = [...clientBugs, ...receiverBugs].map(({ does }) => does)
    expect(said.filter((does, at) => said.indexOf(does) !== at)).toEqual([])
  })

  test('break every rule, and every duty', () => {
    expect(clientBugs.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort())
    expect(receiverBugs.map(({ duty }) => duty).sort()).toEqual(duties.map(({ id }) => id).sort())
  })

  test('of a Graph are found in one way at least', () => {
    expect(new Set(graphBugs.map(({ name }) => name)).size).toBe(Object.keys(deviations).length)
  })
})
