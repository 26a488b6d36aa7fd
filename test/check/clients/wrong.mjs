// One wrong call by each way in which a call is made, a line each: a field that there is none of.
import https from 'node:https'
import axios from 'axios'

const url = (field) => `https://graph.facebook.com/v24.0/${process.env.MMGRAPH_PHONE_ID}?fields=${field}`
const headers = { authorization: `Bearer ${process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN}` }

async function byFetch() {
  return await fetch(url('by_fetch'), { headers })
}

function byHttps() {
  return new Promise((resolve) => {
    https.get(url('by_https'), { headers }, (answer) => answer.resume().on('end', resolve))
  })
}

async function byAxios() {
  await axios.get(url('by_axios'), { headers, validateStatus: () => true })
}

await byFetch()
await byHttps()
await byAxios()
