// Published clients with Graph's host as they have it: nothing but ids and a token is told to them.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { MMGRAPH_PHONE_ID: phone, MMGRAPH_WABA_ID: waba, MMGRAPH_CLIENT_BUSINESS_TOKEN: token } = process.env
const { MMGRAPH_RECIPIENT_NUMBER: to } = process.env
const template = { name: 'spring_sale', language: { code: 'en_US' } }

/** What a callback-style client answers. */
const answerOf = (call) => new Promise((resolve) => call((error, reply) => resolve(error ?? reply)))

const clients = {
  '@kapso/whatsapp-cloud-api': async () => {
    const { WhatsAppClient } = await import('@kapso/whatsapp-cloud-api')
    const client = new WhatsAppClient({ accessToken: token, graphVersion: 'v24.0' })
    const { messages } = await client.messages.sendTemplate({ phoneNumberId: phone, to: `+${to}`, template })
    return messages[0].id
  },
  '@great-detail/whatsapp': async () => {
    const { CloudAPI } = await import('@great-detail/whatsapp')
    const client = new CloudAPI({ graphVersion: 'v24.0', request: { headers: { Authorization: `Bearer ${token}` } } })
    const message = { phoneNumberID: phone, to: `+${to}`, type: 'template', template }
    return (await client.message.createMessage(message).json()).messages[0].id
  },
  'whatsapp-api-js': async () => {
    const { WhatsAppAPI } = await import('whatsapp-api-js')
    const { Template, Language } = await import('whatsapp-api-js/messages')
    const client = new WhatsAppAPI({ token, secure: false, v: 'v24.0' })
    const sent = await client.sendMessage(phone, to, new Template(template.name, new Language('en_US')))
    return sent.messages[0].id
  },
  'facebook-nodejs-business-sdk': async () => {
    const sdk = require('facebook-nodejs-business-sdk')
    sdk.FacebookAdsApi.init(token)
    const account = await new sdk.WhatsAppBusinessAccount(waba).read(['name'])
    // Pages are followed to the address that Graph gives.
    let page = await account.getMessageTemplates(['name'], { limit: 1 })
    const names = page.map(({ name }) => name)
    while (page.hasNext()) {
      page = await page.next()
      names.push(...page.map(({ name }) => name))
    }
    return names.join()
  },
  fb: async () => {
    const { FB } = require('fb')
    FB.options({ version: 'v24.0', accessToken: token })
    return (await answerOf((done) => FB.api(waba, (reply) => done(null, reply)))).id
  },
  fbgraph: async () => {
    const graph = require('fbgraph').setVersion('24.0').setAccessToken(token)
    const { data, paging } = await answerOf((done) => graph.get(`${waba}/message_templates?limit=1`, done))
    return `${data.length} ${new URL(paging.next).origin}`
  },
}

for (const [name, client] of Object.entries(clients)) {
  const said = await client().catch((error) => `threw ${error.stack}`)
  console.log(`${name}: ${said}`)
}
