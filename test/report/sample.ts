import type { Finding } from '../../contracts/finding.ts'
import type { Report, RuleTexts } from '../../contracts/report/report.ts'

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'token-in-url',
    severity: 'error',
    side: 'caller',
    where: 'POST /{phone}/messages',
    problem: 'the token came in the URL; send it in the header Authorization',
    contract: 'sendMessage',
    source: 'guide: Eligible end business',
    ...more,
  }
}

export const rules: RuleTexts = new Map([
  [
    'token-in-url',
    {
      title: 'A token in the URL',
      explains: 'URLs are kept in logs of proxies and of servers. Whoever reads them has the token.',
      mend: 'Send it in the header Authorization.',
      assumes: 'That logs are kept.',
    },
  ],
  ['read-less', { title: 'More is read than is used', explains: 'Name the `fields` that you use.' }],
])

const exchange = { n: 3, at: 1_772_442_000_000, method: 'POST', path: '/1065403522429220/messages' }

/** A report with something of everything. */
export const report: Report = {
  title: 'npm test',
  command: 'mmgraph check',
  findings: [
    finding({ exchanges: [3] }),
    finding({
      severity: 'note',
      rule: 'read-less',
      where: '/fields',
      problem: 'name is never used',
      exchanges: [4, 5],
    }),
    finding({ where: 'POST /{phone}/marketing_messages', contract: 'sendMarketingMessage', exchanges: [3, 9] }),
    finding({ severity: 'warning', rule: 'a-rule-without-text', problem: '<b>&"\u0000', source: 'capture-waba-info' }),
  ],
  suppressed: [
    { finding: finding({ contract: 'debugToken', where: '' }), reason: 'the token is of a test & goes <away>' },
  ],
  checked: [
    { what: 'sendMessage', count: 12, side: 'caller' },
    { what: 'messages', count: 1 },
  ],
  unchecked: [{ what: 'account_update', why: 'no such webhook was posted' }],
  exchanges: [
    { ...exchange, params: { to: '+14165550100' }, status: 400, reply: { error: { message: 'No', code: 100 } } },
  ],
}

/** Of one that found nothing, and left nothing out. */
export const empty: Report = { title: 'npm test', findings: [], suppressed: [], checked: [], unchecked: [] }
