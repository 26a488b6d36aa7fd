import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { compare } from '../../emulator/journal/compare.ts'
import { documentOf, textOf } from '../../emulator/journal/document.ts'
import { BrokenJournal, readJournal } from '../../emulator/journal/read.ts'
import { Replay } from '../../emulator/journal/replay.ts'
import { listen } from '../../emulator/server.ts'
import { digestOf } from '../../emulator/world/digest.ts'
import type { JournalRow } from '../../emulator/world/input.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { need } from '../kit.ts'
import { multipart, PNG } from '../media.ts'
import { Place } from '../place.ts'
import { message } from '../sends.ts'
import { type Deed, deeds, opening, receiver } from './campaign.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
const run = promisify(execFile)

/** So much of a past that a report of it takes several turns. */
const past = { phone: 'phone', from: '2023-03-02', until: '2026-03-01', perDay: 100, countries: { CA: 1 } }
const history = { sale: { ...past, template: 'template' }, birthday: { ...past, template: 'template_with_variables' } }

type Steps = readonly (readonly Deed[])[]

interface Campaign {
  readonly journal: string
  readonly state: string
}

/** Serves a world with a running clock, and lets several do things to it at the same time. */
async function campaign(steps: Steps, journal = true): Promise<Campaign> {
  const emulator = createEmulator({ clock: 'running', journal })
  const { url, close } = await listen(emulator, 0, '127.0.0.1')
  const place = emulator.worlds.create('journaled', { ...readWorld('ready-to-send').file, history })
  const { world } = place
  const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (all, name: string) => world.names[name] ?? all)
  const act = async ({ method, path, as, body, type }: Deed): Promise<void> => {
    const at = path.startsWith('!')
      ? `${url}/_mmgraph/worlds/${world.id}/${path.slice(1)}`
      : `${url}/v24.0/${fill(path)}`
    const headers = {
      ...(type && { 'content-type': type }),
      ...(as && { authorization: `Bearer ${world.tokenNames[as]}` }),
    }
    const sent = typeof body === 'string' && !path.startsWith('!') ? fill(body) : body
    const answer = await fetch(at, { method, headers, ...(sent !== undefined && { body: sent as string }) })
    expect(answer.headers.get('x-mmgraph')).not.toBe('bug')
    // A fault may have cut it off.
    await answer.arrayBuffer().catch(() => undefined)
  }
  try {
    for (const together of steps) await Promise.all(together.map(act))
    // Whatever is under way then, the journal and the state are of one moment.
    return { journal: textOf(documentOf(place)), state: JSON.stringify(world.state()) }
  } finally {
    await close()
  }
}

/** The same in a world that is made of the journal alone. */
async function replayed(journal: string): Promise<string> {
  const { header, rows, footer } = readJournal('campaign', journal)
  const replay = Replay.of(header)
  for (const row of rows) await replay.enter(row)
  replay.moveTo(footer.end.at, footer.end.begun)
  return JSON.stringify(replay.world.state())
}

const answers = fc.array(fc.constantFrom(200, 200, 200, 500, 404, 0), { minLength: 1, maxLength: 8 })
const stepsTo = (callback: string): fc.Arbitrary<Steps> =>
  fc.array(fc.array(deeds(callback), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })

test('random campaigns of several at a time, with a running clock and a real receiver, replay byte for byte', async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(answers, fc.infiniteStream(fc.nat()), async (statuses, seeds) => {
      const { url, close } = await receiver(statuses)
      try {
        const seed = Number(seeds.next().value)
        const steps = [...opening(url), ...need(fc.sample(stepsTo(url), { numRuns: 1, seed })[0])]
        const { journal, state } = await campaign(steps)
        const document = readJournal('campaign', journal)
        for (const row of document.rows) kinds.add(kindOf(row))
        expect(await replayed(journal)).toBe(state)
        expect(await compare(document)).toMatchObject({ same: true, inputs: document.rows.length })
      } finally {
        close()
      }
    }),
    { numRuns: 12 },
  )
  // Or the campaigns were too tame to show anything.
  const all = ['call', 'call, begun', 'handshake', 'slices', 'happens', 'fault', 'endFaults', 'redeliver', 'outcome']
  expect([...kinds]).toEqual(expect.arrayContaining(all))
}, 60_000)

