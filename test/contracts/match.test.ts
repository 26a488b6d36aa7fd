import { describe, expect, test } from 'vitest'
import { contractsFor } from '../../contracts/match.ts'
import { instead, nearest } from '../../contracts/nearest.ts'
import { edgeOperations, operations } from '../../contracts/operations.ts'

describe('the contracts of a call', () => {
  test.each([
    ['GET', '/debug_token', ['debugToken']],
    ['GET', '/123/message_templates', ['getMessageTemplates']],
    ['POST', '/123/message_templates', ['createMessageTemplate']],
    ['DELETE', '/123/message_templates/', ['deleteMessageTemplates']],
    [
      'GET',
      '/123/insights',
      ['getAdAccountInsights', 'getCampaignInsights', 'getAdSetInsights', 'getAdInsights', 'getReportRunInsights'],
    ],
    ['GET', '/oauth/access_token', ['getAccessToken']],
    ['POST', '/debug_token', []],
    ['GET', '/123/nothing', []],
    ['GET', '/v24.0/123/message_templates', []],
    ['PUT', '/123', []],
    ['GET', '/', []],
    ['POST', '/', []],
  ])('%s %s: %j', (method, path, names) => {
    expect(contractsFor(method, path).map(({ name }) => name)).toEqual(names)
  })

  test('of a node are those of every type', () => {
    const reads = contractsFor('GET', '/123')
    expect(reads).toEqual(
      operations.filter(({ method, on, edge }) => method === 'GET' && on !== 'Graph' && edge === undefined),
    )
    expect(reads.length).toBeGreaterThan(10)
  })

  test('find every operation that stands on an edge', () => {
    const lost = edgeOperations.filter((contract) => {
      const { method, on, edge } = contract
      return !contractsFor(method, on === 'Graph' ? `/${edge}` : `/1${edge ? `/${edge}` : ''}`).includes(contract)
    })
    expect(lost).toEqual([])
  })
})

describe('the nearest spelling', () => {
  const known = ['messages', 'message_template', 'account_update']
  test.each([
    ['mesages', 'messages'],
    ['messagse', 'messages'],
    ['acount_updaet', 'account_update'],
    ['messages', 'messages'],
    ['zzz', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('of %j is %j', (word, expected) => {
    expect(nearest(word, known)).toBe(expected)
  })

  test('is offered, or all that there is', () => {
    expect(instead('mesages', known)).toBe('did you mean messages?')
    expect(instead('zzz', known)).toBe('allowed are messages, message_template, account_update')
    expect(instead('zzz', [])).toBe('there is none')
  })
})
