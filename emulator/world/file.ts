import { defaultLimits, type Limits } from '../../contracts/limits.ts'
import { rulings } from '../../contracts/rulings.ts'
import type { Static } from '../../contracts/schema.ts'
import { flag, integer, text } from '../../contracts/shapes.ts'

const day = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z)?$',
  description: 'a day like 2026-03-02 or a moment like 2026-03-02T09:00:00Z, UTC',
} as const
const level = { enum: ['standard', 'advanced'] } as const
const names = { type: 'array', items: text } as const

const rowName = {
  type: 'string',
  pattern: '^[a-z][a-z0-9_]{0,63}$',
  description: 'a name of small letters, digits and _ (at most 64)',
} as const

const business = {
  type: 'object',
  description: 'A business portfolio: the partner, a client, or anybody else',
  properties: {
    name: text,
    country: { ...text, description: 'ISO 3166 code' },
    verification_status: text,
    timezone_id: integer,
    vertical: text,
    partner: { enum: ['solution-partner', 'tech-provider'] },
    partnerTermsAccepted: day,
    termsSigned: day,
  },
  required: ['name'],
  additionalProperties: false,
} as const

const app = {
  type: 'object',
  properties: {
    name: text,
    business: { ...text, description: 'Name of the business that owns the app' },
    access: {
      type: 'object',
      description: 'Permissions that App Review granted, and at which level',
      properties: {
        ads_read: level,
        business_management: level,
        public_profile: level,
        whatsapp_business_management: level,
        whatsapp_business_messaging: level,
      },
      additionalProperties: false,
    },
  },
  required: ['name', 'business', 'access'],
  additionalProperties: false,
} as const

const systemUser = {
  type: 'object',
  properties: {
    name: text,
    business: text,
    role: { enum: ['ADMIN', 'EMPLOYEE'] },
    assigned: { ...names, description: 'Names of the accounts that an EMPLOYEE may use' },
  },
  required: ['name', 'business'],
  additionalProperties: false,
} as const

const user = {
  type: 'object',
  description: 'A person who administers a business',
  properties: { name: text, email: { type: 'string', pattern: '@' }, adminOf: text },
  required: ['name', 'email', 'adminOf'],
  additionalProperties: false,
} as const

const account = {
  type: 'object',
  description: 'A WhatsApp Business Account',
  properties: {
    name: text,
    owner: { ...text, description: 'Name of the business that owns it; of an OBO account the partner' },
    onBehalfOf: { ...text, description: 'Name of the client on whose behalf the owner holds it' },
    sharedWith: { ...names, description: 'Names of the partners that it is shared with' },
    mobilityIntent: { ...flag, description: 'An OBO account whose transfer was already asked for' },
    country: { ...text, description: 'Tax country, ISO 3166' },
    currency: text,
    timezone_id: text,
    status: { enum: ['ACTIVE', 'RESTRICTED', 'DISABLED'] },
    account_review_status: { enum: ['PENDING', 'APPROVED', 'REJECTED'] },
    active: { ...flag, description: 'Whether it counts as active for rate limits; true where absent' },
    paymentMethod: { ...flag, description: 'Whether a payment method is attached; true where absent' },
  },
  required: ['name', 'owner'],
  additionalProperties: false,
} as const

const solution = {
  type: 'object',
  description: 'A Multi-Partner Solution',
  properties: {
    name: text,
    ownerApp: text,
    partnerApp: text,
    status: { enum: ['DRAFT', 'INITIATED', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] },
  },
  required: ['name', 'ownerApp', 'partnerApp'],
  additionalProperties: false,
} as const

const request = {
  type: 'object',
  description: 'A request of the Intent API that waits for the client',
  properties: { app: text, to: text, solution: text },
  required: ['app', 'to'],
  additionalProperties: false,
} as const

const token = {
  type: 'object',
  description: 'An access token. Without `of` it is the token of the app itself',
  properties: {
    app: text,
    of: { ...text, description: 'Name of the system user or user' },
    scopes: {
      type: 'array',
      items: {
        enum: [
          'ads_read',
          'business_management',
          'public_profile',
          'whatsapp_business_management',
          'whatsapp_business_messaging',
        ],
      },
    },
    expires: day,
  },
  required: ['app'],
  additionalProperties: false,
} as const

const ruling = Object.fromEntries(
  Object.entries(rulings).map(([name, { sides }]) => [name, { enum: Object.keys(sides) }]),
)

const limits = {
  type: 'object',
  description: 'Calls per hour; see contracts/limits.ts for what holds where nothing is said',
  properties: Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, { type: 'integer', minimum: 1 }])),
  additionalProperties: false,
} as const

const section = <S>(rows: S) => ({ type: 'object', propertyNames: rowName, additionalProperties: rows }) as const

/** What a world file may say. Everything in it is known by a name; ids are given when a world is made of it. */
export const worldFile = {
  type: 'object',
  properties: {
    $schema: text,
    title: text,
    clock: day,
    rulings: { type: 'object', properties: ruling, additionalProperties: false },
    limits,
    businesses: section(business),
    apps: section(app),
    systemUsers: section(systemUser),
    users: section(user),
    solutions: section(solution),
    accounts: section(account),
    requests: section(request),
    tokens: section(token),
  },
  required: ['title', 'clock', 'businesses', 'apps', 'tokens'],
  additionalProperties: false,
} as const

type Sections = {
  businesses: typeof business
  apps: typeof app
  systemUsers: typeof systemUser
  users: typeof user
  solutions: typeof solution
  accounts: typeof account
  requests: typeof request
  tokens: typeof token
}

/** One row of a section of a world file. */
export type Row<S extends keyof Sections> = Static<Sections[S]>

/** A world file, held to its schema. */
export type WorldFile = {
  readonly title: string
  readonly clock: string
  readonly rulings?: Readonly<Record<string, string>>
  readonly limits?: Readonly<Partial<Limits>>
} & { readonly [S in 'businesses' | 'apps' | 'tokens']: Rows<S> } & {
  readonly [S in Exclude<keyof Sections, 'businesses' | 'apps' | 'tokens'>]?: Rows<S>
}

type Rows<S extends keyof Sections> = Readonly<Record<string, Row<S>>>

/** The sections whose rows are nodes, in the order in which ids are given. */
export const nodeSections = {
  businesses: 'Business',
  apps: 'Application',
  systemUsers: 'SystemUser',
  users: 'User',
  solutions: 'WhatsAppBusinessSolution',
  accounts: 'WhatsAppBusinessAccount',
  requests: 'BusinessAgreement',
} as const
