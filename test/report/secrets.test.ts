import { describe, expect, test } from 'vitest'
import { hideNumbers } from '../../contracts/hide-numbers.ts'
import { hideInText, hideSecrets } from '../../contracts/report/hide-secrets.ts'
import { htmlReport } from '../../contracts/report/html.ts'
import { jsonReport } from '../../contracts/report/json.ts'
import { junitReport } from '../../contracts/report/junit.ts'
import { coloured } from '../../contracts/report/paint.ts'
import type { Report, ReportOptions } from '../../contracts/report/report.ts'
import { sarifReport } from '../../contracts/report/sarif.ts'
import { terminalReport } from '../../contracts/report/terminal.ts'
import { empty, finding } from './sample.ts'

/** What must never be read in a report, each as it may come. */
const PLANTED = {
  token: 'EAAJZBplanted0123456789abcdefXYZ',
  emulatorToken: 'EAAMMGRAPHplanted',
  appToken: '1234567890123456|plantedSecretPart',
  appSecret: '0123456789abcdef0123456789abcdef',
  proof: 'a1b2c3d4'.repeat(8),
  bearer: 'not-shaped-like-a-token-at-all',
  known: 'hunter2-planted',
  verifyToken: 'let-me-in-planted',
  number: '14165550100',
  spokenNumber: '+1 (416) 555-0101',
  wamid: 'wamid.HBgLMTQxNjU1NTAxMDAVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA',
}
const { verifyToken, bearer, ...bare } = PLANTED
const texts = [...Object.values(bare), `hub.verify_token=${verifyToken}`, `Authorization: Bearer ${bearer}`]

/** Every text of a report with one planted in it. */
function planted(text: string): Report {
  const says = `before ${text} after`
  const place = { file: says, line: 1, column: 1 }
  const one = finding({ where: says, problem: says, contract: says, place })
  return {
    ...empty,
    title: says,
    command: says,
    findings: [one],
    suppressed: [{ finding: one, reason: says }],
    checked: [{ what: says, count: 1 }],
    unchecked: [{ what: says, why: says }],
    exchanges: [
      {
        n: 1,
        at: 1_772_442_000_000,
        method: 'POST',
        path: `/${says}`,
        params: { [says]: says, access_token: 'planted-under-its-name', list: [says, 14165550100] },
        status: 200,
        reply: says,
      },
    ],
  }
}

const formats: Readonly<Record<string, (report: Report, options: ReportOptions) => string>> = {
  terminal: (report, options) => terminalReport(report, { ...options, paint: coloured, verbose: true }),
  JSON: (report, options) => JSON.stringify(jsonReport(report, options)),
  JUnit: junitReport,
  SARIF: (report, options) => JSON.stringify(sarifReport(report, options)),
  HTML: htmlReport,
}

describe.each(Object.entries(formats))('%s', (_, format) => {
  test.each(texts)('does not tell %s', (text) => {
    const told = format(planted(text), { secrets: [PLANTED.known] })
    expect(told).toContain('before')
    expect(told.toLowerCase()).not.toContain('planted')
    for (const secret of [...Object.values(PLANTED), '555-0101', '5550100', 'HBgLMTQxNjU1']) {
      expect(told).not.toContain(secret)
    }
  })
})

describe('phone numbers', () => {
  test.each([
    ['+14165550100', '…0100'],
    ['to 14165550100 it goes', 'to …0100 it goes'],
    ['+1 (416) 555-0100', '…0100'],
    ['(416) 555-0100', '…0100'],
    ['416.555.0100', '…0100'],
    ['+55 11 95555-0102', '…0102'],
    ['5550101', '…0101'],
    ['555-0101', '…0101'],
    ['/14165550100/messages', '/…0100/messages'],
    ['{"to":"4155550123"}', '{"to":"…0123"}'],
  ])('%s is told as %s', (text, told) => {
    expect(hideNumbers(text)).toBe(told)
  })

  test.each([
    '/v24.0/1065403522429220/messages',
    '2026-03-02T09:00:00.000Z',
    'HTTP 400, code 131049, subcode 2494055',
    '127.0.0.1:4020',
    'x0123456789abc',
    '12345',
    'v23.0 of 2025-05-29',
  ])('%s has none', (text) => {
    expect(hideNumbers(text)).toBe(text)
  })

  test('a text of digits alone does not make the search slow', () => {
    const begin = performance.now()
    for (const text of ['1 '.repeat(50_000), '+1'.repeat(50_000), '('.repeat(100_000), '5'.repeat(100_000)])
      hideNumbers(text)
    expect(performance.now() - begin).toBeLessThan(1000)
  })
})

test('what is given as a secret is hidden as it is and as it stands in a URL, but never a word so short that it is everywhere', () => {
  const report = { ...empty, title: 'a%20b+c%2Fd, a b+c/d and the' }
  expect(hideSecrets(report, ['a b+c/d', 'the', '']).title).toBe('a%20b+c%2Fd, (secret) and the')
  expect(hideSecrets({ ...empty, title: 'x=a%20b%2Bc%2Fd' }, ['a b+c/d']).title).toBe('x=(secret)')
})

test('of two secrets of which one begins the other nothing is left, in whatever order they are given', () => {
  const told = (...secrets: string[]) => hideSecrets({ ...empty, title: 'with abcdef or abcdefgh' }, secrets).title
  expect(told('abcdef', 'abcdefgh')).toBe('with (secret) or (secret)')
  expect(told('abcdefgh', 'abcdef')).toBe('with (secret) or (secret)')
})

test('a text alone is cleaned, and what introduces a secret stays', () => {
  expect(hideInText(`curl -H 'Authorization: Bearer ${bearer}' /14165550100`)).toBe(
    "curl -H 'Authorization: Bearer (secret)' /…0100",
  )
})

test('what is no secret stays as it is', () => {
  const report: Report = {
    ...empty,
    findings: [finding({ exchanges: [1, 1_400_000_000_0] })],
    title: 'a token of a user; code 190',
    exchanges: [{ n: 1, at: 1, method: 'GET', path: '/1', params: {}, status: 200, reply: { gone: null } }],
  }
  expect(hideSecrets(report)).toEqual(report)
})
