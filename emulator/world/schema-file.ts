import { worldFile } from './file.ts'

/** fixtures/world.schema.json: for editors that complete and check world files. */
export function worldSchemaFile(): string {
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'A world of mmgraph', ...worldFile }
  return `${JSON.stringify(schema, null, 2)}\n`
}
