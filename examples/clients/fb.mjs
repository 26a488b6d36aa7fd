// A session with fb. It has one call, api(), and no names for edges.
import { createRequire } from 'node:module'
import { adAccount, COUNTS, LAST_WEEK, message, missing, phone, step, template, token, waba } from './session.mjs'

const { FB } = createRequire(import.meta.url)('fb')
FB.options({ version: 'v25.0', accessToken: token })
const api = (...args) => new Promise((resolve) => FB.api(...args, resolve))

/** Goes on by the addresses that Graph gives. */
async function all(first) {
  const seen = []
  for (let path = first; path; ) {
    const { data, paging } = await api(path)
    seen.push(...data)
    path = paging?.next?.replace('https://graph.facebook.com/', '')
  }
  return seen
}

await step("api(…, 'post') sends a template to /marketing_messages", async () => {
  const { messages } = await api(`${phone}/marketing_messages`, 'post', message(template))
  return messages[0].message_status
})

await step('api() lists templates, page by page by paging.next', async () => {
  return `${(await all(`${waba}/message_templates?fields=name&limit=2`)).length} templates`
})

await step('api() reads the account', async () => {
  const read = await api(waba, { fields: ['name', 'currency'] })
  return Object.keys(read).sort().join(', ')
})

await step('api() reads a week of insights', async () => {
  const wanted = { level: 'ad', fields: COUNTS, time_range: LAST_WEEK, limit: 50 }
  return `${(await api(`${adAccount}/insights`, wanted)).data.length} rows`
})

await step("api(…, 'post') with a template that is not there", async () => {
  const { error } = await api(`${phone}/marketing_messages`, 'post', message(missing))
  return `no throw: an object with error ${error.code}`
})
