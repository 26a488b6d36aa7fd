import { milliseconds } from '../../contracts/duration.ts'
import { defaultLimits } from '../../contracts/limits.ts'
import { type Rate, rateTable } from '../../contracts/rates.ts'
import { defaultRulings, type Rulings } from '../../contracts/rulings.ts'
import { invite } from '../model/onboarding-request.ts'
import { makeSolution } from '../model/solution.ts'
import { graphTime, minutes } from '../model/time.ts'
import { buildAccount } from './build-account.ts'
import { buildAds } from './build-ads.ts'
import { buildApp } from './build-app.ts'
import { addHistory } from './build-history.ts'
import { addLoginConfigurations } from './build-login-configuration.ts'
import { buildNumber } from './build-number.ts'
import { addRecipient } from './build-recipient.ts'
import { subscribeApps } from './build-subscription.ts'
import { buildTemplate } from './build-template.ts'
import { buildTemplateGroup } from './build-template-group.ts'
import { issueToken } from './build-token.ts'
import type { AnyEntity, BusinessAgreement } from './entities.ts'
import { nodeSections, type Row, type WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import { type Building, building, momentOf, type Section } from './row.ts'
import { defaultRetention, type MoreOfWorld, type TemplateReview } from './seed.ts'
import { type Directory, World } from './world.ts'

/** Makes a world of a world file. The id is also the seed: the same file and id give the same world. */
export function buildWorld(file: WorldFile, name: string, id: string, directory: Directory, more: MoreOfWorld): World {
  const rulings = { ...defaultRulings, ...file.rulings } as Rulings
  const limits = more.limits === 'off' ? undefined : { ...defaultLimits, ...file.limits }
  const { graphDate } = more
  const world = new World(
    {
      id,
      name,
      title: file.title,
      now: momentOf(name, '/clock', file.clock),
      rulings,
      limits,
      graphDate,
      rates: rateTable(ratesOf(file, name)),
      benchmarks: file.benchmarks ?? [],
      retention: { ...defaultRetention, ...file.retention },
      templateReview: reviewOf(file),
      internalSetup: setupOf(file),
    },
    directory,
  )
  try {
    fill(world, file)
    subscribeApps(world, file, more.allowCallbacks ?? [])
  } catch (error) {
    world.leave()
    throw error
  }
  return world
}

/** The rates of the file; one without a day holds from the beginning. @throws BrokenWorld */
function ratesOf({ rates = [] }: WorldFile, name: string): Rate[] {
  return rates.map(({ from = '0000-01-01', ...rate }, at) => {
    if (from !== '0000-01-01') momentOf(name, `/rates/${at}/from`, from)
    return { ...rate, from }
  })
}

/** Meta takes up to 24 hours; a minute of the world's time is enough to see a template wait. */
function reviewOf({ templateReview: { takes, promotionalWords = [] } = {} }: WorldFile): TemplateReview {
  const after = takes === undefined ? minutes(1) : takes === 'by_hand' ? undefined : milliseconds(takes)
  return { after, promotionalWords }
}

/** 360dialog tells its clients of up to ten minutes; a world in which nothing is said has no time to lose. */
function setupOf({ internalSetup: { takes = '0s' } = {} }: WorldFile): number | undefined {
  return takes === 'by_hand' ? undefined : milliseconds(takes)
}

function fill(world: World, file: WorldFile): void {
  giveIds(world, file)
  for (const section of Object.keys(nodeSections) as Section[]) {
    for (const [row, value] of Object.entries(file[section] ?? {})) {
      world.put(build[section](value as never, building(world, file, section, row)))
    }
  }
  for (const [row, value] of Object.entries(file.recipients ?? {})) addRecipient(world, file, row, value)
  for (const [row, value] of Object.entries(file.tokens ?? {})) issueToken(world, file, row, value)
  buildAds(world, file)
  for (const [row, value] of Object.entries(file.history ?? {})) addHistory(world, file, row, value)
  addLoginConfigurations(world, file)
}

function giveIds(world: World, file: WorldFile): void {
  for (const section of Object.keys(nodeSections) as Section[]) {
    for (const name of Object.keys(file[section] ?? {})) {
      if (Object.hasOwn(world.names, name))
        throw new BrokenWorld(world.name, `/${section}/${name}`, 'the name is taken already')
      world.names[name] = world.ids.next()
    }
  }
}

const build: { [S in Section]: (row: Row<S>, at: Building) => AnyEntity } = {
  businesses: (row, { id, world, moment }) => ({
    nodeType: 'Business',
    id,
    name: row.name,
    country: row.country ?? 'US',
    verification_status: row.verification_status ?? 'verified',
    timezone_id: row.timezone_id ?? 1,
    created_time: graphTime(world.now),
    ...(row.vertical && { vertical: row.vertical }),
    ...(row.partner && { partner: row.partner }),
    ...(row.partnerTermsAccepted && {
      partnerTermsAcceptedAt: moment(row.partnerTermsAccepted, 'partnerTermsAccepted'),
    }),
    messagingLimit: row.messagingLimit ?? 'TIER_UNLIMITED',
    ...(row.termsSigned && { termsSignedAt: moment(row.termsSigned, 'termsSigned') }),
  }),
  apps: buildApp,
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
  solutions: (row, { id, world, ref }) => {
    const apps = {
      ownerAppId: ref('apps', row.ownerApp, 'ownerApp'),
      partnerAppId: ref('apps', row.partnerApp, 'partnerApp'),
    }
    const wish = { name: row.name, ...apps, owner: ['MESSAGING'], partner: [] }
    return makeSolution(world, wish, row.status ?? 'ACTIVE', id)
  },
  accounts: buildAccount,
  phoneNumbers: buildNumber,
  templates: buildTemplate,
  templateGroups: buildTemplateGroup,
  datasets: (row, { id, ref }) => ({
    nodeType: 'Dataset',
    id,
    name: row.name,
    businessId: ref('businesses', row.business, 'business'),
    ...(row.hasEvents && { hasEvents: true as const }),
  }),
  requests: (row, { id, world, ref }) => {
    const appId = ref('apps', row.app, 'app')
    const toId = ref('businesses', row.to, 'to')
    const request: BusinessAgreement = {
      nodeType: 'BusinessAgreement',
      id,
      request_status: 'PENDING',
      fromId: world.need('Application', appId).businessId,
      appId,
      toId,
      createdAt: world.now,
      ...(row.solution && { solutionId: ref('solutions', row.solution, 'solution') }),
    }
    invite(world, request)
    return request
  },
}
