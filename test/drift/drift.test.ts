import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { knownDrifts } from '../../contracts/drift/known.ts'
import { operations } from '../../contracts/operations.ts'
import { driftFromContracts, driftOfVersions } from '../../emulator/drift/drift.ts'
import { recordOf } from '../../emulator/drift/flatten.ts'
import { readOpenApi } from '../../emulator/drift/open-api.ts'
import { BrokenSpec, LARGEST, readSpec } from '../../emulator/drift/read-spec.ts'
import { readSdkSpecs } from '../../emulator/drift/sdk-specs.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const intents = readFileSync(path('intents.yaml'), 'utf8')
const told = (text: string): string[] =>
  driftFromContracts(readOpenApi(recordOf(parse(text)))).findings.map(
    ({ severity, rule, where, problem, contract }) => `${severity} ${rule} ${where} ${contract}: ${problem}`,
  )

function folder(): string {
  const made = mkdtempSync(`${tmpdir()}/mmgraph-`)
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

test('a description that is as its contract has nothing new, though its schemas are cyclic', () => {
  expect(told(intents)).toEqual([])
})

const ON = 'GET WhatsAppBusinessAccountOBOMobilityIntent getOBOMobilityIntent:'

describe('a description that is changed', () => {
  const planted: Readonly<Record<string, { from: string; to: string; says: string }>> = {
    'a new field': {
      from: 'created_time: { type: string }',
      to: 'created_time: { type: string }\n        motto: { type: string }',
      says: `warning only-there ${ON} new: the field motto is there`,
    },
    'a field less': {
      from: '        created_time: { type: string }\n',
      to: '',
      says: `note only-here ${ON} docs only: the field created_time is not there`,
    },
    'another type': {
      from: 'created_time: { type: string }',
      to: 'created_time: { type: [array, "null"] }',
      says: `error is-otherwise ${ON} breaks clients: the field created_time is array or null; it is string here`,
    },
    'a value more': {
      from: '[PENDING,',
      to: '[PENDING, PAUSED,',
      says: `warning only-there ${ON} new: the field status may be PAUSED, too`,
    },
    'a value less': {
      from: ', COMPLETED',
      to: '',
      says: `note only-here ${ON} docs only: the field status may not be COMPLETED`,
    },
    'a parameter more': {
      from: "- $ref: '#/components/parameters/fields'",
      to: '- { name: depth, in: query, schema: { type: integer } }',
      says: `warning only-there ${ON} new: the parameter depth is there`,
    },
    'a parameter that must be sent': {
      from: "- $ref: '#/components/parameters/fields'",
      to: '- { name: depth, in: query, required: true, schema: { type: integer } }',
      says: `error only-there ${ON} breaks clients: the parameter depth is there, and must be sent`,
    },
    'another error': {
      from: 'code: 190',
      to: 'code: 7777, error_subcode: 8',
      says: `warning only-there ${ON} new: the error 7777/8 is there`,
    },
    'an operation more': {
      from: '    get:\n',
      to: '    delete: { operationId: deleteIntent, responses: {} }\n    get:\n',
      says: 'warning only-there DELETE WhatsAppBusinessAccountOBOMobilityIntent none: new: the operation deleteIntent is there',
    },
    'an operation on a type that there is not': {
      from: 'components:\n',
      to: '  /{Version}/{Shop-ID}/carts:\n    get: { operationId: getCarts, responses: {} }\ncomponents:\n',
      says: 'warning only-there GET Shop-ID/carts none: new: the operation getCarts is there',
    },
  }

  test.each(Object.entries(planted))('%s is the only thing that is told', (_, { from, to, says }) => {
    expect(intents).toContain(from)
    expect(told(intents.replace(from, to))).toEqual([says])
  })

  test('a gap that COVERAGE.md lists is known, and so is an edge among the fields', () => {
    const place = '  /{Version}/{WABA-ID}'
    const gap = `${place}/flows:\n    get: { responses: {} }\ncomponents:\n`
    const schema = '{ schema: { type: object, properties: { flows: { type: object } } } }'
    const reply = `{ '200': { content: { application/json: ${schema} } } }`
    const edge = `${place}:\n    get: { responses: ${reply} }\ncomponents:\n`
    for (const [text, reason] of [
      [gap, 'not answered yet; COVERAGE.md lists it'],
      [edge, 'an edge of WhatsAppBusinessAccount, which fields may name'],
    ] as const) {
      const { findings, suppressed } = driftFromContracts(
        readOpenApi(recordOf(parse(intents.replace('components:\n', text)))),
      )
      expect(findings.filter(({ problem }) => problem.includes('flows'))).toEqual([])
      expect(suppressed.map((one) => one.reason)).toContain(reason)
    }
  })
})

test('of two versions each difference is told, with what it touches', () => {
  const { findings } = driftOfVersions(readSpec(path('before.yaml')), readSpec(path('after.yaml')))
  const place = 'POST Business/onboard_partners_to_mm_lite'
  const touched = ['mm-duplicate-request', 'mm-request-expiry', 'obo-transfer-on-signing', 'openapi-status']
  const rulings = `; it touches ${touched.map((name) => `the ruling ${name}`).join(' and ')}`
  const all = findings.map(({ severity, rule, where, problem }) => `${severity} ${rule} ${where}: ${problem}`)
  expect(all.map((text) => text.replace(rulings, '')).sort()).toEqual(
    [
      'warning added DELETE Business/fresh: new: the operation deleteFresh is there',
      'error removed GET Business/gone: breaks clients: the operation getGone is gone',
      `error added ${place}: breaks clients: the parameter reason is there, and must be sent`,
      `error removed ${place}: breaks clients: the parameter note is gone`,
      `error changed ${place}: breaks clients: the parameter solution_id is integer; it is string here`,
      `error changed ${place}: breaks clients: the parameter solution_id must be there; it need not here`,
      `warning added ${place}: new: the parameter kind may be THREE, too`,
      `error removed ${place}: breaks clients: the parameter kind may not be TWO`,
      `warning added ${place}: new: the field state may be SHUT, too`,
      `error changed ${place}: breaks clients: the field state need not be there; it must here`,
      `warning added ${place}: new: the field day is there`,
      `error removed ${place}: breaks clients: the field request_id is gone`,
      `warning added ${place}: new: the error 200 is there`,
      `note removed ${place}: docs only: the error 100/33 is gone`,
    ].sort(),
  )
  expect(all.filter((text) => text.includes(place)).every((text) => text.endsWith(rulings))).toBe(true)
  expect(driftOfVersions(readSpec(path('before.yaml')), readSpec(path('before.yaml'))).findings).toEqual([])
})

test('SDK specs are read by the types of their nodes', () => {
  const fields = ['id', 'created_time', 'updated_time', 'status', 'waba', 'solution']
  const spec = (more: object[] = [], apis: object[] = []) =>
    driftFromContracts(
      readSdkSpecs({
        WhatsAppBusinessAccountOBOMobilityIntent: {
          apis: [{ method: 'GET', endpoint: null, params: [] }, ...apis],
          fields: [...fields.map((name) => ({ name, type: name === 'status' ? 'intent_status' : 'Object' })), ...more],
        },
        enum_types: [
          { name: 'Intent_Status', values: ['PENDING', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'FAILED', 'NEW'] },
        ],
      }),
    ).findings.map(({ problem }) => problem)
  expect(spec()).toEqual(['new: the field status may be NEW, too'])
  expect(spec([{ name: 'motto', type: 'string' }])).toContain('new: the field motto is there')
  expect(spec([], [{ method: 'POST', endpoint: 'sing', params: [] }])).toContain(
    'new: the operation POST WhatsAppBusinessAccountOBOMobilityIntent/sing is there',
  )
})

describe('a file that is no spec', () => {
  const wrong: Readonly<Record<string, { name: string; text: string; says: RegExp }>> = {
    'no YAML': { name: 'a.yaml', text: 'a: [1', says: /a\.yaml: Flow sequence/ },
    'no JSON': { name: 'a.json', text: '{', says: /a\.json: it is no JSON/ },
    'not OpenAPI': { name: 'a.yaml', text: 'x: 1', says: /must be an OpenAPI description of version 3.*it has keys x/ },
    'of an older version': { name: 'a.json', text: '{"swagger": "2.0"}', says: /it has swagger 2\.0/ },
    'without operations': { name: 'a.yaml', text: 'openapi: 3.1.0\npaths: {}', says: /\/paths: it has no operation/ },
    'that grows by aliases': {
      name: 'a.yaml',
      text: `openapi: 3.1.0\na: &a [x]\n${Array.from({ length: 9 }, (_, at) => `${'bcdefghij'[at]}: &${'bcdefghij'[at]} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`).join('\n')}`,
      says: /alias/i,
    },
  }

  test.each(Object.entries(wrong))('%s is told with its name', (_, { name, text, says }) => {
    const file = join(folder(), name)
    writeFileSync(file, text)
    expect(() => readSpec(file)).toThrow(BrokenSpec)
    expect(() => readSpec(file)).toThrow(says)
  })

  test('one that is too large is not read, and a folder without specs is none', () => {
    const at = folder()
    const file = join(at, 'large.yaml')
    writeFileSync(file, '')
    truncateSync(file, LARGEST + 1)
    expect(() => readSpec(file)).toThrow(/large\.yaml: it has 20000001 bytes; 20000000 are read at most/)
    expect(() => readSpec(at)).toThrow(/none of its files is an SDK spec/)
    expect(() => readSpec(join(at, 'nowhere'))).toThrow(/it is not there/)
  })

  test('a reference that leads out of the document is not followed', () => {
    const text = intents.replace("$ref: '#/components/schemas/Solution'", "$ref: 'https://evil.example/x.yaml'")
    expect(told(text)).toEqual([])
  })
})

describe('the known differences', () => {
  test('each is told once, with a reason, of an operation that there is or a gap', () => {
    const ids = knownDrifts.flatMap(({ of }) =>
      Object.entries(of).flatMap(([place, what]) => what.split('; ').map((one) => `${place} ${one}`)),
    )
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const keys = operations.map(({ method, on, edge }) => `${method} ${on}${edge ? `/${edge}` : ''}`)
    const strange = ids.filter(
      (id) => !id.startsWith('operation ') && !keys.includes(id.split(' ').slice(1, 3).join(' ')),
    )
    expect(strange).toEqual([])
  })
})

// Meta's own descriptions, where they lie beside the checkout. They are no part of the project.
const oracles = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url))

