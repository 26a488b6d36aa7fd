import { instead, listed } from '../contracts/nearest.ts'
import { problemsWith } from '../contracts/validate.ts'
import { coexistenceHappenings } from './coexistence-happenings.ts'
import { perform } from './effects.ts'
import { type Happening, Refused } from './happening.ts'
import {
  accountDisablingIsDue,
  accountIsDisabled,
  accountIsReinstated,
  accountIsToBeDisabled,
} from './happenings/accounts-are-disabled.ts'
import {
  accountMayNotMessageCountry,
  paymentMethodIsAdded,
  paymentMethodIsRemoved,
  templatesAreMisclassified,
} from './happenings/accounts-are-limited.ts'
import {
  accountIsRestricted,
  accountRestrictionEnds,
  accountViolatesPolicy,
} from './happenings/accounts-are-restricted.ts'
import { adminsAreInvited } from './happenings/admins-are-invited.ts'
import { blocks } from './happenings/blocks.ts'
import { businessOnboardsInWhatsappManager } from './happenings/business-onboards-in-whatsapp-manager.ts'
import { clientAcceptsMmTerms } from './happenings/client-accepts-mm-terms.ts'
import { clientRejectsMmInvitation } from './happenings/client-rejects-mm-invitation.ts'
import { customerAnswers } from './happenings/customer-answers.ts'
import { customerChangesIdentity } from './happenings/customer-changes-identity.ts'
import { customerChangesNumber } from './happenings/customer-changes-number.ts'
import { customerClicksLink, customerViewsLandingPage } from './happenings/customer-clicks-link.ts'
import { customerConverts } from './happenings/customer-converts.ts'
import { customerSendsMessage } from './happenings/customer-sends-message.ts'
import { customerTapsPhoneButton } from './happenings/customer-taps-phone-button.ts'
import { displayNameIsReviewed } from './happenings/display-name-is-reviewed.ts'
import { automaticEventIsDetected, trackingEventIsTold } from './happenings/events-are-told.ts'
import { marketingPreferences } from './happenings/marketing-preferences.ts'
import { mediaExpires } from './happenings/media-expires.ts'
import { messageIsHandled } from './happenings/message-is-handled.ts'
import { messagingLimitChanges } from './happenings/messaging-limit-changes.ts'
import { metaReportsError } from './happenings/meta-reports-error.ts'
import { numberQualityChanges } from './happenings/number-quality-changes.ts'
import { numberThroughputIsUpgraded, numberThroughputUpgradeEnds } from './happenings/number-throughput-is-upgraded.ts'
import { numberIsDeleted, numberIsFlaggedAsSpam, numbersMove } from './happenings/numbers-are-held-back.ts'
import { happeningsOfEnrolment } from './happenings/of-enrolment.ts'
import { happeningsOfSignup } from './happenings/of-signup.ts'
import { happeningsOfSolutions } from './happenings/of-solutions.ts'
import { partnerAcceptsMmTerms } from './happenings/partner-accepts-mm-terms.ts'
import { reportRunCompletes, reportRunExpires, reportRunFails } from './happenings/report-runs.ts'
import { templateAdSyncEnds } from './happenings/template-ad-sync-ends.ts'
import {
  templateCategoryChanges,
  templateCategoryIsCorrected,
  templateIsFoundMiscategorized,
} from './happenings/template-categories.ts'
import {
  archivedTemplateIsDeleted,
  templateAdSyncFails,
  templateDeletionEnds,
  templateMayBeArchived,
} from './happenings/template-ends.ts'
import { templateIsWatched } from './happenings/template-is-watched.ts'
import { templatePacingIsDecided, templatePacingIsOverdue } from './happenings/template-pacing.ts'
import { templatePauseEnds, templateQualityChanges } from './happenings/template-quality.ts'
import { templateIsReviewed, templateRejectionIsAppealed, templateReviewEnds } from './happenings/template-reviews.ts'
import { clientRemovesApp, tokensEnd } from './happenings/tokens-end.ts'
import { newsHappenings } from './news-happenings.ts'
import type { AnyEntity } from './world/entities.ts'
import type { World } from './world/world.ts'