function kindOf(row: JournalRow): string {
  if ('goesOn' in row) return row.handshake ? 'handshake' : 'slices'
  if ('call' in row) return row.begun ? 'call, begun' : 'call'
  return need(Object.keys(row).find((key) => !['n', 'at', 'begun'].includes(key)))
}

/** A campaign of one hand, after which nothing is under way. */
async function quietCampaign(journal = true): Promise<Place> {
  const place = new Place(readWorld('ready-to-send').file, { journal })
  await place.subscribe()
  place.receiver = 500
  await place.graph('/{phone}/marketing_messages', message(), 'client_business')
  await place.graph('/{phone}/marketing_messages', message({ to: '+14165550111' }), 'client_business')
  await place.control('happenings', {
    name: 'customer_sends_message',
    with: { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } },
  })
  await place.control('clock', { advance: '10m' })
  await place.graph('/{phone}/marketing_messages', { to: 'nobody' }, 'client_business')
  return place
}

async function journalOf(place: Place): Promise<string> {
  return (await place.read('journal')).text()
}

/** The command as somebody types it. */
async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return run(process.execPath, [main, 'replay', ...args]).then(
    (out) => ({ code: 0, ...out }),
    (error) => error,
  )
}

function saved(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'journal.json')
  writeFileSync(file, text)
  return file
}

test('mmgraph replay makes the same world in another process', async () => {
  const place = await quietCampaign()
  const file = saved(await journalOf(place))
  const digest = digestOf(place.world.state())
  const inputs = place.world.journal.rows.length
  expect(await command(file)).toEqual({
    code: 0,
    stderr: '',
    stdout: `same world  ${digest}\n${inputs} inputs of place\n`,
  })
  const { stdout } = await command(file, '--json')
  expect(JSON.parse(stdout)).toEqual({ same: true, world: 'place', inputs, digest })
  expect((await command(file, '--until', '2')).stdout).toMatch(
    /^same so far {2}[0-9a-f]{32}\n2 of \d+ inputs of place\n$/,
  )
}, 60_000)

test('a journal of another file, cut off, changed or of another format is refused with one sentence and its line', async () => {
  const journal = await journalOf(await quietCampaign())
  const lines = journal.split('\n')
  const broken: readonly [string, RegExp][] = [
    [lines.slice(0, 6).join('\n'), /journal\.json:6: this is no JSON: the journal was cut off, or changed/],
    [
      `${lines.slice(0, 6).join('\n').replace(/,$/, '')}\n]\n`,
      /journal\.json:6: .*(cut off: its last row, the end, is missing|the end is not)/,
    ],
    [lines.toSpliced(4, 1).join('\n'), /journal\.json:5: input 3 is not as it was written/],
    ['{"scenarios": []}', /journal\.json: this is a report with 0 journals, and one is replayed; .*--journals-all/],
    ['{"title": "x"}', /journal\.json:1: this is no journal: a journal is a list whose first row is like/],
    ['', /journal\.json:1: this is no journal/],
    ['[1]', /journal\.json:2: a row is no object/],
    ['[{}]', /journal\.json:?\d*: this is no journal/],
    [
      journal.replace('"journal":1', '"journal":2'),
      /the journal has format 2, and this mmgraph reads format 1; it was written by mmgraph \d/,
    ],
  ]
  for (const [text, says] of broken) expect(() => readJournal('journal.json', text)).toThrow(says)
  const { code, stderr, stdout } = await command(saved('{}'))
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^mmgraph: \S+journal\.json:1: this is no journal: [^\n]+\n$/)
  expect(await command('/nowhere/journal.json')).toMatchObject({
    code: 2,
    stderr: 'mmgraph: /nowhere/journal.json cannot be read: ENOENT\n',
  })
}, 60_000)