describe.skipIf(!existsSync(oracles))(
  'Meta’s own descriptions (skipped where they do not lie beside the checkout)',
  () => {
    test.each(['business-messaging-api_v23.0.yaml', 'sdk-specs'])('%s has nothing that nobody has judged', (name) => {
      const { findings, checked } = driftFromContracts(readSpec(join(oracles, name)))
      expect(findings).toEqual([])
      expect(checked.length).toBeGreaterThan(100)
    })

    test('every judged difference is still one', () => {
      const reports = ['business-messaging-api_v23.0.yaml', 'sdk-specs'].map((name) =>
        driftFromContracts(readSpec(join(oracles, name))),
      )
      const used = new Set(reports.flatMap(({ suppressed }) => suppressed.map(({ reason }) => reason)))
      expect(knownDrifts.map(({ reason }) => reason).filter((reason) => !used.has(reason))).toEqual([])
    })
  },
)

describe('mmgraph drift', () => {
  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [main, 'drift', ...args], (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      )
    })

  test('ends with 0, 1 and 2', async () => {
    expect(await run(path('intents.yaml'))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Intents v24\.0: 1 operations, 0 differences\n$/),
    })
    const changed = await run(path('before.yaml'), path('after.yaml'))
    expect(changed).toMatchObject({ code: 1, err: '' })
    expect(changed.out).toMatch(/^Added:\n[\s\S]*\nChanged:\n[\s\S]*\nRemoved:\n/)
    expect(await run('/nowhere')).toEqual({ code: 2, out: '', err: 'mmgraph: /nowhere: it is not there\n' })
  })
})
