import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Client, pageOf, runSession } from './report-page.ts'

const clients: readonly Client[] = [
  { package: '@kapso/whatsapp-cloud-api', file: 'kapso-whatsapp-cloud-api' },
  { package: '@great-detail/whatsapp', file: 'great-detail-whatsapp' },
  { package: 'whatsapp-api-js', file: 'whatsapp-api-js' },
  { package: 'facebook-nodejs-business-sdk', file: 'facebook-nodejs-business-sdk' },
  { package: 'fb', file: 'fb' },
  { package: 'fbgraph', file: 'fbgraph' },
]

const filesIn = (folder: string): string[] => readdirSync(new URL(`../../${folder}`, import.meta.url)).sort()

// `npm run clients` writes the pages: see package.json. One that is missing fails, as vitest.config.ts has it.
describe('the page of', { timeout: 60_000 }, () => {
  test.concurrent.for(clients)('$package is what its session comes to', async (client, { expect }) => {
    const page = pageOf(client, await runSession(client))
    await expect(page).toMatchFileSnapshot(`../../docs/clients/${client.file}.md`)
  })
})

test('each client has a session and a page, and check.md leads to it', () => {
  const files = clients.map(({ file }) => file).sort()
  // A page that is missing fails above, and is written at the end of this file by --update.
  expect(filesIn('docs/clients').filter((page) => !files.includes(page.replace(/\.md$/, '')))).toEqual([])
  expect(filesIn('examples/clients')).toEqual([...files, 'session'].sort().map((file) => `${file}.mjs`))
  const check = readFileSync(new URL('../../docs/check.md', import.meta.url), 'utf8')
  for (const file of files) expect(check).toContain(`(clients/${file}.md)`)
})
