// What the sessions of this folder share: ids and a token from the environment that `mmgraph check` gives, and steps.

const need = (name) => {
  const value = process.env[`MMGRAPH_${name}`]
  if (value) return value
  throw new Error(`MMGRAPH_${name} is not set: run this by mmgraph check --world a-year-of-campaigns -- node FILE`)
}

export const token = need('CLIENT_BUSINESS_TOKEN')
export const phone = need('PHONE_ID')
export const waba = need('WABA_ID')
export const adAccount = need('AD_ACCOUNT_ID')
export const to = `+${need('RECIPIENT_NUMBER')}`

/** Somebody else: the same person is not written to twice. */
export const other = '+14165550177'

export const template = { name: 'monthly_sale', language: { code: 'en_US' } }
export const missing = { name: 'no_such_sale', language: { code: 'en_US' } }

/** The body of POST /{phone}/marketing_messages. */
export const message = (of) => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to,
  type: 'template',
  template: of,
})

export const LAST_WEEK = '{"since":"2026-02-22","until":"2026-02-28"}'
export const COUNTS = ['marketing_messages_sent', 'marketing_messages_delivered', 'marketing_messages_link_btn_click']

/** Does one thing, and prints what it was and what came of it. What `run` throws ends the session. */
export async function step(what, run) {
  console.log(`${what}: ${await run()}`)
}

/** Does what must fail: `tell` says what the client made of the error. */
export function refused(what, run, tell) {
  return step(what, async () => {
    const result = await run().then(
      () => undefined,
      (error) => ({ error }),
    )
    if (!result) throw new Error(`${what}: it did not fail`)
    return tell(result.error)
  })
}

/** Lets the time of the world go on: what a client waits for is there at once, and each run waits as often. */
export async function advance(by) {
  const { MMGRAPH_URL: url, MMGRAPH_WORLD: world } = process.env
  const answer = await fetch(`${url}/_mmgraph/worlds/${world}/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ advance: by }),
  })
  if (!answer.ok) throw new Error(`the clock of the world: status ${answer.status}`)
}
