import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PublishedEvent } from '../../contracts/receiver/body.ts'

/** The samples of webhooks that Meta and others published. */
export function publishedEvents(): readonly PublishedEvent[] {
  const file = createRequire(import.meta.url).resolve('#fixtures/published/webhooks.json')
  return JSON.parse(readFileSync(file, 'utf8'))
}
