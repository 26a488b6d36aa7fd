import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { describe, expect, onTestFinished, test } from 'vitest'
import { plain } from '../../contracts/report/paint.ts'
import { filesFrom, filesLike } from '../../emulator/cli/scenario-files.ts'
import { openTarget, type TargetCommand } from '../../emulator/cli/target.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { playAll } from '../../scenarios/play-all.ts'
import { htmlReport } from '../../scenarios/report/html.ts'
import { jsonReport } from '../../scenarios/report/json.ts'
import { junitReport } from '../../scenarios/report/junit.ts'
import { scenarioText } from '../../scenarios/report/terminal.ts'
import { type Played, verdictOf } from '../../scenarios/result.ts'
import { need } from '../kit.ts'
import { filesOf, withSteps } from './scenario-text.ts'

/** Plays texts where a command says, as `mmgraph play` does. */
async function playAt(command: Partial<TargetCommand>, ...texts: string[]): Promise<Played[]> {
  const { stage, close } = await openTarget({ token: {}, ...command })
  const files = Object.fromEntries(texts.map((text, at) => [`${at}.yaml`, text]))
  const options = {
    files: Object.keys(files),
    from: filesOf(files),
    stage,
    variables: {},
    jobs: 2,
    told: () => undefined,
  }
  return playAll(options).finally(close)
}

const refusal = (command: Partial<TargetCommand>): Promise<string> =>
  openTarget({ token: {}, ...command }).then(
    () => 'it was not refused',
    (error: Error) => error.message,
  )

async function serve(options: EmulatorOptions = {}): Promise<{ url: string; emulator: Emulator }> {
  const emulator = createEmulator(options)
  const { url, close } = await listen(emulator, 0, '127.0.0.1')
  onTestFinished(close)
  return { url, emulator }
}

const SEND = `call: POST /{phone}/marketing_messages
    as: client_business
    body: { messaging_product: whatsapp, to: "{recipient}", type: template, template: { name: spring_sale, language: { code: en_US } } }
    expect: { reply: { messages: [{ id: <message> }] } }
`

describe('a running emulator', () => {
  const hearing = withSteps(
    `  - { call: "POST /{waba}/subscribed_apps", as: client_business }
  - ${SEND}  - { wait: 5s, webhook: { field: messages, times: 3 } }
  - { happens: customer_sends_message, with: { phone: phone, from: recipient, text: { body: Rye } }, webhook: { field: messages } }
`,
    'hears: { app: [messages] }\n',
  )

  test('plays in worlds of their own, hears over HTTP, and drops them', async () => {
    const { url, emulator } = await serve({ worlds: ['ready-to-send'], clock: 'running' })
    const all = await playAt({ target: `${url}/` }, hearing, hearing.replace('A try', 'Another try'))
    expect(all.map(verdictOf)).toEqual(['ok', 'ok'])
    expect(emulator.worlds.list().map(({ world }) => world.id)).toEqual(['ready-to-send'])
  })

  test('a world that is there already is not touched', async () => {
    const { url, emulator } = await serve()
    emulator.worlds.create('mine', readWorld('tech-provider').file, 'a-try')
    const [found] = await playAt({ target: url }, hearing)
    expect(found?.broken).toBe(
      `there is a world 'a-try' in ${url} already, and scenarios make their own: drop that one first`,
    )
    expect(emulator.worlds.get('a-try')).toBeDefined()
  })

  test('a world that was made for a broken scenario is dropped, too', async () => {
    const { url, emulator } = await serve()
    const [one, two] = await playAt(
      { target: url },
      hearing.replace('{ app:', '{ ap:'),
      hearing.replace('{phone}', '{fone}').replace('A try', 'Another'),
    )
    expect([one?.broken, two?.broken]).toEqual([expect.stringContaining('no app'), expect.stringContaining('{fone}')])
    expect(emulator.worlds.list()).toEqual([])
  })

  test('takes what breaks off, comes in chunks or has no token, from several at once', async () => {
    const { url } = await serve()
    const files = filesLike(['scenarios/{faults/{drop,page,truncate}*,**/*chunked*,**/*token*}.yaml'])
    const { stage, close } = await openTarget({ target: url, token: {} })
    const options = { files, from: filesFrom, stage, variables: {}, jobs: 4, told: () => undefined }
    const all = await playAll(options).finally(close)
    expect(all.length).toBeGreaterThan(15)
    expect(all.filter((one) => verdictOf(one) !== 'ok').map(({ scenario }) => scenario.file)).toEqual([])
  })

  test('with a control token shows it, to the control API alone', async () => {
    const { url } = await serve({ controlToken: 'open-sesame' })
    const [found] = await playAt({ target: url, controlToken: 'open-sesame' }, hearing)
    expect(found?.broken).toBeUndefined()
    expect(verdictOf(need(found))).toBe('ok')
    expect(await refusal({ target: url })).toBe(
      `--target: ${url} refuses: Send the control token that mmgraph was started with: Authorization: Bearer CONTROL_TOKEN. Here that is --control-token.`,
    )
  })

  test('that goes away is no stack', async () => {
    const gone = createServer((request, response) => {
      if (request.url === '/_mmgraph/health') response.end('{"status":"ok"}')
      else request.socket.destroy()
    })
    const url = await address(gone)
    const [found] = await playAt({ target: url }, hearing)
    expect(found?.broken).toMatch(new RegExp(`^--target: ${url} does not answer: `))
  })
})

