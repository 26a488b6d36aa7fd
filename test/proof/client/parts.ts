// biome-ignore lint/suspicious/noExplicitAny: replies and webhooks, read by name
export type Json = any

/** What the integration of a partner is started with. Times are milliseconds. */
export interface Setup {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly baseUrl: string
  readonly tokens: { readonly app: string; readonly systemUser: string }
  readonly appSecret: string
  readonly ids: Readonly<Record<'app' | 'business' | 'account' | 'phone', string>>
  readonly callback: string
  readonly verifyToken: string
  /** The numbers that campaigns go to. */
  readonly people: readonly string[]
  readonly sleep: (time: number) => Promise<void>
  readonly now: () => number
  /** Somebody goes through Embedded Signup on the partner's page, which gets a code. */
  readonly signUp: () => Promise<string>
  /** The endpoint of webhooks has so much to do before it can answer. */
  readonly busy: (time: number) => void
}

/** What it remembers. People are known by their digits. */
export interface Memory {
  /** Webhooks that were taken and not yet worked on. */
  readonly inbox: string[]
  readonly known: Set<string>
  readonly signed: Set<string>
  /** The latest status of each template, by name. */
  readonly templates: Map<string, string>
  /** What became of messages, by the name that we gave each. */
  readonly statuses: Map<string, string>
  readonly stopped: Set<string>
  readonly unreachable: Set<string>
  readonly blocked: Set<string>
  /** Until when Meta holds marketing messages back from somebody. */
  readonly heldBack: Map<string, number>
  /** Messages of campaigns, by Graph's ids. */
  readonly campaigns: Set<string>
  /** Ids of uploaded files. */
  readonly files: Map<string, string>
  /** Why nothing goes out of the number any more. */
  halted?: number
  /** Where the ads of the templates are, as a template tells. */
  adAccount: string
  /** The token for the client business. */
  token: string
  /** Names of messages are counted. */
  sent: number
}

export interface Client {
  readonly setup: Setup
  readonly parts: Parts
  readonly memory: Memory
}

/** One call that is wanted. */
export interface Ask {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly params?: Readonly<Record<string, unknown>>
  /** Whose token goes with it. */
  readonly as: 'app' | 'system' | 'client'
  /** Whether it was done after all, where its answer was lost. */
  readonly isDone?: () => boolean
}

/** What came back. Status 0: no answer, or one that broke off or is no JSON. */
export interface Answer {
  readonly status: number
  readonly body: Json
  /** Of an error. */
  readonly code?: number
  readonly subcode?: number
  /** The minutes until Graph takes calls again, where it told them. */
  readonly regain?: number
}

/** A customer who wrote. */
export interface Incoming {
  readonly id: string
  readonly from: string
  readonly type: string
  readonly context?: { readonly id: string }
}

/** The parts of a client. A planted bug is another one of them. */
export interface Parts {
  readonly version: string
  /** Puts the token into a call. */
  readonly authorize: (url: URL, headers: Headers, token: string) => void
  readonly encode: (params: Readonly<Record<string, unknown>>) => { readonly type: string; readonly text: string }
  /** appsecret_proof of a token; undefined: none is sent. */
  readonly proof: (client: Client, ask: Ask, token: string) => string | undefined
  /** How long to wait before the same is asked again; undefined: it is not asked again. */
  readonly waitAfter: (answer: Answer, tries: number, ask: Ask) => number | undefined
  /** At 190: gets another token, and tells whether to go on with it. */
  readonly renew: (client: Client, tries: number) => Promise<boolean>
  /** Whether a call whose answer was lost was done, as far as webhooks tell. */
  readonly isDone: (ask: Ask) => boolean
  /** Fields of webhooks that the app subscribes to. */
  readonly fields: readonly string[]
  readonly subscribeAccount: (client: Client) => Promise<void>
  readonly accountFields: string
  /** Exchanges the code of a business that signed up for its token. */
  readonly exchange: (client: Client, code: string) => Promise<void>
  readonly invite: (client: Client) => Promise<void>
  readonly awaitSigning: (client: Client) => Promise<void>
  readonly onSigned: (client: Client, business: string) => Promise<void>
  readonly fetchToken: (client: Client, business: string) => Promise<void>
  readonly listTemplates: (client: Client) => Promise<readonly string[]>
  readonly makeTemplate: (client: Client, known: readonly string[]) => Promise<void>
  readonly awaitApproval: (client: Client) => Promise<void>
  readonly awaitSync: (client: Client) => Promise<void>
  /** Before the first campaign. */
  readonly prepare: (client: Client) => Promise<void>
  readonly mayReach: (client: Client, digits: string) => boolean
  /** The people of a campaign, one after another. */
  readonly queue: (client: Client) => readonly string[]
  readonly edge: (template: string) => string
  readonly message: (to: string, template: string, name: string) => Readonly<Record<string, unknown>>
  readonly beforeSend: (client: Client) => Promise<void>
  readonly afterSend: (client: Client) => Promise<void>
  /** Whether nothing goes out of the number until somebody has mended it. */
  readonly isHalt: (answer: Answer) => boolean
  /** Answers somebody who answered a campaign. */
  readonly reply: (client: Client, message: Incoming) => Promise<void>
  readonly upload: (client: Client) => Promise<string>
  readonly findAds: (client: Client) => Promise<void>
  readonly readInsights: (client: Client) => Promise<void>
  readonly awaitReport: (client: Client, run: string) => Promise<void>
  readonly readAnalytics: (client: Client) => Promise<void>
  /** What the webhook endpoint answers; what it takes goes into the inbox. */
  readonly take: (client: Client, body: string) => number
  readonly isNew: (client: Client, change: Json) => boolean
  readonly onStatus: (client: Client, status: Json) => void
  readonly onPreference: (client: Client, preference: Json) => void
}
