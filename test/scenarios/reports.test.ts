import { describe, expect, test } from 'vitest'
import { durationText, escaped, textBlock } from '../../contracts/report/html-text.ts'
import { coloured, plain } from '../../contracts/report/paint.ts'
import { htmlReport } from '../../scenarios/report/html.ts'
import { jsonReport } from '../../scenarios/report/json.ts'
import { junitReport } from '../../scenarios/report/junit.ts'
import { scenarioText, shown, summaryText } from '../../scenarios/report/terminal.ts'
import { type Outcome, type Played, type PlayedStep, type Verb, verdictOf } from '../../scenarios/result.ts'
import { need } from '../kit.ts'
import { read, withSteps } from './scenario-text.ts'

const scenario = { ...read(withSteps('  - wait: 1s')), title: 'A <try> & "more"', file: 'a/b.yaml' }
const START = Date.parse('2026-03-02T09:00:00Z')
const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString()

function step(say: string, verbs: readonly Verb[], outcome: Outcome, more: Partial<PlayedStep> = {}): PlayedStep {
  return { file: 'a/b.yaml', line: 4, say, verbs, at: iso(0), until: iso(0), webhooks: [], outcome, ...more }
}

const FAILURE: Outcome = {
  status: 'FAIL',
  why: 'the call was answered otherwise',
  differences: [
    { where: 'reply.id', expected: '1', actual: 1 },
    { where: '', expected: undefined, actual: { a: '</pre><script>alert(1)</script>' } },
  ],
  curl: `curl -X GET "$MMGRAPH_URL/v24.0/1" -d '<&>'`,
  reply: { status: 400, body: { error: { message: 'No\u0000 <b>' } } },
}
const AFTER: Outcome = { status: 'skip', why: 'a step before it failed' }
const webhooks = [{ at: START + 200, app: 'app', field: 'messages', value: { statuses: [{ status: 'sent' }] } }]
const good: Played = {
  scenario: { ...scenario, title: 'A good one' },
  steps: [
    step('It is sent', ['call'], { status: 'ok', curl: 'curl x', reply: { status: 200, body: 'plain' } }),
    step('It waits', ['wait'], { status: 'ok' }, { wait: '30d', until: iso(2_592_000), webhooks }),
    step('They write', ['happens'], { status: 'ok' }, { at: iso(2_592_000), until: iso(2_592_000) }),
  ],
}
const bad: Played = {
  scenario,
  steps: [step('It is sent', ['call'], FAILURE, { until: iso(90) }), step('And read', ['webhook'], AFTER)],
}
const broken: Played = {
  scenario: { ...scenario, title: 'A broken one' },
  steps: [],
  broken: 'a/b.yaml:1:2: {x} stands for nothing here',
}
const partly: Played = {
  scenario: { ...scenario, title: 'One on real Graph' },
  steps: [
    { file: 'a/b.yaml', line: 4, say: 'It is read', verbs: ['call'], webhooks: [], outcome: { status: 'ok' } },
    {
      file: 'a/b.yaml',
      line: 5,
      say: 'It waits',
      verbs: ['wait'],
      webhooks: [],
      outcome: { status: 'skip', why: 'wait: only an emulator can do that' },
    },
  ],
}
const skipped: Played = {
  scenario: { ...scenario, title: 'One that cannot be' },
  steps: need(partly.steps[1] && [partly.steps[1]]),
}
const all = [good, bad, broken, partly, skipped]

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')