describe('a target that is none', () => {
  test.each([
    [{ target: 'graph.facebook.com' }, '--target: it must be an address like http://127.0.0.1:4020'],
    [{ target: 'ftp://127.0.0.1' }, '--target: it must be an address like http://127.0.0.1:4020'],
    [{ target: 'http://me:secret@127.0.0.1:1' }, '--target: it must be an address like http://127.0.0.1:4020'],
    [{ token: { me: 'EAAsecret' } }, '--token goes with --target'],
    [{ env: 'x' }, '--env goes with --target'],
    [{ allowWrites: true }, '--allow-writes goes with --target'],
    [{ controlToken: 'x' }, '--control-token goes with --target'],
    [{ real: true }, '--real goes with --target'],
    [
      { target: 'http://127.0.0.1:4020/v24.0' },
      '--target: it must have no path: http://127.0.0.1:4020, without /v24.0',
    ],
    [
      { target: 'https://graph.facebook.com/v24.0/' },
      '--target: it must have no path: https://graph.facebook.com, without /v24.0/',
    ],
    [{ target: 'http://graph.facebook.com' }, '--target: graph.facebook.com is not on this machine: it needs https'],
  ] as const)('%j', async (command, message) => {
    expect(await refusal(command)).toBe(message)
  })

  test.each([
    [404, 'Not found', '404'],
    [200, '<html>A page</html>', 'something else'],
    [200, '{"status":"up"}', 'something else'],
    [401, '{"error":{"message":"No","code":190}}', '401'],
  ])('a server that is no emulator, which answers %i %s, is not taken for Graph', async (status, body, gave) => {
    const url = await address(createServer((_, response) => response.writeHead(status).end(body)))
    expect(await refusal({ target: url })).toBe(
      `--target: no mmgraph answers at ${url} (GET /_mmgraph/health gave ${gave}); --real says that it is Graph itself`,
    )
  })

  test('graph.facebook.com is real Graph, and is not asked what it is', async () => {
    const { stage, close } = await openTarget({ token: {}, target: 'https://graph.facebook.com/' })
    expect(stage().target).toMatchObject({ url: 'https://graph.facebook.com', mayWrite: false })
    await close()
  })

  test('nobody listens', async () => {
    const server = createServer()
    const url = await address(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await refusal({ target: url })).toBe(`--target: ${url} does not answer: ECONNREFUSED`)
  })
})

