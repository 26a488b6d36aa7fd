import { errors } from './errors.ts'
import { nodes } from './nodes.ts'
import { operations } from './operations.ts'
import { rulings } from './rulings.ts'
import { sources } from './sources.ts'
import { versions } from './versions.ts'
import { webhooks } from './webhooks.ts'

/** All that is kept of Graph, as plain data: it is the same when it was written as JSON and read. */
export function catalogue(): object {
  return { version: 1, operations, nodes, webhooks, errors, rulings, sources, versions }
}