describe('terminal', () => {
  test('a failure is told with all that is known of it', () => {
    expect(scenarioText(bad, plain)).toBe(`FAIL  A <try> & "more"  a/b.yaml
    FAIL  It is sent  a/b.yaml:4
          the call was answered otherwise
          reply.id
            expected  "1"
            actual    1
          the whole
            expected  nothing
            actual    {"a":"</pre><script>alert(1)</script>"}
          curl -X GET "$MMGRAPH_URL/v24.0/1" -d '<&>'
          the world's clock: 2026-03-02T09:01:30.000Z
    skip  And read  a/b.yaml:4`)
  })

  test('others in a line, or step by step', () => {
    expect(scenarioText(good, plain)).toBe('ok  A good one  a/b.yaml')
    expect(scenarioText(good, plain, true)).toBe(
      'ok  A good one  a/b.yaml\n    ok    It is sent  a/b.yaml:4\n    ok    It waits  a/b.yaml:4\n    ok    They write  a/b.yaml:4',
    )
    expect(scenarioText(broken, plain)).toBe(
      'broken  A broken one  a/b.yaml\n    a/b.yaml:1:2: {x} stands for nothing here',
    )
  })

  test('what was skipped is told with why, also where all else passed', () => {
    expect(scenarioText(partly, plain)).toBe(
      'ok  One on real Graph  a/b.yaml\n    ok    It is read  a/b.yaml:4\n    skip  It waits: wait: only an emulator can do that  a/b.yaml:5',
    )
  })

  test('a summary counts', () => {
    expect(summaryText(all, plain)).toBe('5 scenarios: 2 ok, 1 failed, 1 broken, 1 skipped')
    expect(summaryText([good], plain)).toBe('1 scenario: 1 ok')
    expect(summaryText([bad], plain, 3)).toBe('1 scenario: 0 ok, 1 failed, 3 more not played')
    expect(jsonReport([bad], 3)).toMatchObject({ notPlayed: 3 })
  })

  test('colours are there where they are wanted, and nowhere else', () => {
    const painted = scenarioText(bad, coloured)
    expect(painted).toContain('\u001b[31mFAIL\u001b[0m')
    expect(painted.replaceAll(ESCAPES, '')).toBe(scenarioText(bad, plain))
    expect(scenarioText(bad, plain)).not.toContain('\u001b')
  })

  test('a long value ends', () => {
    expect(shown('x'.repeat(1000))).toHaveLength(401)
  })
})

test('all mistakes of a file that is broken stand in each report', () => {
  const two = { ...broken, scenario: { file: 'b.yaml', title: 'b.yaml' }, broken: 'b.yaml:1:1: one\nb.yaml:2:1: <two>' }
  expect(scenarioText(two, plain)).toBe('broken  b.yaml\n    b.yaml:1:1: one\n    b.yaml:2:1: <two>')
  expect(junitReport([two])).toContain(
    '<error message="b.yaml:1:1: one">b.yaml:1:1: one\nb.yaml:2:1: &lt;two&gt;</error>',
  )
  expect(htmlReport([two])).toContain('<p class="why">b.yaml:2:1: &lt;two&gt;</p>')
})

test('what else helps stands below a failure', () => {
  const noted: Played = { scenario, steps: [step('It', ['webhook'], { ...FAILURE, notes: ['mmgraph remarked: <x>'] })] }
  expect(scenarioText(noted, plain)).toContain('\n          mmgraph remarked: <x>\n')
  expect(htmlReport([noted])).toContain('mmgraph remarked: &lt;x&gt;')
})

test('JSON has everything, and survives being written', () => {
  const report = jsonReport(all) as { scenarios: { verdict: string; steps: object[] }[] }
  expect(JSON.parse(JSON.stringify(report))).toMatchObject({
    version: 1,
    scenarios: [
      {
        title: 'A good one',
        verdict: 'ok',
        steps: [
          { file: 'a/b.yaml', line: 4, say: 'It is sent', verbs: ['call'], status: 'ok' },
          { wait: '30d', webhooks },
          {},
        ],
      },
      {
        file: 'a/b.yaml',
        verdict: 'FAIL',
        steps: [{ at: iso(0), until: iso(90), ...JSON.parse(JSON.stringify(FAILURE)) }, AFTER],
      },
      { verdict: 'broken', broken: broken.broken, steps: [] },
      { verdict: 'ok' },
      { verdict: 'skip' },
    ],
  })
})

