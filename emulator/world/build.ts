import { defaultLimits } from '../../contracts/limits.ts'
import type { Permission } from '../../contracts/node.ts'
import { defaultRulings, type Rulings } from '../../contracts/rulings.ts'
import { makeAdAccount } from '../model/ad-account.ts'
import { graphTime } from '../model/time.ts'
import type { AnyEntity } from './entities.ts'
import { nodeSections, type Row, type WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import { type Directory, World } from './world.ts'

type Section = keyof typeof nodeSections

/** What a row needs to become an entity. */
interface Building {
  readonly world: World
  readonly id: string
  readonly name: string
  /** The id of the row that a name refers to. @throws BrokenWorld when that section has no such row */
  readonly ref: (section: Section, name: string, field: string) => string
  readonly refs: (section: Section, names: readonly string[] | undefined, field: string) => string[]
}

/** What the command line says of every world. */
export interface MoreOfWorld {
  /** The day whose Graph it is (milliseconds); the day of the world where absent. */
  readonly graphDate: number | undefined
  readonly limits: 'on' | 'off'
}

/** Makes a world of a world file. The id is also the seed: the same file and id give the same world. */
export function buildWorld(file: WorldFile, name: string, id: string, directory: Directory, more: MoreOfWorld): World {
  const rulings = { ...defaultRulings, ...file.rulings } as Rulings
  const limits = more.limits === 'off' ? undefined : { ...defaultLimits, ...file.limits }
  const { graphDate } = more
  const world = new World(
    { id, name, title: file.title, now: Date.parse(file.clock), rulings, limits, graphDate },
    directory,
  )
  try {
    fill(world, file)
  } catch (error) {
    world.leave()
    throw error
  }
  return world
}

function fill(world: World, file: WorldFile): void {
  giveIds(world, file)
  for (const section of Object.keys(nodeSections) as Section[]) {
    for (const [row, value] of Object.entries(file[section] ?? {})) {
      world.put(build[section](value as never, building(world, file, section, row)))
    }
  }
  for (const [row, value] of Object.entries(file.tokens ?? {})) issueToken(world, file, row, value)
}

function giveIds(world: World, file: WorldFile): void {
  for (const section of Object.keys(nodeSections) as Section[]) {
    for (const name of Object.keys(file[section] ?? {})) {
      if (world.names[name]) throw new BrokenWorld(world.name, `/${section}/${name}`, 'the name is taken already')
      world.names[name] = world.ids.next()
    }
  }
}

function building(world: World, file: WorldFile, section: string, name: string): Building {
  const ref: Building['ref'] = (target, wanted, field) => {
    const rows = Object.keys(file[target] ?? {})
    const id = rows.includes(wanted) ? world.names[wanted] : undefined
    if (id) return id
    const allowed = rows.length ? `those are ${rows.join(', ')}` : 'there are none'
    throw new BrokenWorld(
      world.name,
      `/${section}/${name}/${field}`,
      `'${wanted}' is none of the ${target}; ${allowed}`,
    )
  }
  const refs: Building['refs'] = (target, names = [], field) => names.map((wanted) => ref(target, wanted, field))
  return { world, id: world.names[name] ?? '', name, ref, refs }
}

const build: { [S in Section]: (row: Row<S>, at: Building) => AnyEntity } = {
  businesses: (row, { id, world }) => ({
    nodeType: 'Business',
    id,
    name: row.name,
    country: row.country ?? 'US',
    verification_status: row.verification_status ?? 'verified',
    timezone_id: row.timezone_id ?? 1,
    created_time: graphTime(world.now),
    ...(row.vertical && { vertical: row.vertical }),
    ...(row.partner && { partner: row.partner }),
    ...(row.partnerTermsAccepted && { partnerTermsAcceptedAt: Date.parse(row.partnerTermsAccepted) }),
    ...(row.termsSigned && { termsSignedAt: Date.parse(row.termsSigned) }),
  }),
  apps: (row, { id, name, world, ref }) => ({
    nodeType: 'Application',
    id,
    name: row.name,
    link: `https://www.facebook.com/games/?app_id=${id}`,
    businessId: ref('businesses', row.business, 'business'),
    secret: world.ids.secret(name),
    access: row.access,
  }),
  systemUsers: (row, { id, ref, refs }) => ({
    nodeType: 'SystemUser',
    id,
    name: row.name,
    role: row.role ?? 'ADMIN',
    businessId: ref('businesses', row.business, 'business'),
    assigned: refs('accounts', row.assigned, 'assigned'),
  }),
  users: (row, { id, ref }) => ({
    nodeType: 'User',
    id,
    name: row.name,
    email: row.email,
    adminOf: ref('businesses', row.adminOf, 'adminOf'),
  }),
  solutions: (row, { id, ref }) => ({
    nodeType: 'WhatsAppBusinessSolution',
    id,
    name: row.name,
    status: row.status ?? 'ACTIVE',
    status_for_pending_request: 'NONE',
    owner_permissions: ['MANAGE', 'DEVELOP', 'MANAGE_TEMPLATES', 'MANAGE_PHONE', 'VIEW_COST'],
    ownerAppId: ref('apps', row.ownerApp, 'ownerApp'),
    partnerAppId: ref('apps', row.partnerApp, 'partnerApp'),
  }),
  accounts: buildAccount,
  requests: (row, { id, world, ref }) => {
    const appId = ref('apps', row.app, 'app')
    const toId = ref('businesses', row.to, 'to')
    world.schedule({ at: world.now, kind: 'happening', name: 'admins_are_invited', params: { request: id } })
    return {
      nodeType: 'BusinessAgreement',
      id,
      request_status: 'PENDING',
      fromId: world.need('Application', appId).businessId,
      appId,
      toId,
      createdAt: world.now,
      ...(row.solution && { solutionId: ref('solutions', row.solution, 'solution') }),
    }
  },
}

const accountDefaults = { timezone_id: '1', account_review_status: 'APPROVED', status: 'ACTIVE' } as const

/** The fields of a row that stand in the entity as they are. */
function withoutNames(row: Row<'accounts'>): Pick<Row<'accounts'>, 'name'> & object {
  const {
    owner: _,
    onBehalfOf: __,
    sharedWith: ___,
    mobilityIntent: ____,
    paymentMethod: _____,
    active: ______,
    ...plain
  } = row
  return plain
}

function buildIntent(world: World, wabaId: string): string {
  const id = world.ids.next()
  const created_time = graphTime(world.now)
  const nodeType = 'WhatsAppBusinessAccountOBOMobilityIntent'
  return world.put({ nodeType, id, status: 'PENDING', created_time, wabaId }).id
}

function buildAccount(row: Row<'accounts'>, { id, world, ref, refs }: Building): AnyEntity {
  const intent = row.mobilityIntent ? buildIntent(world, id) : undefined
  const owner = world.need('Business', ref('businesses', row.owner, 'owner'))
  const currency = row.currency ?? 'USD'
  return {
    ...{ ...accountDefaults, country: owner.country, ...withoutNames(row) },
    nodeType: 'WhatsAppBusinessAccount',
    id,
    currency,
    message_template_namespace: namespace(world, id),
    business_verification_status: owner.verification_status,
    creation_time: Math.floor(world.now / 1000),
    isActive: row.active ?? true,
    ...(row.paymentMethod !== false && { primary_funding_id: world.ids.next() }),
    ownerId: owner.id,
    ...(row.onBehalfOf && { onBehalfOfId: ref('businesses', row.onBehalfOf, 'onBehalfOf') }),
    sharedWith: refs('businesses', row.sharedWith, 'sharedWith'),
    ...(intent && { mobilityIntentId: intent }),
    ...(owner.termsSignedAt && { adAccountId: makeAdAccount(world, { name: row.name, currency, ownerId: owner.id }) }),
    subscribedApps: [],
  }
}

/** Shaped like `93d3e793_8a4f_49c4_b903_fd72aac80f71`. */
function namespace(world: World, id: string): string {
  const hex = Buffer.from(world.ids.letters(`namespace/${id}`, 16)).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('_')
}

function issueToken(world: World, file: WorldFile, name: string, row: Row<'tokens'>): void {
  const { ref } = building(world, file, 'tokens', name)
  const app = world.need('Application', ref('apps', row.app, 'app'))
  const subject = row.of ? world.names[row.of] : undefined
  const holder = subject ? world.find(subject) : undefined
  if (row.of && holder?.nodeType !== 'SystemUser' && holder?.nodeType !== 'User') {
    throw new BrokenWorld(world.name, `/tokens/${name}/of`, `'${row.of}' is neither a system user nor a user`)
  }
  const base = { appId: app.id, issuedAt: world.now, expiresAt: row.expires ? Date.parse(row.expires) : 0 }
  const scopes = (row.scopes ?? []) as readonly Permission[]
  const token =
    holder?.nodeType === 'SystemUser'
      ? { kind: 'system-user', subjectId: holder.id, businessId: holder.businessId, value: world.ids.token() }
      : holder?.nodeType === 'User'
        ? { kind: 'user', subjectId: holder.id, businessId: holder.adminOf, value: world.ids.token() }
        : { kind: 'app', businessId: app.businessId, value: `${app.id}|${app.secret}` }
  world.issue({ ...base, ...token, scopes } as Parameters<World['issue']>[0])
  world.tokenNames[name] = token.value
}
