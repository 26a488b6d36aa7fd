import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import { verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { expect, test } from 'vitest'
import { driveServer, rulesOf } from './drive.ts'
import { SECRET, TOKEN } from './sample.ts'

const require = createRequire(import.meta.url)

// Receivers of published clients, mounted as their pages show.

test('whatsapp-api-js answers 500 to what has no metadata, 400 to chunks, and reads the first status alone', async () => {
  const { WhatsAppAPI } = require('whatsapp-api-js/middleware/node-http')
  const api = new WhatsAppAPI({ token: 'none', appSecret: SECRET, webhookVerifyToken: TOKEN })
  const driven = await driveServer({}, async (request: IncomingMessage, response: ServerResponse, { box }) => {
    // Each message and each status that the client tells of is one effect.
    const tell = (): void => {
      box.count += 1
    }
    Object.assign(api.on, { message: tell, status: tell })
    if (request.method === 'POST') {
      response.statusCode = await api.handle_post(request)
      response.end()
      return
    }
    try {
      response.end(api.handle_get(request))
    } catch (status) {
      response.writeHead(Number(status)).end()
    }
  })
  expect(rulesOf(driven)).toEqual([
    'signature-missing',
    'published-events',
    'unknown-field',
    'unknown-event',
    'event-account-update',
    'event-account-review-update',
    'event-account-alerts',
    'event-partner-solutions',
    'event-message-template-status-update',
    'event-message-template-quality-update',
    'event-message-template-components-update',
    'event-template-category-update',
    'event-template-correct-category-detection',
    'event-business-capability-update',
    'event-phone-number-name-update',
    'event-phone-number-quality-update',
    'event-security',
    'repeat-counted',
    'batch-counted',
    'body-chunked',
  ])
  const problemOf = (rule: string) => driven.report.findings.find((finding) => finding.rule === rule)?.problem
  expect(problemOf('event-account-update')).toBe('HTTP 500 where 2xx is owed')
  expect(problemOf('body-chunked')).toBe('HTTP 400 where 2xx is owed')
  expect(problemOf('batch-counted')).toBe('the count grew by 1 where 8 is owed: one of the statuses alone is 1')
})

test('@great-detail/whatsapp compares the letters of hex, which Meta writes in lower case', async () => {
  const { Client } = await import('@great-detail/whatsapp')
  const { webhook } = new Client()
  const driven = await driveServer({}, async (request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '', 'http://sample').searchParams)
    const { method = '' } = request
    const headers = request.headers as Record<string, string>
    try {
      const body = (await buffer(request)).toString()
      if (method === 'GET') {
        const registration = await webhook.register({ method, query, body: '', headers })
        if (registration.verifyToken !== TOKEN) response.writeHead(403).end()
        else response.end(registration.accept())
        return
      }
      const event = await webhook.eventNotification({ method, query, body, headers })
      await event.verifySignature(SECRET)
      response.end(event.accept())
    } catch {
      response.writeHead(400).end()
    }
  })
  expect(rulesOf(driven)).toEqual(['signature-upper-case'])
})

test('@kapso/whatsapp-cloud-api checks signatures right', async () => {
  const driven = await driveServer({
    isSigned: ({ body, headers }) => {
      const header = headers['x-hub-signature-256']
      return verifySignature({ appSecret: SECRET, rawBody: body, ...(header && { signatureHeader: String(header) }) })
    },
  })
  expect(rulesOf(driven)).toEqual([])
})