const MARKUP = /<\?[^>]*\?>|<(\/?)([a-z][a-z0-9]*)(?:\s+[a-z-]+(?:="[^"<]*")?)*\s*(\/?)>|[^<]+/giy
const ENTITY = /&(?!(?:amp|lt|gt|quot|#39);)/

/** The elements of a text that is well-formed; anything else is an error. */
function elementsOf(text: string): string[] {
  const stack: string[] = []
  const found: string[] = []
  let end = 0
  for (const [whole, close, name, empty] of text.matchAll(MARKUP)) {
    end += whole.length
    if (!name) expect(whole).not.toMatch(ENTITY)
    else if (close) expect(stack.pop()).toBe(name)
    else found.push(name)
    if (name && !close && !empty) stack.push(name)
  }
  expect({ stack, rest: text.slice(end) }).toEqual({ stack: [], rest: '' })
  return found
}

describe('JUnit', () => {
  const report = junitReport(all)

  test('is XML with a suite for each scenario and a case for each step', () => {
    const elements = elementsOf(report)
    expect(elements[0]).toBe('testsuites')
    expect(elements.filter((name) => name === 'testsuite')).toHaveLength(5)
    expect(elements.filter((name) => name === 'testcase')).toHaveLength(3 + 2 + 1 + 2 + 1)
    expect(elements.filter((name) => name === 'failure')).toHaveLength(1)
    expect(elements.filter((name) => name === 'error')).toHaveLength(1)
    expect(elements.filter((name) => name === 'skipped')).toHaveLength(3)
  })

  test('counts, and tells a failure as the terminal does', () => {
    expect(report).toContain(
      '<testsuite name="A &lt;try&gt; &amp; &quot;more&quot;" file="a/b.yaml" tests="2" failures="1" skipped="1" errors="0">',
    )
    expect(report).toContain(
      '<testsuite name="A broken one" file="a/b.yaml" tests="1" failures="0" skipped="0" errors="1">',
    )
    expect(report).toContain('<testsuites tests="9" failures="1" skipped="3" errors="1">')
    expect(report).toContain('name="1. It is sent" file="a/b.yaml" line="4"')
    expect(report).toContain('<skipped message="wait: only an emulator can do that"/>')
    expect(report).toContain('actual    {&quot;a&quot;:&quot;&lt;/pre&gt;')
  })

  test('has nothing that XML may not have', () => {
    const odd = step('\u0000\u001b\ufffe\ud800 \u{1f600}', ['call'], { status: 'FAIL', why: '\u0007' })
    const text = junitReport([{ scenario, steps: [odd] }])
    expect(text).toContain('name="1. ???? \u{1f600}"')
    expect(() => elementsOf(text)).not.toThrow()
  })
})

describe('the HTML page', () => {
  const page = htmlReport(all)
  const [, body = ''] = page.split('<body>')
  const markup = body.replace(/<script>[\s\S]*?<\/script>/, '')

  test('is well-formed, and has nothing from anywhere else', () => {
    expect(() => elementsOf(`<body>${markup.replace('</html>', '')}`)).not.toThrow()
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).not.toMatch(/(?:src|href)="(?!#)|@import|url\(|https?:\/\//)
  })

  test('shows what is played as text', () => {
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(markup).toContain('A &lt;try&gt; &amp; &quot;more&quot;')
    expect(markup).toContain('&lt;/pre&gt;&lt;script&gt;alert(1)')
    expect(escaped(`<'"&>\u0000\u0085`)).toBe('&lt;&#39;&quot;&amp;&gt;��')
  })

  test('has an index with what failed first, and each row leads to its steps', () => {
    const titles = [...markup.matchAll(/<a href="#(s\d+)">([^<]*)<\/a>/g)].map(([, id, title]) => [id, title])
    expect(titles).toEqual([
      ['s1', 'A &lt;try&gt; &amp; &quot;more&quot;'],
      ['s2', 'A broken one'],
      ['s3', 'One that cannot be'],
      ['s4', 'A good one'],
      ['s5', 'One on real Graph'],
    ])
    for (const [id] of titles) expect(markup).toContain(`id="${id}"`)
    expect(markup).toContain('<h1>2 of 5 scenarios did not pass</h1>')
    expect(markup).toContain('<li class="FAIL"><strong>1</strong> failed</li>')
  })

  test('opens what failed and folds what passed', () => {
    expect(markup).toContain('<details class="scenario FAIL" id="s1" open>')
    expect(markup).toContain('<details class="scenario ok" id="s4">')
  })

  test('has both sides, the call, the answer and the clock of a failure', () => {
    const [, failing = ''] = /id="s1" open>([\s\S]*?)\n<\/details>\n<details class="scenario/.exec(markup) ?? []
    expect(failing).toContain('<h4>reply.id differs</h4>')
    expect(failing).toMatch(/<h5>expected<\/h5><pre [^>]*>&quot;1&quot;<\/pre>/)
    expect(failing).toMatch(/<h5>actual<\/h5><pre [^>]*>1<\/pre>/)
    expect(failing).toContain('curl -X GET &quot;$MMGRAPH_URL/v24.0/1&quot;')
    expect(failing).toContain('<h4>Answer: HTTP 400</h4>')
    expect(failing).toContain('2026-03-02T09:01:30.000Z')
  })

  test('has a time line of calls, happenings, waits and webhooks', () => {
    expect(markup).toContain(
      'aria-label="Time line: 1 call, 1 happening, 1 webhook in 30 d of the world&#39;s time; the steps below tell the same"',
    )
    const marks = [...markup.matchAll(/class="mark (\w+)( failed)?" style="left:([\d.]+)%" title="([^"]*)"/g)]
    expect(marks.map(([, lane, failed, , title]) => [lane, failed, title])).toEqual([
      ['call', ' failed', 'It is sent, 2026-03-02 09:00:00'],
      ['call', undefined, 'It is sent, 2026-03-02 09:00:00'],
      ['happens', undefined, 'They write, 2026-04-01 09:00:00'],
      ['webhook', undefined, 'messages, 2026-03-02 09:00:00'],
    ])
    expect(markup).toContain('<time datetime="2026-04-01T09:00:00.000Z" title="2026-04-01 09:00:00">+30 d</time>')
    expect(markup).toContain('<i>29 d 23 h</i>')
    expect(markup).toContain('<b>sent</b>')
  })

  test('without a clock has no time line', () => {
    const real = htmlReport([partly])
    expect(real).not.toContain('class="strip"')
    expect(real).not.toContain('<time')
    expect(real).toContain('wait: only an emulator can do that')
  })

  test('cuts what is very long', () => {
    const long = textBlock('x'.repeat(30_000), 'long')
    expect(long).toContain('\n… 10000 characters more')
    expect(long.length).toBeLessThan(21_000)
  })

  test('of a hundred scenarios is not large', () => {
    const many = Array.from({ length: 100 }, () => good)
    expect(htmlReport(many).length).toBeLessThan(400_000)
  })

  test.each([
    [0, '0 ms'],
    [1500, '1.5 s'],
    [60_000, '1 min'],
    [7_500_000, '2 h 5 min'],
    [2_592_005_000, '30 d 5 s'],
  ])('%i milliseconds are %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text)
  })
})

test('the journal of one that failed can be saved from the page, and nobody else’s', () => {
  const [failed, passed] = [all.find((one) => verdictOf(one) === 'FAIL'), all.find((one) => verdictOf(one) === 'ok')]
  const journal = '{"a":"<é>","b":"\'x\'"}\n'
  const page = htmlReport([
    { ...need(failed), journal },
    { ...need(passed), journal },
  ])
  const links = [...page.matchAll(/download="scenario.journal.json" href="data:[^,]+,([^"]+)"/g)]
  expect(links.map(([, text = '']) => decodeURIComponent(text.replaceAll('&#39;', "'")))).toEqual([journal])
  expect(htmlReport([{ ...need(failed), journal: `"${'x'.repeat(2_000_000)}"` }])).toContain(
    '--journals FOLDER writes it',
  )
})