/** What can happen outside the API. */
export const happenings: readonly Happening[] = [
  clientAcceptsMmTerms,
  clientRejectsMmInvitation,
  partnerAcceptsMmTerms,
  businessOnboardsInWhatsappManager,
  ...happeningsOfSignup,
  ...happeningsOfEnrolment,
  ...tokensEnd,
  clientRemovesApp,
  customerSendsMessage,
  ...customerAnswers,
  customerClicksLink,
  customerTapsPhoneButton,
  customerViewsLandingPage,
  customerConverts,
  ...marketingPreferences,
  ...blocks,
  customerChangesNumber,
  customerChangesIdentity,
  metaReportsError,
  adminsAreInvited,
  numberQualityChanges,
  numberThroughputIsUpgraded,
  numberThroughputUpgradeEnds,
  displayNameIsReviewed,
  numberIsFlaggedAsSpam,
  ...numbersMove,
  numberIsDeleted,
  ...coexistenceHappenings,
  messagingLimitChanges,
  accountIsRestricted,
  accountRestrictionEnds,
  accountViolatesPolicy,
  accountIsDisabled,
  accountIsToBeDisabled,
  accountDisablingIsDue,
  accountIsReinstated,
  ...newsHappenings,
  paymentMethodIsRemoved,
  paymentMethodIsAdded,
  accountMayNotMessageCountry,
  templatesAreMisclassified,
  mediaExpires,
  reportRunCompletes,
  reportRunExpires,
  reportRunFails,
  templateIsReviewed,
  templateReviewEnds,
  templateRejectionIsAppealed,
  templateQualityChanges,
  templatePauseEnds,
  templateCategoryIsCorrected,
  templateCategoryChanges,
  templateIsFoundMiscategorized,
  templateMayBeArchived,
  archivedTemplateIsDeleted,
  templateDeletionEnds,
  templateAdSyncFails,
  templateAdSyncEnds,
  templateIsWatched,
  templatePacingIsDecided,
  templatePacingIsOverdue,
  ...messageIsHandled,
  trackingEventIsTold,
  automaticEventIsDetected,
  ...happeningsOfSolutions,
]

const byName = new Map(happenings.map((happening) => [happening.contract.name, happening]))

/** Something that a tester asks for. @throws Refused, also for what only the world itself brings about */
export function happenByHand(world: World, name: string, given: Params): object | undefined {
  if (byName.get(name)?.contract.internal) throw new Refused(`name: ${name} comes by itself; ${choice()}`)
  return happen(world, name, given)
}

/**
 * Something happens in a world: all of it or nothing. Answers what the happening says of itself.
 * @throws Refused with a sentence that names the parameter and what is allowed
 */
export function happen(world: World, name: string, given: Params): object | undefined {
  const happening = byName.get(name)
  if (!happening) throw new Refused(`name: '${name}' is no happening; ${instead(name, publicNames())}`)
  const { nodes, params } = readParams(world, happening, given)
  const refuse = (why: string): never => {
    throw new Refused(why)
  }
  const { handle } = happening
  return perform(world, (effects) => handle({ ...effects, nodes, params, world, now: world.now, refuse } as never))
}

type Params = Readonly<Record<string, unknown>>

function readParams(world: World, happening: Happening, given: Params): { nodes: Params; params: Params } {
  const { contract } = happening
  const known = [...Object.keys(contract.nodes), ...Object.keys(contract.params.properties ?? {})]
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown) throw new Refused(`with.${unknown}: ${contract.name} has no such parameter; ${instead(unknown, known)}`)
  const nodes = Object.entries(contract.nodes).map(([key, type]) => [
    key,
    nodeFor(world, key, given[key], type, contract.internal === true),
  ])
  const params = Object.fromEntries(Object.entries(given).filter(([key]) => !(key in contract.nodes)))
  const [problem] = problemsWith(contract.params, params)
  if (problem) throw new Refused(`with${problem.where.replaceAll('/', '.')}: ${problem.says}`)
  return { nodes: Object.fromEntries(nodes), params }
}

function choice(): string {
  return `those are ${listed(publicNames())}`
}

/** The happenings that a tester may ask for. */
export function publicNames(): string[] {
  return happenings.filter(({ contract }) => !contract.internal).map(({ contract }) => contract.name)
}

function nodeFor(world: World, key: string, value: unknown, type: string, isInternal: boolean): AnyEntity {
  const wanted = typeof value === 'number' ? String(value) : value
  const id = typeof wanted === 'string' ? world.idOf(wanted) : ''
  const node = world.find(id)
  if (node?.nodeType === 'WhatsAppBusinessAccount' && node.deletedAt !== undefined && !isInternal) {
    throw new Refused(`with.${key}: ${node.name} was deleted`)
  }
  if (node?.nodeType === type) return node
  const found = node ? `names a ${plainly(node.nodeType)}` : `names nothing in the world ${world.id}`
  const said = value === undefined ? 'it is missing' : `${JSON.stringify(value)} ${found}`
  const names = Object.entries(world.names).filter(([, other]) => world.find(other)?.nodeType === type)
  throw new Refused(
    `with.${key}: ${said}; a ${plainly(type)} is needed, by id or name: ${listed(names.map(([name]) => name))}`,
  )
}

/** What people call the types whose Graph names say little. */
const PLAIN: Readonly<Record<string, string>> = {
  WhatsAppBusinessAccountToNumberCurrentStatus: 'phone number',
  WhatsAppBusinessHSM: 'message template',
  WhatsAppBusinessAccount: 'WhatsApp Business Account',
  BusinessAgreement: 'request of a partner',
  WhatsAppBusinessAccountMigrationIntent: 'migration intent',
  WhatsAppBusinessSolution: 'Multi-Partner Solution',
}

function plainly(type: string): string {
  return PLAIN[type] ?? type
}
