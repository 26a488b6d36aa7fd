import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { duties } from '../../contracts/duties.ts'
import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { coreErrors, type ErrorName, errors, faultErrors, happeningErrors } from '../../contracts/errors.ts'
import { nodes } from '../../contracts/nodes.ts'
import { notBuilt } from '../../contracts/not-built.ts'
import { edgeOperations, operations } from '../../contracts/operations.ts'
import { rules } from '../../contracts/rules.ts'
import type { Ruling } from '../../contracts/ruling.ts'
import { rulings } from '../../contracts/rulings.ts'
import { type SourceName, sources } from '../../contracts/sources.ts'
import { versions } from '../../contracts/versions.ts'
import { webhooks } from '../../contracts/webhooks.ts'
import { coveragePage } from '../../emulator/coverage.ts'
import { happenings } from '../../emulator/happenings.ts'
import { behaviours } from '../../emulator/operations.ts'
import { worldFile } from '../../emulator/world/file.ts'
import { worldSchemaFile } from '../../emulator/world/schema-file.ts'

const catalogue = Object.entries(errors) as [ErrorName, ErrorDefinition][]
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const files = (path: string) => readdirSync(new URL(`../../${path}`, import.meta.url), { recursive: true }).map(String)

test.each(Object.entries({ operations, nodes, errors, rulings, sources, versions, webhooks, notBuilt }))(
  '%s are plain data',
  (_, data) => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  },
)

test('every citation names a source that there is, and every source is cited', () => {
  const text = JSON.stringify({
    operations,
    nodes,
    errors,
    rulings,
    webhooks,
    duties,
    contracts: happenings.map(({ contract }) => contract),
    rules,
  })
  const doc = files('contracts')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => file(`contracts/${name}`))
    .join()
  const code = files('emulator')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => file(`emulator/${name}`))
    .join()
  const uncited = (Object.keys(sources) as SourceName[]).filter(
    (name) =>
      !text.includes(`"${name}"`) &&
      !text.includes(`"${name}: `) &&
      !`${doc}${code}`.match(new RegExp(`@see sources.*\\b${name}\\b`)),
  )
  expect(uncited).toEqual([])
})

test('an error whose message carries a code carries its own', () => {
  const wrong = catalogue.filter(([, { message, code }]) => {
    const [, prefix] = /^\(#(\d+)\)/.exec(message) ?? []
    return prefix !== undefined && Number(prefix) !== code
  })
  expect(wrong).toEqual([])
})

test('codes 190, 104, 101 and 2500 carry no prefix', () => {
  const bare = catalogue.filter(([, { code }]) => [190, 104, 101, 2500].includes(code ?? -1))
  expect(bare.filter(([, { message }]) => message.startsWith('(#'))).toEqual([])
})

test('every error of the catalogue can be met: a contract or the core names it, or a happening tells it', () => {
  const known = [...coreErrors, ...faultErrors, ...happeningErrors]
  const named = new Set<string>([...known, ...operations.flatMap((contract) => contract.errors)])
  expect(catalogue.map(([name]) => name).filter((name) => !named.has(name))).toEqual([])
})

test('every contract has its behaviour, and no behaviour is without a contract', () => {
  expect(behaviours.map(({ contract }) => contract.name).sort()).toEqual(operations.map(({ name }) => name).sort())
})

test('operations and happenings are named once', () => {
  for (const names of [operations.map(({ name }) => name), happenings.map(({ contract }) => contract.name)]) {
    expect(new Set(names).size).toBe(names.length)
  }
})

test('what is built does not stand among what is not', () => {
  const both = edgeOperations.filter(
    ({ on, edge, method }) => edge && on !== 'Graph' && notBuilt[on]?.[edge]?.includes(method),
  )
  expect(both).toEqual([])
})

test('a ruling chooses one of its sides, and has at least two', () => {
  for (const ruling of Object.values<Ruling>(rulings)) {
    expect(Object.keys(ruling.sides)).toContain(ruling.chosen)
    expect(Object.keys(ruling.sides).length).toBeGreaterThan(1)
  }
})

test('each operation has one file of data, one of behaviour and one test of the same name', () => {
  const stem = (name: string) => name.replace(/(\.test)?\.ts$/, '')
  const contracts = files('contracts/operations').map(stem)
  expect(
    files('emulator/operations')
      .map(stem)
      .filter((name) => name !== 'read-node')
      .sort(),
  ).toEqual(contracts.sort())
  const tests = files('test/operations')
    .map((name) => file(`test/operations/${name}`))
    .join()
  expect(contracts.filter((name) => !tests.includes(`operations/${name}.ts`))).toEqual([])
})

test('no behaviour and no world reads the wall clock or rolls dice', () => {
  const banned = /\bDate\.now\b|new Date\(\)|Math\.random|randomUUID|randomBytes|performance\.now/
  const guilty = files('emulator')
    .filter((name) => name.endsWith('.ts') && banned.test(file(`emulator/${name}`)))
    .sort()
  // The front door hands the wall clock to the one that may use it; how long commands and receivers take is real time,
  // and a recording of real Graph has its day.
  expect(guilty).toEqual(['check/run.ts', 'cli/verify.ts', 'emulator.ts', 'receiver/clock.ts'])
})

test('COVERAGE.md is what the registries say', () => {
  expect(file('COVERAGE.md')).toBe(coveragePage())
})

test('fixtures/world.schema.json is what the loader checks', () => {
  expect(file('fixtures/world.schema.json')).toBe(worldSchemaFile())
})

test('the lock file names no download address', () => {
  expect(file('package-lock.json')).not.toContain('"resolved"')
})

test('every side of every ruling is tried by a test', () => {
  const tests = files('test')
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => file(`test/${name}`))
  const untried = Object.entries<Ruling>(rulings).flatMap(([name, { sides, chosen }]) => {
    const about = tests.filter((text) => text.includes(name)).join()
    return Object.keys(sides)
      .filter((side) => side !== chosen && !about.includes(`'${side}'`))
      .map((side) => `${name}: ${side}`)
  })
  expect(untried).toEqual([])
})

test('every schema is a schema: validators do not look again', () => {
  const ajv = new Ajv({ strict: false })
  const schemas = [
    ...operations.flatMap(({ params, reply }) => [params, reply]),
    ...webhooks.flatMap(({ events }) => Object.values(events).map(({ value }) => value)),
    ...happenings.map(({ contract }) => contract.params),
    worldFile,
  ]
  expect(schemas.filter((schema) => !ajv.validateSchema(schema as object))).toEqual([])
})
