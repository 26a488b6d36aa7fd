// A session with facebook-nodejs-business-sdk, Meta's own.
import { createRequire } from 'node:module'
import {
  adAccount,
  advance,
  COUNTS,
  LAST_WEEK,
  message,
  missing,
  phone,
  refused,
  step,
  template,
  token,
  waba,
} from './session.mjs'

const sdk = createRequire(import.meta.url)('facebook-nodejs-business-sdk')
const api = sdk.FacebookAdsApi.init(token)
const account = new sdk.WhatsAppBusinessAccount(waba)
const ads = new sdk.AdAccount(adAccount)

/** Goes on as long as the SDK says that there is more. */
async function all(first) {
  const seen = [...first]
  for (let page = first; page.hasNext(); seen.push(...page)) page = await page.next()
  return seen
}

await step('api.call() sends a template to /marketing_messages', async () => {
  const { messages } = await api.call('POST', [phone, 'marketing_messages'], message(template))
  return messages[0].message_status
})

await step('WhatsAppBusinessAccount.getMessageTemplates() and next() go through all pages', async () => {
  const templates = await all(await account.getMessageTemplates(['name', 'status'], { limit: 2 }))
  return `${templates.length} templates`
})

await step('WhatsAppBusinessAccount.read() reads the account', async () => {
  const { _data } = await account.read(['name', 'currency'])
  return Object.keys(_data).sort().join(', ')
})

await step('AdAccount.getInsights() and next() go through a week of rows', async () => {
  const wanted = { level: 'ad', time_range: LAST_WEEK, time_increment: 1, limit: 10 }
  const rows = await all(await ads.getInsights(COUNTS, wanted))
  return `${rows.length} rows`
})

await step('AdAccount.getInsightsAsync() asks for a report, waits until it is complete, and reads it', async () => {
  const run = await ads.getInsightsAsync(COUNTS, { level: 'campaign', time_range: LAST_WEEK })
  let status = (await run.get(['async_status'])).async_status
  for (let polls = 0; polls < 10 && status !== 'Job Completed'; polls += 1) {
    await advance('1m')
    status = (await run.get(['async_status'])).async_status
  }
  return `${(await all(await run.getInsights([], { limit: 50 }))).length} rows`
})

await refused(
  'api.call() with a template that is not there',
  () => api.call('POST', [phone, 'marketing_messages'], message(missing)),
  ({ name, status, response }) => `${name}, status ${status}, code ${response.code}`,
)
