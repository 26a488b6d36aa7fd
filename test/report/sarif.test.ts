import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../contracts/finding.ts'
import { type SarifOptions, sarifReport } from '../../contracts/report/sarif.ts'
import { empty, finding, report, rules } from './sample.ts'

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly message: { readonly text: string }
  readonly locations?: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[]
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly automationDetails: object
      readonly results: readonly Result[]
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    },
  ]
}

const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
// It says that it is of draft 4, and has nothing that later drafts read otherwise.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
const fits = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

const text = { type: 'string', minLength: 1 } as const
const described = { type: 'object', properties: { text }, required: ['text'] } as const
const number = { type: 'integer', minimum: 1 } as const

/** What GitHub's code scanning marks as required, and how long it takes texts to be. */
const github = new Ajv().compile({
  type: 'object',
  properties: {
    $schema: text,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          tool: {
            type: 'object',
            properties: {
              driver: {
                type: 'object',
                properties: {
                  name: text,
                  rules: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        id: text,
                        name: { ...text, maxLength: 255 },
                        shortDescription: { ...described, properties: { text: { ...text, maxLength: 1024 } } },
                        fullDescription: { ...described, properties: { text: { ...text, maxLength: 1024 } } },
                        help: described,
                      },
                      required: ['id', 'shortDescription', 'fullDescription', 'help'],
                    },
                  },
                },
                required: ['name', 'rules'],
              },
            },
            required: ['driver'],
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                message: described,
                locations: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 1,
                  items: {
                    type: 'object',
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        properties: {
                          artifactLocation: { type: 'object', properties: { uri: text }, required: ['uri'] },
                          region: {
                            type: 'object',
                            properties: { startLine: number, startColumn: number, endLine: number, endColumn: number },
                            required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
                          },
                        },
                        required: ['artifactLocation', 'region'],
                      },
                    },
                    required: ['physicalLocation'],
                  },
                },
                partialFingerprints: {
                  type: 'object',
                  properties: { primaryLocationLineHash: text },
                  required: ['primaryLocationLineHash'],
                },
                suppressions: false,
              },
              required: ['message', 'locations', 'partialFingerprints'],
            },
          },
        },
        required: ['tool', 'results'],
      },
    },
  },
  required: ['$schema', 'version', 'runs'],
})

function runOf(one: typeof report, options: SarifOptions = {}): SarifLog['runs'][0] {
  return (sarifReport(one, { rules, file: 'package.json', ...options }) as SarifLog).runs[0]
}

const uriOf = (found: Finding, options: SarifOptions = {}): string | undefined => {
  const [result] = runOf({ ...empty, findings: [found] }, options).results
  return result?.locations?.[0]?.physicalLocation.artifactLocation.uri
}

describe('a log', () => {
  test.each([
    ['a full report', report],
    ['an empty one', empty],
  ])('of %s fits the schema of SARIF 2.1.0, and has what GitHub requires', (_name, one) => {
    const options = { rules, version: '0.1.0', file: 'package.json' }
    const written = JSON.parse(JSON.stringify(sarifReport(one, options)))
    expect(fits(written) || fits.errors).toBe(true)
    expect(github(written) || github.errors).toBe(true)
    expect(fits({ ...written, version: '2.0.0' })).toBe(false)
  })

  test('has rules with help, and results that name them', () => {
    const { results, tool, automationDetails } = runOf(report)
    // The category is for the upload to say.
    expect(automationDetails).toEqual({ description: { text: 'npm test' } })
    expect(tool.driver.rules[0]).toMatchObject({
      id: 'token-in-url',
      shortDescription: { text: 'A token in the URL' },
      helpUri: expect.stringMatching(/^https:/),
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['caller'], precision: 'medium', 'problem.severity': 'error' },
    })
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(results.map(({ ruleId }) => ruleId)).toEqual(report.findings.map(({ rule }) => rule))
    expect(results[2]).toMatchObject({
      ruleId: 'token-in-url',
      level: 'error',
      message: { text: expect.stringMatching(/^POST \/\{phone\}\/marketing_messages: the token came/) },
      properties: { exchanges: [3, 9] },
    })
  })

  test('shortens what GitHub would not take', () => {
    const long = { title: 'a'.repeat(1025), explains: `${'b'.repeat(1025)}` }
    const options = { rules: new Map([['token-in-url', long]]), version: '0.1.0', file: 'package.json' }
    const written = JSON.parse(JSON.stringify(sarifReport({ ...empty, findings: [finding()] }, options)))
    expect(github(written) || github.errors).toBe(true)
    const { shortDescription, fullDescription } = written.runs[0].tool.driver.rules[0]
    expect([shortDescription.text.length, fullDescription.text.length]).toEqual([1024, 1024])
  })

  test('opens no alert of what was suppressed, and tells it with what was not checked', () => {
    const all = JSON.stringify(sarifReport(report))
    expect(all).toContain('not checked: account_update: no such webhook was posted')
    expect(all).toContain('suppressed: token-in-url, debugToken: the token is of a test & goes <away>')
    expect(runOf(report).results).toHaveLength(report.findings.length)
  })
})

