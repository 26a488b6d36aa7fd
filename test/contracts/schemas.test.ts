import { describe, expect, test } from 'vitest'
import { errors } from '../../contracts/errors.ts'
import { isExactlyError } from '../../contracts/is-graph-error.ts'
import { ruleTexts } from '../../contracts/rule-texts.ts'
import { rules } from '../../contracts/rules.ts'
import { rulingProblem } from '../../contracts/ruling-problem.ts'
import type { JsonSchema } from '../../contracts/schema.ts'
import { operationSchemas, portable, schemaBundle, webhookSchemas } from '../../contracts/schema-bundle.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { isIn, isVersion, liveVersions, marketingEndOf, servingVersion, today } from '../../contracts/versions.ts'
import { envelope } from '../../contracts/webhook-envelope.ts'
import { wireText } from '../../contracts/wire-text.ts'

describe('what breaks a schema is said', () => {
  const properties = { a: {}, b: {} }
  test.each<[JsonSchema, unknown, string]>([
    [{ type: 'string' }, 1, 'must be string'],
    [{ type: 'string', description: 'a name' }, 1, 'must be a name'],
    [{ type: 'string', pattern: '^a', description: 'a name' }, 'b', 'must be a name'],
    [{ type: 'string', pattern: '^a' }, 'b', 'must match pattern "^a"'],
    [{ type: 'string', maxLength: 1, description: 'a name' }, 'bb', 'must NOT have more than 1 characters'],
    [{ enum: ['a', 'b'], description: 'a name' }, 'c', 'must be one of a, b'],
    [{ const: 'a' }, 'c', 'must be "a"'],
    [{ type: 'object', properties, additionalProperties: false }, { c: 1 }, "must not have 'c'; it may have a, b"],
    [{ type: 'object', additionalProperties: false }, { c: 1 }, "must not have 'c'; it may have "],
    [{ type: 'object', propertyNames: { enum: ['a'] } }, { c: 1 }, "has a name that is none: 'c'"],
    [{ type: 'object', required: ['a'] }, {}, "must have required property 'a'"],
  ])('%o %o', (schema, value, says) => {
    expect(problemsWith(schema, value).map((problem) => problem.says)).toContain(says)
  })

  test('with all that is wrong, where, and what the schema says of the limit', () => {
    const number = { type: 'integer', $comment: 'A hundred at most.', maximum: 100 } as const
    const schema: JsonSchema = { type: 'object', properties: { a: number, b: { type: 'string' } } }
    expect(problemsWith(schema, { a: 101, b: 1 })).toEqual([
      {
        where: '/a',
        says: 'must be <= 100',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 100 },
        comment: number.$comment,
      },
      { where: '/b', says: 'must be string', keyword: 'type', params: { type: 'string' } },
    ])
    expect(problemsWith(schema, { a: 100, b: 'x' })).toEqual([])
    expect(problemsWith({ type: 'string' }, 1)).toHaveLength(1)
    expect(problemsWith(schema, { a: 101 })).toHaveLength(1)
  })
})

describe('the bundle of schemas', () => {
  test('has the parameters and the reply of each operation, and each event of each webhook', () => {
    expect(operationSchemas()).toHaveProperty('SendMarketingMessageParams')
    expect(operationSchemas()).toHaveProperty('SendMarketingMessageReply')
    const { $defs } = schemaBundle() as { $defs: object }
    expect(Object.keys($defs).sort()).toEqual(
      [...Object.keys(operationSchemas()), ...Object.keys(webhookSchemas())].sort(),
    )
    expect(Object.keys(webhookSchemas()).length).toBeGreaterThan(20)
    for (const schema of Object.values($defs)) expect(schema).toBeTypeOf('object')
  })

  test('marks our own keyword as one, wherever it stands, and a property of that name stays', () => {
    const own: JsonSchema & { caseless: boolean } = { enum: ['A'], caseless: true }
    expect(portable({ type: 'array', items: own })).toEqual({
      type: 'array',
      items: { enum: ['A'], 'x-caseless': true },
    })
    const named: JsonSchema = { type: 'object', properties: { caseless: { type: 'string' } }, default: null }
    expect(portable(named)).toEqual(named)
  })
})

