import { describe, expect, test } from 'vitest'
import { read, refusalOf, withSteps } from './scenario-text.ts'

const STEP = '  - wait: 1s\n'
const whole = withSteps(STEP)

test('a scenario is read with all that it says', () => {
  const { steps, ...scenario } = read(`version: 1
title: A try
about: More of it
covers: [a sentence]
world: ready-to-send
change: { title: Another }
rulings: { insights-regions: counted }
hears: { app: [messages] }
variables: { much: 3 }
steps:
  - { say: It waits, wait: 2h }
`)
  expect(scenario).toMatchObject({
    file: 'it.yaml',
    title: 'A try',
    covers: ['a sentence'],
    world: 'ready-to-send',
    change: { title: 'Another' },
    hears: { app: ['messages'] },
    variables: { much: 3 },
  })
  expect(steps).toMatchObject([{ say: 'It waits', wait: '2h', webhooks: [] }])
})

test('JSON is read, too', () => {
  const text = JSON.stringify({ $schema: './x.json', title: 'A try', world: 'ready-to-send', steps: [{ wait: '1s' }] })
  expect(read(text).steps).toHaveLength(1)
})

describe('include', () => {
  const opening = `title: An opening
world: tech-provider
variables: { one: 1, two: 2 }
hears: { app: [messages] }
steps: [{ wait: 1s }]`

  test('puts the steps of others first, and what they say counts where the file says nothing', () => {
    const scenario = read('title: A try\ninclude: in/opening.yaml\nvariables: { two: 3 }\nsteps: [{ wait: 2s }]', {
      'in/opening.yaml': opening,
    })
    expect(scenario).toMatchObject({
      title: 'A try',
      world: 'tech-provider',
      variables: { one: 1, two: 3 },
      hears: { app: ['messages'] },
    })
    expect(scenario.steps.map(({ wait }) => wait)).toEqual(['1s', '2s'])
  })

  test('may be a list, and its paths are meant from the file that has them', () => {
    const scenario = read('title: A try\ninclude: [a/one.yaml, opening.yaml]\nsteps: [{ wait: 3s }]', {
      'a/one.yaml': 'title: One\ninclude: ../b/two.yaml\nsteps: [{ wait: 5s }]',
      'b/two.yaml': 'title: Two\nsteps: [{ wait: 4s }]',
      'opening.yaml': opening,
    })
    expect(scenario.steps.map(({ wait }) => wait)).toEqual(['4s', '5s', '1s', '3s'])
  })

  test('what is wrong in an included file is told of that file', () => {
    expect(
      refusalOf('title: A try\ninclude: opening.yaml\nsteps: [{ wait: 3s }]', {
        'opening.yaml': opening.replace('1s', 'soon'),
      }),
    ).toBe('opening.yaml:5:17: wait must be a duration: examples are 500ms, 30s, 10m, 2h, 7d; found "soon"')
  })

  test.each([
    ['a file that includes itself', {}, 'it.yaml', 'it.yaml:2:10: it includes itself: it.yaml -> it.yaml'],
    [
      'files that include each other',
      {
        'b.yaml': 'title: B\ninclude: c.yaml\nsteps: [{ wait: 1s }]',
        'c.yaml': 'title: C\ninclude: [b.yaml]\nsteps: [{ wait: 1s }]',
      },
      'b.yaml',
      'c.yaml:2:11: it includes itself: b.yaml -> c.yaml -> b.yaml',
    ],
    ['a file that is not there', {}, 'x.yaml', 'it.yaml:2:10: there is no x.yaml'],
  ])('%s', (_, others, include, message) => {
    expect(refusalOf(`title: A try\ninclude: ${include}\nworld: ready-to-send\nsteps: [{ wait: 1s }]`, others)).toBe(
      message,
    )
  })
})

describe('a world file', () => {
  test('is read from beside the scenario', () => {
    const scenario = read('title: A try\nworld: worlds/mine.json\nsteps: [{ wait: 1s }]', {
      'worlds/mine.json': '{"title": "Mine", "businesses": {}}',
    })
    expect(scenario.world).toEqual({ title: 'Mine', businesses: {} })
  })

  test.each([
    ['that is not there', {}, 'it.yaml:2:8: mine.json cannot be read: there is no mine.json'],
    ['that is a list', { 'mine.json': '[]' }, 'mine.json:1:1: a world is a map of keys and values'],
    ['that is no JSON', { 'mine.json': '{"title": ' }, 'mine.json:1:11: Flow map must end with a }'],
  ])('%s', (_, others, message) => {
    expect(refusalOf('title: A try\nworld: mine.json\nsteps: [{ wait: 1s }]', others)).toContain(message)
  })
})

