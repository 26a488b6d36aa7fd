import { writeFileSync } from 'node:fs'
import { rulesPage } from '../contracts/rules-page.ts'
import { libraryPage } from '../scenarios/coverage/library.ts'
import { configSchemaFile } from './check/config.ts'
import { library } from './cli/library.ts'
import { coveragePage } from './coverage.ts'
import { fidelityPage } from './fidelity.ts'
import { scenarioSchemaFile } from './scenario-schema.ts'
import { worldSchemaFile } from './world/schema-file.ts'

// npm run generate: the files that are made from the registries. A test compares each with what is there.
writeFileSync('COVERAGE.md', coveragePage())
writeFileSync('docs/fidelity.md', fidelityPage())
writeFileSync('fixtures/world.schema.json', worldSchemaFile())
writeFileSync('docs/rules.md', rulesPage())
writeFileSync('fixtures/config.schema.json', configSchemaFile())
writeFileSync('docs/scenarios-coverage.md', libraryPage(library()))
writeFileSync('scenarios/scenario.schema.json', scenarioSchemaFile())