async function address(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface FakeGraph {
  readonly url: string
  /** Every call that came: `GET /v24.0/…`. */
  readonly calls: string[]
  readonly names: Record<string, string>
  readonly tokens: Record<string, string>
  readonly env: string
}

/** An emulator without its control API and its headers: all that is seen of it is what Graph shows. */
async function fakeGraph(): Promise<FakeGraph> {
  const { url: hidden } = await serve({ worlds: ['ready-to-send'] })
  const world = (await (await fetch(`${hidden}/_mmgraph/worlds/ready-to-send`)).json()) as FakeGraph
  const env = await (await fetch(`${hidden}/_mmgraph/worlds/ready-to-send/env`)).text()
  const calls: string[] = []
  const proxy = createServer((request, response) => void forward(hidden, calls, request, response))
  return { url: await address(proxy), calls, names: world.names, tokens: world.tokens, env }
}

async function forward(
  hidden: string,
  calls: string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers } = request
  if (url.startsWith('/_mmgraph')) {
    response.writeHead(404).end('{"error":{"message":"Unknown path components","type":"OAuthException","code":2500}}')
    return
  }
  calls.push(`${method} ${url}`)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) }
  const sent = { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? 'text/plain' }
  const answer = await fetch(`${hidden}${url}`, { method, headers: sent, ...body })
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
}

