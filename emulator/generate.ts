import { writeFileSync } from 'node:fs'
import { coveragePage } from './coverage.ts'
import { scenarioSchemaFile } from './scenario-schema.ts'
import { worldSchemaFile } from './world/schema-file.ts'

// npm run generate: the files that are made from the registries. A test compares each with what is there.
writeFileSync('COVERAGE.md', coveragePage())
writeFileSync('fixtures/world.schema.json', worldSchemaFile())
writeFileSync('scenarios/scenario.schema.json', scenarioSchemaFile())
