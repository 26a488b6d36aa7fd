// A session with fbgraph.
import { createRequire } from 'node:module'
import {
  adAccount,
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

const graph = createRequire(import.meta.url)('fbgraph')
  .setVersion('25.0')
  .setAccessToken(token)
const answerOf = (call) =>
  new Promise((resolve, reject) => call((error, reply) => (error ? reject(error) : resolve(reply))))

await step('post() sends a template to /marketing_messages', async () => {
  const { messages } = await answerOf((done) => graph.post(`${phone}/marketing_messages`, message(template), done))
  return messages[0].message_status
})

await step('get() lists templates, page by page by paging.next', async () => {
  const names = []
  let path = `${waba}/message_templates?fields=name&limit=2`
  while (path) {
    const { data, paging } = await answerOf((done) => graph.get(path, done))
    names.push(...data.map(({ name }) => name))
    path = paging?.next
  }
  return `${names.length} templates`
})

await step('get() reads the account', async () => {
  const read = await answerOf((done) => graph.get(waba, { fields: 'name,currency' }, done))
  return Object.keys(read).sort().join(', ')
})

await step('get() reads a week of insights', async () => {
  const wanted = { level: 'ad', fields: COUNTS.join(), time_range: LAST_WEEK, limit: 50 }
  const { data } = await answerOf((done) => graph.get(`${adAccount}/insights`, wanted, done))
  return `${data.length} rows`
})

await refused(
  'post() with a template that is not there',
  () => answerOf((done) => graph.post(`${phone}/marketing_messages`, message(missing), done)),
  ({ code }) => `the error of its callback, code ${code}`,
)