const ALL_STEP_KEYS = /^it\.yaml:4:5: 'zzzzzzzzz' is no key here; allowed are say, call, /

describe('a file that is no scenario is refused', () => {
  test.each([
    ['nothing', '', 'it.yaml:1:1: a scenario is a map with title, world and steps; this file has none of it'],
    [
      'comments alone',
      '# a try\n',
      'it.yaml:1:1: a scenario is a map with title, world and steps; this file has none of it',
    ],
    ['a list', '- 1', 'it.yaml:1:1: a scenario is a map with title, world and steps; this is a list'],
    ['a text', 'hello', 'it.yaml:1:1: a scenario is a map with title, world and steps; this is "hello"'],
    ['no title', 'world: ready-to-send\nsteps: [{ wait: 1s }]', 'it.yaml:1:1: the key title is missing'],
    ['no steps', 'title: A try\nworld: ready-to-send', 'it.yaml:1:1: the key steps is missing'],
    [
      'steps that are none',
      'title: A try\nworld: ready-to-send\nsteps: []',
      'it.yaml:3:8: steps must have an item; found []',
    ],
    [
      'no world',
      'title: A try\nsteps: [{ wait: 1s }]',
      'it.yaml:1:1: it has no world: name one that ships, like ready-to-send',
    ],
    [
      'YAML that is none',
      'title: [A try\nworld: x',
      'it.yaml:2:1: a { or [ above is not closed; in {} and [] a text with {, }, [, ] or a comma needs quotes',
    ],
    ['a key twice', `title: Another\n${whole}`, 'it.yaml:2:1: the key title stands twice: in line 1 and in line 2'],
    ['a version that is to come', `version: 2\n${whole}`, 'it.yaml:1:10: version must be 1; found 2'],
    ['a title of the wrong type', whole.replace('A try', '[1]'), 'it.yaml:1:8: title must be a text; found [1]'],
    ['steps of the wrong type', 'title: A try\nworld: x\nsteps: 5', 'it.yaml:3:8: steps must be a list; found 5'],
    [
      'a step that is a text',
      withSteps('  - call'),
      'it.yaml:4:5: item 1 of steps must be a map of keys and values; found "call"',
    ],
    [
      'a key that is misspelled',
      whole.replace('world', 'wrold'),
      "it.yaml:2:1: 'wrold' is no key here; did you mean world?",
    ],
    [
      'a verb that is misspelled',
      withSteps('  - hapens: x'),
      "it.yaml:4:5: 'hapens' is no key here; did you mean happens?",
    ],
    [
      'a key of expect',
      withSteps('  - { call: GET /1, expect: { eror: x } }'),
      "it.yaml:4:31: 'eror' is no key here; did you mean error?",
    ],
    [
      'a key of a webhook',
      withSteps('  - webhook: { feild: x }'),
      "it.yaml:4:16: 'feild' is no key here; did you mean field?",
    ],
    [
      'a key of a fault',
      withSteps('  - fault: { eror: x }'),
      "it.yaml:4:14: 'eror' is no key here; did you mean error?",
    ],
    [
      'a variable whose name is none',
      `variables: { A-b: 1 }\n${whole}`,
      "it.yaml:1:14: 'A-b' is no name; a name has small letters, digits and _, and begins with a letter",
    ],
    [
      'no verb',
      withSteps('  - say: Nothing'),
      'it.yaml:4:5: a step needs a verb; those are call, happens, wait, webhook, fault',
    ],
    [
      'two verbs that are two steps',
      withSteps('  - { call: GET /1, happens: x }'),
      'it.yaml:4:21: call and happens are two steps',
    ],
    ['a body without a call', withSteps('  - { wait: 1s, body: {} }'), 'it.yaml:4:17: body goes with call'],
    ['a token without a call', withSteps('  - { wait: 1s, as: me }'), 'it.yaml:4:17: as goes with call'],
    ['with without happens', withSteps('  - { wait: 1s, with: {} }'), 'it.yaml:4:17: with goes with happens'],
    [
      'expect without either',
      withSteps('  - { wait: 1s, expect: {} }'),
      'it.yaml:4:17: expect goes with call or happens',
    ],
    [
      'what only happenings answer',
      withSteps('  - { call: GET /1, expect: { refused: x } }'),
      'it.yaml:4:31: refused is not for a call',
    ],
    [
      'what only calls answer',
      withSteps('  - { happens: x, expect: { status: 200 } }'),
      'it.yaml:4:29: status is not for a happening',
    ],
    [
      'an error and a status that it never has',
      withSteps('  - { call: GET /1, expect: { error: service_unavailable, status: 409 } }'),
      'it.yaml:4:67: service_unavailable is always 503',
    ],
    [
      'an error that has two statuses, and a third',
      withSteps('  - { call: GET /1, expect: { error: token_expired, status: 403 } }'),
      'it.yaml:4:61: token_expired is 401 or 400',
    ],
    [
      'the code of an error',
      withSteps('  - { call: GET /1, expect: { error: 131049 } }'),
      'it.yaml:4:38: an error is named, not numbered; those with 131049: ecosystem_limit_reached',
    ],
    [
      'a code in quotes',
      withSteps('  - { call: GET /1, expect: { error: "131049" } }'),
      'it.yaml:4:38: an error is named, not numbered; those with 131049: ecosystem_limit_reached',
    ],
    [
      'a code that no error has',
      withSteps('  - { call: GET /1, expect: { error: 987654 } }'),
      'it.yaml:4:38: an error is named; none of the catalogue has the code 987654: see docs/errors.md',
    ],
    [
      'a version in a path',
      withSteps('  - call: GET /v23.0/{phone}'),
      'it.yaml:4:11: the version goes into version: call /{phone} with version: v23.0',
    ],
    [
      'a mark with a space',
      withSteps('  - { call: GET /1, expect: { reply: { id: <trace id> } } }'),
      "it.yaml:4:44: '<trace id>' is no mark; a mark is <name> and nothing else, a name has small letters, digits and _",
    ],
    [
      'a mark with more beside it',
      withSteps('  - webhook: [{ field: messages, value: { a: ["<name> x"] } }]'),
      "it.yaml:4:47: '<name> x' is no mark; a mark is <name> and nothing else, a name has small letters, digits and _",
    ],
    [
      'a webhook that no app hears',
      withSteps('  - webhook: [{ field: messages }, { field: user_preferences }]', 'hears: { app: [messages] }\n'),
      'it.yaml:5:45: no app hears user_preferences; add it to hears',
    ],
    [
      'a name in braces without quotes',
      withSteps('  - { happens: x, with: { from: {recipient} } }'),
      'it.yaml:4:33: write "{recipient}" in quotes; without them YAML takes it for a map',
    ],
    [
      'a key in braces without quotes',
      withSteps('  - wait: 1s\n{ phone }: 1'),
      'it.yaml:5:1: write "{phone}" in quotes; without them YAML takes it for a map',
    ],
    [
      'a text with a colon',
      'title: A try: the first\n',
      'it.yaml:1:8: there is ": " in this text, or the next line is indented too far; put a text with ": " in quotes',
    ],
    ['an alias that names nothing', 'title: *no\n', 'it.yaml:1:8: *no names nothing: no &no stands before it'],
    ['two documents', 'title: A\n---\ntitle: B\n', 'it.yaml:2:1: a file has one scenario; here "---" begins another'],
    ['a tab', withSteps('\t- wait: 1s'), 'it.yaml:4:1: this line begins with a tab; YAML is indented with spaces'],
    [
      'a quote without its end',
      'world: x\ntitle: "A try\nsteps: 1\n',
      'it.yaml:2:8: the quote that is opened here is not closed',
    ],
    [
      'a key that is indented unlike the others',
      withSteps('  - call: GET /1\n   as: app'),
      'it.yaml:5:1: this line is indented unlike those above: keys of one step stand under each other, and a new step begins with "- "',
    ],
    [
      'braces in braces',
      withSteps('  - { call: GET /{waba}, as: app }'),
      'it.yaml:4:18: in {} and [] a text with {, }, [, ] or a comma needs quotes',
    ],
    [
      'a key twice in a step',
      withSteps('  - call: GET /1\n    as: a\n    call: GET /2'),
      'it.yaml:6:5: the key call stands twice: in line 4 and in line 6',
    ],
    [
      'bytes that are no text',
      'title: A\nworld: \u0000\n',
      'it.yaml:2:8: here are bytes that are no text; a scenario is a text in UTF-8',
    ],
    ['UTF-16', '\ufffd\ufffdt\u0000i\u0000', 'it.yaml:1:1: it is UTF-16; save it as UTF-8'],
    ['UTF-16 without a mark', 't\u0000i\u0000t\u0000', 'it.yaml:1:1: it is UTF-16; save it as UTF-8'],
    [
      'all that is wrong, at once',
      withSteps('  - wait: soon\n  - { hapens: x }'),
      'it.yaml:4:11: wait must be a duration: examples are 500ms, 30s, 10m, 2h, 7d; found "soon"\nit.yaml:5:7: \'hapens\' is no key here; did you mean happens?',
    ],
    [
      'all steps that do not hold together',
      withSteps('  - say: Nothing\n  - { wait: 1s, as: me }\n  - wait: 1s\n  - { happens: x, expect: { status: 1 } }'),
      'it.yaml:4:5: a step needs a verb; those are call, happens, wait, webhook, fault\nit.yaml:5:17: as goes with call\nit.yaml:7:29: status is not for a happening',
    ],
    [
      'two bodies',
      withSteps('  - { call: POST /1, body: {}, form: {} }'),
      'it.yaml:4:32: body and form are two ways to send one body',
    ],
    [
      'a GET with a body',
      withSteps('  - { call: GET /1, body: {} }'),
      'it.yaml:4:21: a GET has no body; its parameters go into query',
    ],
    [
      'a method that Graph has not',
      withSteps('  - call: PUT /1'),
      'it.yaml:4:11: call must be a method and a path: GET, POST or DELETE, like GET /{waba}/message_templates; found "PUT /1"',
    ],
    [
      'a duration that is none',
      withSteps('  - wait: tomorrow'),
      'it.yaml:4:11: wait must be a duration: examples are 500ms, 30s, 10m, 2h, 7d; found "tomorrow"',
    ],
    [
      'a duration that is a number',
      withSteps('  - wait: 5'),
      'it.yaml:4:11: wait must be a duration: examples are 500ms, 30s, 10m, 2h, 7d; found 5',
    ],
    [
      'a version of Graph that is none',
      withSteps('  - { call: GET /1, version: latest }'),
      'it.yaml:4:30: version must be a Graph version, like v24.0, or none; found "latest"',
    ],
    [
      'an error that is none',
      withSteps('  - { call: GET /1, expect: { error: token_mising } }'),
      "it.yaml:4:38: 'token_mising' is no error of the catalogue; did you mean token_missing?",
    ],
    [
      'an error of a fault',
      withSteps('  - fault: { error: service_unavailabel }'),
      "it.yaml:4:21: 'service_unavailabel' is no error of the catalogue; did you mean service_unavailable?",
    ],
    [
      'an operation of a fault',
      withSteps('  - fault: { error: service_unavailable, operation: sendMesage }'),
      "it.yaml:4:53: 'sendMesage' is no operation; did you mean sendMessage?",
    ],
    [
      'a field that nobody hears',
      withSteps('  - webhook: { field: acount_update }'),
      "it.yaml:4:23: 'acount_update' is no field of webhooks; did you mean account_update?",
    ],
    [
      'a field in a list',
      withSteps('  - webhook: [{ field: messages }, { field: mesages }]'),
      "it.yaml:4:45: 'mesages' is no field of webhooks; did you mean messages?",
    ],
    [
      'a field to hear',
      `hears: { app: [messages, mesages] }\n${whole}`,
      "it.yaml:1:26: 'mesages' is no field of webhooks; did you mean messages?",
    ],
    [
      'a ruling that is none',
      `rulings: { insights-region: a }\n${whole}`,
      "it.yaml:1:12: 'insights-region' is no ruling; did you mean insights-regions?",
    ],
    [
      'a negative count',
      withSteps('  - webhook: { field: messages, times: -1 }'),
      'it.yaml:4:40: times must be >= 0; found -1',
    ],
  ])('%s', (_, text, message) => {
    expect(refusalOf(text)).toBe(message)
  })

  test('a name that is like none is answered with those that there are', () => {
    expect(refusalOf(withSteps('  - zzzzzzzzz: 1'))).toMatch(ALL_STEP_KEYS)
  })

  test('a side that a ruling has not is answered with its sides', () => {
    expect(refusalOf(`rulings: { insights-regions: neither }\n${whole}`)).toMatch(
      /^it\.yaml:1:30: 'neither' is no side of insights-regions; allowed are \S/,
    )
  })

  test('what is wrong in very many steps is cut', () => {
    const all = refusalOf(withSteps('  - say: Nothing\n'.repeat(30))).split('\n')
    expect(all).toHaveLength(21)
    expect(all.at(-1)).toBe('… and 10 more')
  })

  test('what may stand in many places is cut, too', () => {
    expect(refusalOf(withSteps('  - { call: GET /1, expect: { error: zzzzzzzzz } }'))).toMatch(
      /; allowed are (?:\w+, ){12}… and \d+ more$/,
    )
  })

  test('ten megabytes', () => {
    expect(refusalOf('x'.repeat(10_000_000))).toBe(
      'it.yaml:1:1: it has 10000000 characters; a scenario has at most 1000000',
    )
  })

  test('nesting without end', () => {
    expect(refusalOf(`title: ${'['.repeat(50_000)}`)).toMatch(/^it\.yaml:1:\d+: /)
  })

  test('aliases that grow without end', () => {
    const rows = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`)
    expect(refusalOf(`a0: &a0 [1]\n${rows.join('\n')}`)).toBe(
      'it.yaml:1:1: Excessive alias count indicates a resource exhaustion attack',
    )
  })

  test('a long value is shown by its beginning', () => {
    expect(refusalOf(whole.replace('1s', 'x'.repeat(500))).length).toBeLessThan(250)
  })
})

test.each([
  ['an app that is subscribed by a step', '  - { call: "POST /{app}/subscriptions", as: app }\n'],
  ['a webhook that is not to come', ''],
])('%s needs no hears', (_, steps) => {
  const times = steps ? 1 : 0
  expect(read(withSteps(`${steps}  - webhook: { field: messages, times: ${times} }`)).steps.length).toBeGreaterThan(0)
})

test('an error may have its status, and null in braces stays null', () => {
  const step = '{ call: GET /1, expect: { error: mm_duplicate_request, status: 400, reply: { id: null } } }'
  expect(read(withSteps(`  - ${step}`)).steps[0]?.expect).toEqual({
    error: 'mm_duplicate_request',
    status: 400,
    reply: { id: null },
  })
})

test('each step knows where it stands, that of an included file there', () => {
  const { steps } = read(withSteps('  - say: One\n    wait: 1s\n  - wait: 2s', 'include: in.yaml\n'), {
    'in.yaml': withSteps('  - wait: 3s'),
  })
  expect(steps.map(({ file, line }) => `${file}:${line}`)).toEqual(['in.yaml:4', 'it.yaml:5', 'it.yaml:7'])
})

describe('waits', () => {
  test.each([
    ['ten years in a step', '  - wait: 3650d\n'],
    ['a hundred years in all', '  - wait: 3650d\n'.repeat(10)],
  ])('of %s are the most', (_, steps) => {
    expect(read(withSteps(steps)).steps.length).toBeGreaterThan(0)
  })

  test.each([
    ['3651d', 'it.yaml:4:11: 3651d is too long; one step waits 3650d at most'],
    ['87601h', 'it.yaml:4:11: 87601h is too long; one step waits 3650d at most'],
    ['999999999d', 'it.yaml:4:11: 999999999d is too long; one step waits 3650d at most'],
  ])('of %s are refused', (wait, message) => {
    expect(refusalOf(withSteps(`  - wait: ${wait}`))).toBe(message)
  })

  test('that are too long together are refused where they become so, includes counted', () => {
    const others = { 'long.yaml': withSteps('  - wait: 3650d\n'.repeat(5)) }
    expect(refusalOf(withSteps(`${'  - wait: 3650d\n'.repeat(5)}  - wait: 1h`, 'include: long.yaml\n'), others)).toBe(
      'it.yaml:10:11: with this the scenario waits 36501d; all its waits are 36500d at most',
    )
  })
})