describe('real Graph', () => {
  const tokens = async (graph: FakeGraph): Promise<Partial<TargetCommand>> => {
    const folder = mkdtempSync(`${tmpdir()}/mmgraph-`)
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(`${folder}/env`, `# what is there\n\n${graph.env}OTHER="x"\n`)
    return { real: true, target: graph.url, env: `${folder}/env` }
  }

  const skips = (played: Played | undefined) =>
    need(played).steps.map(({ outcome: { status, why } }) => (status === 'skip' ? why : status))

  test('calls that read are played, all else is skipped by name', async () => {
    const graph = await fakeGraph()
    const [played] = await playAt(
      await tokens(graph),
      withSteps(`  - { call: "GET /{phone}", as: client_business, expect: { reply: { id: "{phone}" } } }
  - { call: "GET /{phone}", as: client_business, query: { fields: nothing_like_it }, expect: { error: field_unknown } }
  - { happens: customer_sends_message, with: { phone: phone, from: "{recipient}" } }
  - wait: 30d
  - webhook: { field: messages }
  - fault: { error: service_unavailable }
  - ${SEND}  - { call: "GET /{message}", as: client_business }
  - { call: "GET /{waba}/message_templates", as: somebody }
  - { call: "GET /{waba}/message_templates", as: client_business, proof: other_app }
  - { call: "GET /{waba}/message_templates", as: client_business, query: { method: delete, name: spring_sale } }
  - { call: "GET /{waba}/message_templates?method=DELETE&name=spring_sale", as: client_business }
  - { call: "DELETE /{waba}/message_templates", as: client_business, query: { name: spring_sale } }
  - { call: "GET /{waba}/nothing_like_it", as: client_business }
  - { call: GET /_mmgraph/mailbox }
  - { call: "POST /{app}/subscriptions", as: app, form: { object: whatsapp_business_account } }
  - { call: "GET /{app}/subscriptions", as: app, expect: { reply: { data: [] } } }
`),
    )
    expect(skips(played)).toEqual([
      'ok',
      'ok',
      'happens: only an emulator can do that',
      'wait: only an emulator can do that',
      'webhook: only an emulator can do that',
      'fault: only an emulator can do that',
      'it changes data; --allow-writes lets it',
      '{message} is not known there; --set message=… names it',
      'there is no token somebody; --token somebody=… gives it',
      'there is no secret of other_app; --env FILE with MMGRAPH_OTHER_APP_SECRET gives it',
      'it changes data; --allow-writes lets it',
      'it changes data; --allow-writes lets it',
      'it changes data; --allow-writes lets it',
      `no contract is like GET /${graph.names.waba}/nothing_like_it`,
      'GET /_mmgraph/mailbox is no call of Graph',
      'createApplicationSubscription is not to be tried on real Graph',
      'ok',
    ])
    expect(graph.calls).toEqual([
      `GET /v24.0/${graph.names.phone}`,
      `GET /v24.0/${graph.names.phone}?fields=nothing_like_it`,
      `GET /v24.0/${graph.names.app}/subscriptions`,
    ])
    expect(verdictOf(need(played))).toBe('ok')
    expect(scenarioText(need(played), plain)).toContain('    skip  30d pass: wait: only an emulator can do that')
  })

  test('--allow-writes lets calls change data, and what they answer is remembered', async () => {
    const graph = await fakeGraph()
    const template =
      '{ name: rye_weeks, language: en_US, category: MARKETING, components: [{ type: BODY, text: Rye. }] }'
    const [played] = await playAt(
      { ...(await tokens(graph)), allowWrites: true },
      withSteps(`  - ${SEND}  - { call: "POST /{waba}/message_templates", as: client_business, body: ${template}, expect: { reply: { id: <made> } } }
  - { call: "GET /{made}", as: client_business, query: { fields: name }, expect: { reply: { name: rye_weeks } } }
  - { call: "POST /{app}/subscriptions", as: app }
`),
    )
    expect(skips(played)).toEqual(['ok', 'ok', 'ok', 'createApplicationSubscription is not to be tried on real Graph'])
  })

  test('nothing that can be done is a scenario that is skipped', async () => {
    const graph = await fakeGraph()
    const [played] = await playAt(
      { target: graph.url, real: true },
      withSteps('  - wait: 1d\n  - { call: "GET /{phone}" }'),
    )
    expect(skips(played)).toEqual([
      'wait: only an emulator can do that',
      '{phone} is not known there; --set phone=… names it',
    ])
    expect(verdictOf(need(played))).toBe('skip')
    expect(graph.calls).toEqual([])
  })

  test('a failure ends it there, too', async () => {
    const graph = await fakeGraph()
    const [played] = await playAt(
      await tokens(graph),
      withSteps(
        '  - { call: "GET /{phone}", as: client_business, expect: { reply: { id: "1" } } }\n  - { call: "GET /{phone}", as: client_business }',
      ),
    )
    expect(skips(played)).toEqual(['FAIL', 'a step before it failed'])
    expect(graph.calls).toHaveLength(1)
  })

  test('no report shows a token or a secret, wherever it stands', async () => {
    const graph = await fakeGraph()
    const token = need(graph.tokens.client_business)
    const all = await playAt(
      { ...(await tokens(graph)), token: { mine: token } },
      withSteps(
        `  - { call: "GET /{phone}", as: mine, query: { fields: "{secret}" }, headers: { x-mine: "Bearer ${token}" }, expect: { reply: { id: "${token}" } } }`,
        `variables: { secret: "${token}" }\n`,
      ),
    )
    const secret = need(/APP_SECRET='(.*)'/.exec(graph.env)?.[1])
    const shown = [
      JSON.stringify(jsonReport(all)),
      junitReport(all),
      htmlReport(all),
      scenarioText(need(all[0]), plain),
    ].join('\n')
    expect(verdictOf(need(all[0]))).toBe('FAIL')
    expect(shown).toContain('$MMGRAPH_CLIENT_BUSINESS_TOKEN')
    for (const hidden of [token, secret]) expect(shown).not.toContain(hidden)
  })

  test('a file of variables that is none is told by its line, and not by what stands there', async () => {
    const graph = await fakeGraph()
    const command = await tokens(graph)
    writeFileSync(need(command.env), 'MMGRAPH_A_ID=1\nEAAsecretsecretsecret\n')
    expect(await refusal(command)).toBe(`--env: ${command.env}:2: a line must be like MMGRAPH_WABA_ID=123`)
    expect(await refusal({ target: graph.url, real: true, env: '/nowhere/env' })).toMatch(
      /^--env: \/nowhere\/env cannot be read: ENOENT/,
    )
  })

  test('a control token is for emulators', async () => {
    const { url } = await fakeGraph()
    expect(await refusal({ target: url, real: true, controlToken: 'x' })).toBe(
      `--control-token: ${url} has no control API`,
    )
  })
})
