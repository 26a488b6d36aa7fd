import { describe, expect, test } from 'vitest'
import { operations } from '../../contracts/operations.ts'
import { verify } from '../../emulator/verify/verify.ts'
import { need } from '../kit.ts'
import { fakeGraph, options } from './fake-graph.ts'

const writing = (testAccount: string | undefined) => ({ ...options, allowed: { writes: true, testAccount } })

describe('on a real Graph', () => {
  test('only reads are made, of those that may be tried there, and all else is told with why', async () => {
    const graph = fakeGraph()
    const { findings, checked, unchecked } = await verify(graph, options)
    expect(findings).toEqual([])
    expect(graph.calls.filter((call) => !call.startsWith('GET '))).toEqual([])
    const told = [...checked, ...unchecked].map(({ what }) => what)
    expect(operations.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([])
    const why = Object.fromEntries(unchecked.map((one) => [one.what, one.why]))
    expect(why).toMatchObject({
      sendMessage: 'it changes data; --allow-writes with --test-account lets it',
      revokeToken: 'its contract does not say that it may be tried on a real Graph',
      getOBOMobilityIntent: '{intent} is not known; --set intent=… names it',
      retrieveMediaUrl: '{media} is not known; --set media=… names it',
    })
  })

  test('what is not named is found by lists, as far as it is there', async () => {
    const { names } = fakeGraph()
    const graph = fakeGraph(undefined, { names: { client: need(names.client), app: need(names.app) } })
    const { checked } = await verify(graph, options)
    const what = checked.map((one) => one.what)
    for (const name of ['getPhoneNumberById', 'getTemplateByIdDefaultFields', 'getAd', 'getAdInsights']) {
      expect(what).toContain(name)
    }
  })

  test('without a token a trial is told with the token that is missing', async () => {
    const graph = fakeGraph(undefined, { tokens: {}, secrets: {} })
    const { unchecked, findings } = await verify(graph, options)
    expect(findings).toEqual([])
    expect(graph.calls).toEqual([])
    expect(unchecked).toContainEqual({
      what: 'getAd',
      why: 'there is no token client_business; --token client_business=… or --env gives it',
    })
  })

  test('writes need the account that is there for tests, and stay in it', async () => {
    const without = fakeGraph()
    await verify(without, writing(undefined))
    expect(without.calls.filter((call) => !call.startsWith('GET '))).toEqual([])
    const other = fakeGraph()
    await verify(other, writing('1'))
    expect(other.calls.filter((call) => !call.startsWith('GET '))).toEqual([])

    const graph = fakeGraph()
    const account = need(graph.names.waba)
    const { findings, checked, unchecked } = await verify(graph, writing(account))
    expect(findings).toEqual([])
    const what = checked.map((one) => one.what)
    for (const name of ['createMessageTemplate', 'sendMarketingMessage', 'uploadImage', 'deleteMedia']) {
      expect(what).toContain(name)
    }
    const writes = graph.calls.filter((call) => !call.startsWith('GET '))
    expect(writes.some((call) => call.includes(need(graph.names.app)))).toBe(false)
    expect(unchecked).toContainEqual({
      what: 'createUploadSession',
      why: '/{app}/uploads was not found in the account that is there for tests',
    })
    for (const name of ['updateCampaign', 'deregisterPhoneNumber', 'deleteUserPermissions'])
      expect(what).not.toContain(name)
  })

  test('an address of another host that an answer gives gets no token', async () => {
    const graph = fakeGraph(({ reply }) =>
      reply.paging?.next
        ? { reply: { ...reply, paging: { ...reply.paging, next: 'https://evil.example/next' } } }
        : undefined,
    )
    const seen: string[] = []
    const fetch: typeof graph.fetch = (url, init) => {
      seen.push(new URL(url).host)
      return graph.fetch(url, init)
    }
    await verify({ ...graph, fetch }, { ...options, only: new Set(['getCampaigns', 'getAds']) })
    expect([...new Set(seen)]).toEqual(['127.0.0.1'])
  })

  test('what Graph tells of tokens, secrets and numbers stands in no report', async () => {
    const { secrets_, names } = fakeGraph()
    const leak = `${secrets_.join(' ')} EAABwzLixnjYBO1234567890 +1 (416) 555-0199 14165550100 ${names.phone}`
    const graph = fakeGraph(({ status, reply, path }) => {
      if (status !== 200) return { reply: { error: { ...reply.error, message: leak } } }
      return path.endsWith('/settings')
        ? { reply: { ...reply, [leak]: leak }, headers: { 'x-fb-trace-id': leak } }
        : undefined
    })
    const report = await verify(graph, options)
    const text = JSON.stringify(report)
    expect(report.findings.length).toBeGreaterThan(10)
    for (const secret of [...secrets_, 'EAABwz', '555-0199', '14165550100', names.phone])
      expect(text).not.toContain(secret)
    expect(text).toContain('…0199')
    expect(text).toContain('{recipient}')
  })

  test('an answer that breaks off is a finding, and the rest is verified', async () => {
    const graph = fakeGraph()
    const fetch: typeof graph.fetch = (url, init) =>
      url.endsWith('/settings')
        ? Promise.reject(new TypeError('terminated', { cause: new Error('other side closed') }))
        : graph.fetch(url, init)
    const { findings, checked } = await verify({ ...graph, fetch }, options)
    expect(findings.map(({ rule, contract }) => `${rule} ${contract}`)).toEqual([
      'call-is-answered getPhoneNumberSettings',
    ])
    expect(checked.map(({ what }) => what)).toContain('getAd')
  })
})
