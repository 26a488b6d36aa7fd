import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { htmlReport } from '../../contracts/report/html.ts'
import { jsonReport } from '../../contracts/report/json.ts'
import { reportSchema } from '../../contracts/report/json-schema.ts'
import { junitReport } from '../../contracts/report/junit.ts'
import { coloured, plain } from '../../contracts/report/paint.ts'
import { exchangesText, terminalReport } from '../../contracts/report/terminal.ts'
import { need } from '../kit.ts'
import { empty, finding, report, rules } from './sample.ts'

describe('terminal', () => {
  test('tells what is wrong, the worst first, what was let pass, and what was not checked', () => {
    expect(terminalReport(report, { paint: plain, rules })).toBe(`npm test

error  token-in-url  A token in the URL
    POST /{phone}/messages: the token came in the URL; send it in the header Authorization
        caller, sendMessage, exchange 3
    POST /{phone}/marketing_messages: the token came in the URL; send it in the header Authorization
        caller, sendMarketingMessage, exchanges 3, 9
    Onboard business customers (Marketing Messages API for WhatsApp), Eligible end business (2025-12) https://developers.facebook.com/docs/whatsapp/marketing-messages-api-for-whatsapp/onboard-business-customers

warning  a-rule-without-text
    POST /{phone}/messages: <b>&"\u0000
        caller, sendMessage
    Recorded fields of a WABA (2026)

note  read-less  More is read than is used
    /fields: name is never used
        caller, sendMessage, exchanges 4, 5
    Onboard business customers (Marketing Messages API for WhatsApp), Eligible end business (2025-12) https://developers.facebook.com/docs/whatsapp/marketing-messages-api-for-whatsapp/onboard-business-customers

suppressed
    token-in-url, the whole: the token is of a test & goes <away>

checked
    2 things, 13 times in all

not checked
    account_update: no such webhook was posted

4 findings: 2 errors, 1 warning, 1 note; 1 suppressed`)
  })

  test('tells all when all is wanted', () => {
    const many = { ...report, findings: Array.from({ length: 7 }, (_, at) => finding({ where: `/place/${at}` })) }
    const short = terminalReport(many, { paint: plain, rules })
    expect(short).toContain('    … and 2 more; --verbose tells all')
    expect(short).not.toContain('/place/5')
    const long = terminalReport(many, { paint: plain, rules, verbose: true })
    expect(long).toContain('/place/6')
    expect(long).toMatch(
      /URLs are kept in logs.+\n {4}Send it in the header Authorization\.\n {4}Assumed: That logs are kept\./,
    )
    expect(long).toContain('    sendMessage: 12 times\n    messages: 1 time\n')
  })

  test('says nothing where there is nothing', () => {
    expect(terminalReport(empty, { paint: plain })).toBe(
      'npm test\n\nchecked\n    nothing\n\nnot checked\n    nothing\n\nnothing was checked',
    )
  })

  test('has good news only where something was looked at', () => {
    const kept = { ...empty, checked: [{ what: 'sendMessage', count: 1 }] }
    expect(terminalReport(kept, { paint: plain })).toMatch(/\nno findings$/)
    expect(htmlReport(kept)).toContain('<h1>No findings</h1>')
    expect(htmlReport(kept)).toContain('<p class="none ok">Nothing was found.</p>')
    expect(htmlReport(empty)).toContain('<p class="none ">Nothing was found.</p>')
  })

  test('counts only what there is', () => {
    expect(terminalReport({ ...empty, findings: [finding()] }, { paint: plain })).toMatch(/\n1 finding: 1 error$/)
  })

  test.each([
    [[3], 'exchange 3'],
    [[1, 2, 3, 4, 5, 6, 7, 8], 'exchanges 1, 2, 3, 4, 5, 6, 7, 8'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 'exchanges 1, 2, 3, 4, 5, 6, 7, 8 and 1 more'],
  ])('of the exchanges %j tells %s', (numbers, text) => {
    expect(exchangesText(numbers)).toBe(text)
  })

  test('colours by weight', () => {
    const text = terminalReport(report, { paint: coloured, rules })
    expect(text).toContain('\u001b[31merror\u001b[0m  token-in-url')
    expect(text).toContain('\u001b[33mwarning\u001b[0m')
  })
})

