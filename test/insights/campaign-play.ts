import { expect } from 'vitest'
import { habits } from '../../contracts/habits.ts'
import { createEmulator, type Emulator } from '../../emulator/emulator.ts'
import { need } from '../kit.ts'
import { SENT, type TemplateName, worldOf } from './campaign-world.ts'
import { type Campaign, COUNTRIES, type Country, DEEDS, type Step } from './campaigns.ts'

/** A message that Graph took, as who sent it knows it. `at` is milliseconds. */
export interface Sent {
  readonly id: string
  readonly template: TemplateName
  readonly to: Country
  readonly habit: keyof typeof habits
  readonly at: number
  /** Neither optimised nor tracked, as its template slept. */
  readonly asleep: boolean
}

/** What somebody did that no webhook tells, or not of which message. */
export interface Deed {
  readonly does: 'clicks' | 'calls'
  readonly message: string
  readonly at: number
  readonly click?: string
}

export interface Conversion {
  readonly counter: string
  readonly template: string
  readonly value: number
  readonly at: number
}

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes, which the tests read by name
  readonly body: any
}

type Params = Readonly<Record<string, string | number>>

const DAY = 86_400_000

/** A campaign, played in this process: no port, no socket. It knows what it did and what a receiver was told. */
export class CampaignPlay {
  readonly sent: Sent[] = []
  readonly deeds: Deed[] = []
  readonly conversions: Conversion[] = []
  /** Bodies that the receiver was posted, oldest first. */
  readonly posts: string[] = []
  /** Every answer, as it came. */
  readonly answers: string[] = []
  now: number
  readonly campaign: Campaign
  readonly names: Readonly<Record<string, string>>
  readonly #tokens: Readonly<Record<string, string>>
  readonly #emulator: Emulator
  /** When the ads of each template were last awake. */
  readonly #awake: Record<string, number> = {}

  constructor(campaign: Campaign) {
    this.campaign = campaign
    this.now = Date.parse(campaign.clock)
    this.#emulator = createEmulator({
      transport: async ({ url, method, body = '' }) => {
        if (method === 'POST') this.posts.push(body)
        const challenge = new URL(url).searchParams.get('hub.challenge') ?? ''
        return { status: 200, statusText: 'OK', body: challenge }
      },
    })
    const { world } = this.#emulator.worlds.create('campaign', worldOf(campaign), 'campaign')
    this.names = world.names
    this.#tokens = world.tokenNames
  }

  static async of(campaign: Campaign): Promise<CampaignPlay> {
    const play = new CampaignPlay(campaign)
    const subscription = { object: 'whatsapp_business_account', callback_url: 'http://127.0.0.1:1/', verify_token: 'x' }
    await play.post('/{app}/subscriptions', { ...subscription, fields: 'messages' }, 'app')
    await play.post('/{waba}/subscribed_apps', {})
    for (const step of campaign.steps) await play.#run(step)
    // Whoever acts by habit has acted; what is told late is told with what comes a day later.
    await play.waits(campaign.rulings['status-order'] === 'disordered' ? '25h' : '1m')
    return play
  }

  async get(path: string, query: Params = {}): Promise<Reply> {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]),
    )
    return this.#fetch('GET', `/v25.0${this.#filled(path)}?${search}`, 'client_business')
  }

  /** A link that Graph gave. */
  follow(link: string): Promise<Reply> {
    const { pathname, search } = new URL(link)
    return this.#fetch('GET', pathname + search, 'client_business')
  }

  post(path: string, body: object, as = 'client_business'): Promise<Reply> {
    return this.#fetch('POST', `/v25.0${this.#filled(path)}`, as, body)
  }

  async waits(advance: string): Promise<void> {
    const { body } = await this.#fetch('POST', '/_mmgraph/worlds/campaign/clock', undefined, { advance })
    this.now = body.now
  }

  /** Sends, and remembers what Graph took. */
  async sends({ sends: template, by, to, habit }: Extract<Step, { sends: string }>): Promise<void> {
    const number = `+${COUNTRIES[to]}555${habits[habit].number}`
    const { status, body } = await this.post(`/{phone}/${by}`, {
      messaging_product: 'whatsapp',
      to: number,
      type: 'template',
      template: { language: { code: 'en_US' }, ...SENT[template] },
    })
    expect(status).toBeLessThan(501)
    if (status !== 200) return
    const asleep =
      by === 'marketing_messages' && this.now - (this.#awake[template] ?? Date.parse(this.campaign.clock)) > 7 * DAY
    this.#awake[template] = this.now
    this.sent.push({ id: body.messages[0].id, template, to, habit, at: this.now, asleep })
  }

  async #run(step: Step): Promise<void> {
    if ('sends' in step) return this.sends(step)
    if ('waits' in step) return this.waits(step.waits)
    if ('customer' in step) return this.#acts(step)
    if ('converts' in step) return this.#converts(step)
    if (step.business === 'leaves') await this.#happens('coexistence_ends', { phone: 'phone' })
    else if (step.business === 'deletes') await this.#deletes(step.template)
    else await this.#happens('template_quality_changes', { template: step.template, score: 'RED' })
  }

  async #acts({ customer, which }: Extract<Step, { customer: string }>): Promise<void> {
    const message = this.sent[which % Math.max(1, this.sent.length)]
    if (!message) return
    // Webhooks tell whole seconds: what was sent in this one may not have arrived.
    await this.waits('1s')
    const from = `${COUNTRIES[message.to]}555${habits[message.habit].number}`
    const text = { phone: 'phone', from, type: 'text', text: { body: 'Rye?' }, context: { id: message.id } }
    const params = customer === 'replies' ? text : { message: message.id, ...(customer === 'taps' && { button: 0 }) }
    const { status, body } = await this.#happens(DEEDS[customer], params)
    if (status !== 200 || (customer !== 'clicks' && customer !== 'calls')) return
    const click = body.result?.click_id
    this.deeds.push({ does: customer, message: message.id, at: this.now, ...(click && { click }) })
  }

  async #converts({ converts: event_name, source, value, which }: Extract<Step, { converts: string }>): Promise<void> {
    await this.#acts({ customer: 'clicks', which })
    const clicks = this.deeds.filter(({ click }) => click !== undefined)
    const click_id = clicks[which % Math.max(1, clicks.length)]?.click
    if (click_id === undefined) return
    const { status, body } = await this.#happens('customer_converts', { event_name, source, value, click_id })
    expect(status).toBe(200)
    const { counter, template } = body.result
    if (counter) this.conversions.push({ counter, template, value, at: this.now })
  }

  async #deletes(template: TemplateName): Promise<void> {
    const { name } = SENT[template] as { name: string }
    await this.#fetch('DELETE', `/v25.0${this.#filled('/{waba}')}/message_templates?name=${name}`, 'client_business')
  }

  #happens(name: string, params: object): Promise<Reply> {
    return this.#fetch('POST', '/_mmgraph/worlds/campaign/happenings', undefined, { name, with: params })
  }

  #filled(path: string): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => need(this.names[name]))
  }

  async #fetch(method: string, path: string, as: string | undefined, body?: object): Promise<Reply> {
    const token = as && this.#tokens[as]
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const request = new Request(`http://127.0.0.1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const response = await this.#emulator.fetch(request)
    const text = await response.text()
    this.answers.push(`${response.status} ${text}`)
    return { status: response.status, body: JSON.parse(text) }
  }
}
