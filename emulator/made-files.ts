import { catalogue } from '../contracts/catalogue.ts'
import { reportSchema } from '../contracts/report/json-schema.ts'
import { schemaBundle } from '../contracts/schema-bundle.ts'
import { openApi } from './openapi/document.ts'
import { postmanCollection } from './postman/collection.ts'

/**
 * What is made of the contracts, by the name of its file.
 * @param server where the emulator listens; its usual address where absent
 */
export const madeFiles: Readonly<Record<string, (server?: string) => object>> = {
  'openapi.json': openApi,
  'postman.json': postmanCollection,
  'contracts.json': catalogue,
  'schemas.json': schemaBundle,
  'report.schema.json': () => reportSchema,
}