describe('a location', () => {
  const place = { file: 'src/send it.js', line: 12, column: 3 }

  test('is the code that made the call, as seen from the root of the repository', () => {
    const [result] = runOf({ ...empty, findings: [finding({ place })] }, { folder: 'packages/api/' }).results
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'packages/api/src/send%20it.js', uriBaseId: '%SRCROOT%' },
          region: { startLine: 12, startColumn: 3, endLine: 12, endColumn: 4 },
        },
        logicalLocations: [
          { name: 'sendMessage', fullyQualifiedName: 'sendMessage POST /{phone}/messages', kind: 'member' },
        ],
      },
    ])
    for (const file of ['./src/a.js', 'src//a.js', 'src/./a.js']) {
      expect(uriOf(finding({ place: { ...place, file } }))).toBe('src/a.js')
    }
    const beside = finding({ place: { ...place, file: '../shared/a.js' } })
    expect(uriOf(beside, { folder: 'packages/api/' })).toBe('packages/shared/a.js')
  })

  test('is the file that stands for the whole where the code is not known, or not of the repository', () => {
    expect(uriOf(finding())).toBe('package.json')
    expect(uriOf(finding(), { folder: 'packages/api/', file: '../../spec.yaml' })).toBe('spec.yaml')
    for (const out of ['../../../a.js', '/tmp/a.js', 'C:/a.js']) {
      expect(uriOf(finding({ place: { ...place, file: out } }), { folder: 'packages/api/' })).toBe(
        'packages/api/package.json',
      )
    }
  })

  test('is none where there is no file: GitHub refuses a log with a logical one alone', () => {
    const [result] = (sarifReport({ ...empty, findings: [finding()] }) as SarifLog).runs[0].results
    expect(result).not.toHaveProperty('locations')
    expect(result).toMatchObject({ properties: { contract: 'sendMessage', where: 'POST /{phone}/messages' } })
  })
})

describe('a fingerprint', () => {
  const printOf = (findings: readonly Finding[]): (string | undefined)[] =>
    runOf({ ...empty, findings }).results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)

  test('stays when the code moves or the words change', () => {
    const before = finding({ place: { file: 'a.js', line: 1, column: 1 }, exchanges: [3] })
    const after = finding({ place: { file: 'a.js', line: 9, column: 2 }, exchanges: [5], problem: 'in other words' })
    expect(printOf([before])).toEqual(printOf([after]))
    expect(printOf([before])[0]).toMatch(/^[0-9a-f]{16}:1$/)
  })

  test('has 16 digits, whatever it is of', () => {
    const prints = printOf(Array.from({ length: 100 }, (_, at) => finding({ where: `/${at}` })))
    expect(prints.filter((print) => !/^[0-9a-f]{16}:1$/.test(print ?? ''))).toEqual([])
  })

  test('is another for each rule, contract and place, and for a second finding there', () => {
    const others = [finding({ rule: 'read-less' }), finding({ contract: 'debugToken' }), finding({ where: '/a' })]
    const prints = printOf([finding(), finding(), ...others])
    expect(new Set(prints).size).toBe(5)
    expect(prints[1]).toBe(prints[0]?.replace(/:1$/, ':2'))
  })
})