test('whichever byte is changed, the journal is refused in that line', async () => {
  const journal = await journalOf(await quietCampaign())
  fc.assert(
    fc.property(fc.nat(journal.length - 3), fc.constantFrom('0', 'x', '"', '}', ' '), (at, letter) => {
      const changed = `${journal.slice(0, at)}${letter}${journal.slice(at + 1)}`
      fc.pre(/\S/.test(journal[at] ?? '') && journal[at] !== letter)
      const line = journal.slice(0, at).split('\n').length
      const problem = errorOf(() => readJournal('j', changed))
      // A comma at the end of a line belongs to it and to the next; the first bracket to all.
      expect(problem).toMatch(/^j:\d+: |^j: /)
      if (line > 1 && !['[', ']'].includes(journal[at] ?? ''))
        expect([`j:${line}`, `j:${line + 1}`]).toContain(problem.split(': ')[0])
    }),
    { numRuns: 300 },
  )
})

function errorOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof BrokenJournal) return error.message
    throw error
  }
  throw new Error('it was read')
}

test('a world that answers otherwise differs at the input where it does, and the exit code is 1', async () => {
  const { header, rows, footer } = readJournal('j', await journalOf(await quietCampaign()))
  const at = rows.findIndex(
    (row) => 'call' in row && row.call.body && JSON.stringify(row.call.body).includes('+14165550111'),
  )
  const other = rows.map((row) => JSON.parse(JSON.stringify(row).replace('+14165550111', '+1416555011')))
  const document = { header, rows: other, footer }
  expect(await compare(document)).toMatchObject({
    same: false,
    input: at + 1,
    expected: expect.stringMatching(/^200, digest/),
    actual: expect.stringMatching(/^\d{3}, digest/),
  })
  const { code, stdout } = await command(saved(textOf(document)))
  expect(code).toBe(1)
  expect(stdout).toMatch(
    new RegExp(
      `^differs at input ${at + 1} of ${rows.length} of place\n  POST http://\\S+/marketing_messages\n  expected  200, digest \\w+\n  came      `,
    ),
  )
}, 60_000)

test.each([
  [
    'a webhook that was not posted',
    { outcome: { of: 999, status: 200 } },
    'the webhook that it is about was not posted here',
  ],
  ['a call that waits for nothing', { goesOn: 1 }, 'the call of input 1 was to go on, and here it waits for nothing'],
  ['a delivery that is not there', { redeliver: 99 }, 'delivery 99 was posted once more, and here there is none'],
  ['a kind that there is not', { dances: true }, "'dances' is no kind of input"],
  ['more that is due than there is', { time: true, begun: 99 }, /^99 were due before it, and here \d+$/],
])('%s is told where it stands', async (_, input, actual) => {
  const { header, rows, footer } = readJournal('j', await journalOf(await quietCampaign()))
  const n = rows.length + 1
  const last = { n, at: footer.end.at, ...input } as unknown as JournalRow
  const text = typeof actual === 'string' ? actual : expect.stringMatching(actual)
  expect(await compare({ header, rows: [...rows, last], footer })).toMatchObject({
    same: false,
    input: n,
    actual: text,
  })
})

test('another state at the end is told, when all inputs were answered alike', async () => {
  const document = readJournal('j', await journalOf(await quietCampaign()))
  const end = { ...document.footer.end, state: '0'.repeat(32) }
  expect(await compare({ ...document, footer: { end } })).toMatchObject({
    same: false,
    input: document.rows.length + 1,
    what: 'the state at the end',
    expected: `digest ${'0'.repeat(32)}`,
  })
})