describe('JSON', () => {
  const validate = new Ajv({ strict: false }).compile(reportSchema)

  test.each([
    ['a full report', report],
    ['an empty one', empty],
  ])('of %s fits its schema, also when it was written and read', (_, one) => {
    const written = JSON.parse(JSON.stringify(jsonReport(one, { rules })))
    expect(validate(written) || validate.errors).toBe(true)
  })

  test('spells out sources and the rules that are named', () => {
    const { rules: told, findings, counts } = jsonReport(report, { rules })
    expect(counts).toEqual({ error: 2, warning: 1, note: 1, suppressed: 1 })
    expect(told.map(({ id }) => id)).toEqual(['token-in-url', 'read-less', 'a-rule-without-text'])
    expect(told[0]).toMatchObject({ mend: 'Send it in the header Authorization.', assumes: 'That logs are kept.' })
    expect(told[2]).toEqual({ id: 'a-rule-without-text' })
    expect(findings[0]?.source).toEqual({
      citation: 'guide: Eligible end business',
      title: 'Onboard business customers (Marketing Messages API for WhatsApp)',
      date: '2025-12',
      url: expect.stringMatching(/^https:/),
      place: 'Eligible end business',
    })
  })
})

describe('JUnit', () => {
  test('has a suite a contract: errors fail, the rest passes or is skipped', () => {
    const source =
      'Onboard business customers (Marketing Messages API for WhatsApp), Eligible end business (2025-12) https://developers.facebook.com/docs/whatsapp/marketing-messages-api-for-whatsapp/onboard-business-customers'
    const problem = 'the token came in the URL; send it in the header Authorization'
    expect(junitReport(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="npm test" tests="7" failures="2" skipped="2" errors="0">
  <testsuite name="sendMessage" tests="3" failures="1" skipped="0" errors="0">
    <testcase classname="sendMessage" name="token-in-url: POST /{phone}/messages"><failure type="token-in-url" message="${problem}">${problem}
caller, exchange 3
${source}</failure></testcase>
    <testcase classname="sendMessage" name="read-less: /fields"><system-out>note: name is never used
caller, exchanges 4, 5
${source}</system-out></testcase>
    <testcase classname="sendMessage" name="a-rule-without-text: POST /{phone}/messages"><system-out>warning: &lt;b&gt;&amp;&quot;?
caller
Recorded fields of a WABA (2026)</system-out></testcase>
  </testsuite>
  <testsuite name="sendMarketingMessage" tests="1" failures="1" skipped="0" errors="0">
    <testcase classname="sendMarketingMessage" name="token-in-url: POST /{phone}/marketing_messages"><failure type="token-in-url" message="${problem}">${problem}
caller, exchanges 3, 9
${source}</failure></testcase>
  </testsuite>
  <testsuite name="debugToken" tests="1" failures="0" skipped="1" errors="0">
    <testcase classname="debugToken" name="token-in-url"><skipped message="suppressed: the token is of a test &amp; goes &lt;away&gt;">${problem}</skipped></testcase>
  </testsuite>
  <testsuite name="messages" tests="1" failures="0" skipped="0" errors="0">
    <testcase classname="messages" name="keeps its contract"><system-out>met 1 time</system-out></testcase>
  </testsuite>
  <testsuite name="not checked" tests="1" failures="0" skipped="1" errors="0">
    <testcase classname="not checked" name="account_update"><skipped message="no such webhook was posted"/></testcase>
  </testsuite>
</testsuites>
`)
  })

  test('fails on lighter findings where the command does', () => {
    expect(junitReport(report, { failOn: 'warning' })).toContain('tests="7" failures="3"')
    expect(junitReport(report, { failOn: 'note' })).toContain('tests="7" failures="4"')
  })

  test('a contract of which only lighter things are found is kept', () => {
    const light = { ...empty, findings: [finding({ severity: 'note' })], checked: [{ what: 'sendMessage', count: 2 }] }
    const kept = '<testcase classname="sendMessage" name="keeps its contract"><system-out>met 2 times</system-out>'
    expect(junitReport(light)).toContain(kept)
    expect(junitReport(light, { failOn: 'note' })).not.toContain(kept)
  })

  test('tells what is found twice in one place in one case', () => {
    const twice = { ...empty, findings: [finding({ problem: 'one' }), finding({ problem: 'two' })] }
    expect(junitReport(twice)).toContain('tests="1" failures="1"')
    expect(junitReport(twice)).toMatch(/>one\n[\s\S]*\n\ntwo\n/)
  })
})

describe('HTML', () => {
  test('needs nothing from anywhere, and every tag that opens closes', () => {
    const page = htmlReport(report, { rules })
    expect(page).not.toMatch(/<link|<img|src=|@import|url\(/)
    const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0
    for (const tag of ['details', 'summary', 'section', 'ul', 'li', 'p', 'code', 'h3', 'span', 'div', 'pre']) {
      expect([tag, count(new RegExp(`<${tag}[ >]`, 'g'))]).toEqual([tag, count(new RegExp(`</${tag}>`, 'g'))])
    }
  })

  test('tells what is wrong with why, the source with its day, and the exchange', () => {
    const page = htmlReport(report, { rules })
    expect(page).toContain('<h1>2 errors, 1 warning, 1 note</h1>')
    expect(page).toContain('URLs are kept in logs')
    expect(page).toContain('<p class="explains">Send it in the header Authorization.</p>')
    expect(page).toMatch(
      /<a href="https:[^"]+onboard-business-customers" rel="noreferrer">Onboard[^<]+<\/a>, Eligible end business \(2025-12\)/,
    )
    expect(page).toContain('exchanges <a href="#x3">3</a>, 9')
    expect(page).toContain('<details class="card" id="x3">')
    expect(page).toContain('&lt;b&gt;&amp;&quot;�')
    expect(page.indexOf('token-in-url')).toBeLessThan(page.indexOf('a-rule-without-text'))
    expect(page.indexOf('a-rule-without-text')).toBeLessThan(page.indexOf('read-less'))
  })

  test('tells what was let pass, what was checked and what was not', () => {
    const page = htmlReport(report, { rules })
    expect(page).toContain('Reason: the token is of a test &amp; goes &lt;away&gt;')
    expect(page).toContain('<li>account_update<p class="soft">no such webhook was posted</p></li>')
    expect(page).toContain('<span>sendMessage</span><span class="count">12 times</span>')
  })

  test('counts each kind with its word', () => {
    const one = htmlReport({
      ...empty,
      findings: (['error', 'warning', 'note'] as const).map((severity) => finding({ severity })),
    })
    for (const word of ['error', 'warning', 'note']) expect(one).toContain(`<strong>1</strong> ${word}</li>`)
    expect(htmlReport(report)).toContain('<strong>2</strong> errors</li>')
  })

  test('lists what was let pass and what was not checked, one beside the other', () => {
    const [one] = report.suppressed
    const [left] = report.unchecked
    const page = htmlReport({ ...report, suppressed: [need(one), need(one)], unchecked: [need(left), need(left)] })
    expect(page.match(/<\/li><li><code>token-in-url/g)).toHaveLength(1)
    expect(page.match(/<\/li><li>account_update/g)).toHaveLength(1)
  })

  test('says so where there is nothing', () => {
    const none = htmlReport(empty)
    for (const text of [
      '<h1>Nothing was checked</h1>',
      'Nothing was found.',
      'Nothing was checked.',
      'Nothing was suppressed.',
    ]) {
      expect(none).toContain(text)
    }
  })

  test('of thousands of findings tells the first', () => {
    const many = { ...empty, findings: Array.from({ length: 3000 }, (_, at) => finding({ where: `/${at}` })) }
    expect(htmlReport(many)).toContain('… and 2900 more')
    expect(htmlReport(many).length).toBeLessThan(100_000)
  })
})