test('a webhook has whole seconds in its entry, but for those that Meta posts without a time', () => {
  expect(envelope('1', 1_772_442_000_999, 'account_update', { a: 1 })).toEqual({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', time: 1_772_442_000, changes: [{ value: { a: 1 }, field: 'account_update' }] }],
  })
  expect(envelope('1', 1_772_442_000_999, 'messages', {})).toEqual({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ value: {}, field: 'messages' }] }],
  })
})

test('on the wire slashes and all that is beyond ASCII are escaped', () => {
  expect(wireText({ a: 'x/y', b: 'ü🥐' })).toBe('{"a":"x\\/y","b":"\\u00fc\\ud83e\\udd50"}')
  expect(wireText({ a: 'plain' })).toBe('{"a":"plain"}')
})

test('a side of a ruling that there is not is told with those that there are', () => {
  expect(rulingProblem('token-error-status', '400')).toBeUndefined()
  expect(rulingProblem('token-error-statu', '400')).toBe(
    'there is no ruling token-error-statu; did you mean token-error-status?',
  )
  expect(rulingProblem('token-error-status', '500')).toBe(
    'the ruling token-error-status has no side 500; its sides are 400, 401',
  )
  expect(rulingProblem('toString', '400')).toMatch(/^there is no ruling toString; /)
})

test('each rule has its texts: of a rule of histories with what to do', () => {
  for (const { id, title, explains, mend } of rules) {
    expect(ruleTexts.get(id)).toEqual({ title, explains: `${explains} ${mend}` })
  }
  for (const { title, explains } of ruleTexts.values()) {
    expect(title).toMatch(/^\S.{8,}[^.]$/)
    expect(explains).toMatch(/^\S.{10,}\.$/)
  }
})

describe('versions', () => {
  const at = (day: string): number => Date.parse(`${day}T13:00:00Z`)

  test.each([
    ['v19.0', '2026-05-20', 'v19.0'],
    ['v19.0', '2026-05-21', 'v20.0'],
    ['v2.12', '2026-05-21', 'v20.0'],
    ['v26.0', '2026-07-28', undefined],
    ['v26.0', '2026-07-29', 'v26.0'],
    ['v99.0', '2026-07-29', undefined],
  ] as const)('%s is served on %s as %s', (asked, day, served) => {
    expect(servingVersion(asked, at(day))).toBe(served)
  })

  test('the day is that in UTC, and versions of one day are the same list', () => {
    expect(today(at('2026-03-02'))).toBe('2026-03-02')
    expect(liveVersions(at('2026-03-02'))).toBe(liveVersions(at('2026-03-02') + 1))
    expect(liveVersions(at('2026-03-02'))).toContain('v25.0')
    expect(liveVersions(at('2026-02-17'))).not.toContain('v25.0')
  })

  test('what lies in a range, its ends among it', () => {
    const range = { since: 'v22.0', until: 'v24.0' } as const
    expect((['v21.0', 'v22.0', 'v24.0', 'v25.0'] as const).filter((version) => isIn(range, version))).toEqual([
      'v22.0',
      'v24.0',
    ])
    expect(isIn({}, 'v1.0')).toBe(true)
    expect(isIn({ until: 'v24.0' }, 'v1.0')).toBe(true)
    expect(isIn({ since: 'v24.0' }, 'v26.0')).toBe(true)
    expect(isIn({ since: 'v24.0' }, 'v23.0')).toBe(false)
  })

  test('what is a version, and when it ends for ads', () => {
    expect(['v25.0', 'v2.12', 'v2.13', '25.0', 'v25', 'me', 'toString'].filter(isVersion)).toEqual(['v25.0', 'v2.12'])
    expect(marketingEndOf('v2.12')).toBe('2025-09-09')
    expect(marketingEndOf('v22.0')).toBe('2026-02-18')
    expect(marketingEndOf('v25.0')).toBeUndefined()
  })
})

test('an error of the upload API is known by its type and its message', () => {
  const { message, debug } = errors.upload_offset_invalid
  const found = (error: object): boolean =>
    isExactlyError('upload_offset_invalid', 400, error as Record<string, unknown>)
  expect(found({ message, type: debug.type })).toBe(true)
  expect(found({ message, type: 'PartialRequestError' })).toBe(false)
  expect(found({ message: 'No.', type: debug.type })).toBe(false)
})