test('a journal ends at its bound, says so, and what it has replays to the world of that moment', async () => {
  const place = new Place(readWorld('ready-to-send').file)
  expect(await place.control('journal', { on: true, limit: 3 })).toEqual({
    on: true,
    inputs: 0,
    limit: 3,
    stopped: null,
  })
  for (let count = 0; count < 3; count += 1)
    await place.graph('/{phone}/marketing_messages', message(), 'client_business')
  await place.control('clock', { advance: '1s' })
  const third = digestOf(place.world.state())
  await place.graph('/{phone}/marketing_messages', message(), 'client_business')
  const stopped = 'it has 3 inputs, which is its limit'
  expect(await place.control('journal', {})).toEqual({ on: true, inputs: 3, limit: 3, stopped })
  const document = readJournal('j', await journalOf(place))
  expect(document.footer.end).toMatchObject({ inputs: 3, stopped, state: third })
  expect(await compare(document)).toMatchObject({ same: true, inputs: 3, digest: third })
  expect((await command(saved(await journalOf(place)))).stdout).toContain(
    `3 inputs of place; the journal ends there: ${stopped}`,
  )
}, 60_000)

test('a journal is of all inputs, or it is refused', async () => {
  const place = await quietCampaign(false)
  const late = await place.control('journal', { on: true })
  expect(late.error.message).toMatch(
    /^on: \d+ inputs have come already, .*reset the world first \(POST worlds\/place\/reset\)/,
  )
  expect(await (await place.read('journal')).text()).toMatch(
    /journal of place is off; POST worlds\/place\/reset, and then/,
  )
  await place.control('reset', {})
  expect(await place.control('journal', { on: true })).toMatchObject({ on: true, inputs: 0, limit: 10_000 })
  await place.graph('/{phone}/marketing_messages', message(), 'client_business')
  expect(await place.control('journal', {})).toMatchObject({ inputs: 1 })
  // The journal of a world that is reset begins anew.
  await place.control('reset', {})
  expect(await place.control('journal', {})).toMatchObject({ on: true, inputs: 0 })
  expect(await place.control('journal', { on: false })).toEqual({ on: false, inputs: 0, limit: null, stopped: null })
  expect((await place.control('journal', { limit: 5 })).error.message).toBe('limit: it goes with {"on": true}.')
  expect((await place.control('journal', { on: 'yes' })).error.message).toMatch(/^on: /)
})

test('a world can be made with a journal', async () => {
  const emulator = createEmulator()
  const make = (body: object) =>
    emulator.fetch(new Request('http://127.0.0.1/_mmgraph/worlds', { method: 'POST', body: JSON.stringify(body) }))
  expect((await make({ world: 'tech-provider', id: 'with', journal: true })).status).toBe(201)
  expect((await make({ world: 'tech-provider', id: 'without' })).status).toBe(201)
  const { file } = readWorld('tech-provider')
  expect((await make({ world: file, id: 'whole', journal: true })).status).toBe(201)
  expect(['with', 'without', 'whole'].map((id) => emulator.worlds.get(id)?.world.journal.isOn)).toEqual([
    true,
    false,
    true,
  ])
  expect(await (await make({ world: 'tech-provider', journal: 'yes' })).json()).toMatchObject({
    error: { message: expect.stringMatching(/^journal: /) },
  })
})

test('a token stands by its name, and a file in base64', async () => {
  const emulator = createEmulator({ journal: true })
  const { world } = emulator.worlds.create('files', readWorld('ready-to-send').file)
  const body = multipart({ messaging_product: 'whatsapp' }, PNG, 'a.png', 'image/png')
  const headers = {
    authorization: `Bearer ${world.tokenNames.partner_system_user}`,
    'content-type': 'multipart/form-data; boundary=b',
  }
  const call = new Request(`http://127.0.0.1/v24.0/${world.names.phone}/media`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  })
  expect((await emulator.fetch(call)).status).toBe(200)
  const [row] = world.journal.rows
  expect(row).toMatchObject({
    call: { as: 'partner_system_user', body: { files: [['file', { name: 'a.png', base64: PNG.toString('base64') }]] } },
  })
  expect(JSON.stringify(row)).not.toContain(world.tokenNames.partner_system_user)
})
