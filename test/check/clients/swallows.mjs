// Calls Graph once, and others of Meta's hosts, whose errors it swallows.
import dns from 'node:dns/promises'
import https from 'node:https'

const quietly = (host) => new Promise((resolve) => https.get(`https://${host}/`, resolve).on('error', resolve))

const authorization = `Bearer ${process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN}`
await fetch('https://graph.facebook.com/v24.0/me', { headers: { authorization } })
await fetch('https://www.facebook.com/v24.0/dialog/oauth').catch(() => undefined)
await quietly('rupload.facebook.com')
await quietly('scontent.whatsapp.net')
await dns.lookup('graph.instagram.com').catch(() => undefined)
process.exit(0)
