import { defaultLimits, type Limits, optionalLimits } from '../../contracts/limits.ts'
import { rulings } from '../../contracts/rulings.ts'
import type { Static } from '../../contracts/schema.ts'
import { text } from '../../contracts/shapes.ts'
import { account, business, dataset, day, internalSetup, phoneNumber, request, rowName, solution } from './rows.ts'
import { app, systemUser, token, user } from './rows-of-access.ts'
import { benchmark, history } from './rows-of-metrics.ts'
import { rate } from './rows-of-rates.ts'
import { recipient, template, templateReview } from './rows-of-sending.ts'
import { loginConfiguration } from './rows-of-signup.ts'
import { templateGroup } from './rows-of-templates.ts'
import { defaultRetention, type Retention } from './seed.ts'

const ruling = Object.fromEntries(
  Object.entries(rulings).map(([name, { sides }]) => [name, { enum: Object.keys(sides) }]),
)

const limits = {
  type: 'object',
  description: 'Calls per hour; see contracts/limits.ts for what holds where nothing is said',
  properties: Object.fromEntries(
    [...Object.keys(defaultLimits), ...optionalLimits].map((name) => [name, { type: 'integer', minimum: 1 }]),
  ),
  additionalProperties: false,
} as const

const retention = {
  type: 'object',
  description: 'How many messages that have arrived, webhook tries and calls are kept, and how many bytes of files',
  properties: Object.fromEntries(Object.keys(defaultRetention).map((name) => [name, { type: 'integer', minimum: 1 }])),
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
    retention,
    rates: { type: 'array', items: rate },
    benchmarks: { type: 'array', items: benchmark },
    templateReview,
    internalSetup,
    businesses: section(business),
    apps: section(app),
    systemUsers: section(systemUser),
    users: section(user),
    solutions: section(solution),
    accounts: section(account),
    requests: section(request),
    phoneNumbers: section(phoneNumber),
    templates: section(template),
    datasets: section(dataset),
    templateGroups: section(templateGroup),
    recipients: section(recipient),
    tokens: section(token),
    loginConfigurations: section(loginConfiguration),
    history: section(history),
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
  phoneNumbers: typeof phoneNumber
  templates: typeof template
  datasets: typeof dataset
  templateGroups: typeof templateGroup
  recipients: typeof recipient
  tokens: typeof token
  loginConfigurations: typeof loginConfiguration
  history: typeof history
}

/** One row of a section of a world file. */
export type Row<S extends keyof Sections> = Static<Sections[S]>

/** A world file, held to its schema. */
export type WorldFile = {
  readonly title: string
  readonly clock: string
  readonly rulings?: Readonly<Record<string, string>>
  readonly limits?: Readonly<Partial<Limits>>
  readonly retention?: Readonly<Partial<Retention>>
  readonly rates?: readonly Static<typeof rate>[]
  readonly benchmarks?: readonly Static<typeof benchmark>[]
  readonly templateReview?: Static<typeof templateReview>
  readonly internalSetup?: Static<typeof internalSetup>
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
  phoneNumbers: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  templates: 'WhatsAppBusinessHSM',
  datasets: 'Dataset',
  templateGroups: 'BusinessMessagingTemplateGroup',
} as const
