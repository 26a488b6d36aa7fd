import type { Permission } from '../contracts/node.ts'
import type { OperationContract } from '../contracts/operation.ts'
import { Failure, fail } from './failure.ts'
import { accountsOwnedBy, isPartyTo } from './model/accounts.ts'
import { seesMigration, seesSolution } from './sees-solution.ts'
import type { Session } from './session.ts'
import type { Ad, AdAccount, AdReportRun, AdSet, AnyEntity, Campaign, GraphRoot } from './world/entities.ts'
import type { World } from './world/world.ts'

type AnyNode = AnyEntity | GraphRoot

/**
 * May this session call this operation on this node? Kind of token first, then permissions and their level.
 * @throws Failure what the contract names for it, or permission_missing
 */
export function authorize(session: Session, contract: OperationContract, node: AnyNode, world: World): void {
  const { tokens, otherwise = {} } = contract.auth
  if (tokens && !tokens.includes(session.kind)) {
    const why = `${contract.name} takes a token of kind ${tokens.join(' or ')}; this one is of kind ${session.kind}`
    throw new Failure(otherwise.token ?? 'permission_missing', why)
  }
  if (!isAssigned(session, node, world)) {
    fail('permission_missing', `the account ${node.id} was not assigned to this system user, an employee`)
  }
  checkPermissions(session, contract, node, world)
  if (contract.auth.proof === 'required' && !session.proven) {
    fail('appsecret_proof_required', `${contract.name} needs the parameter appsecret_proof, and none was sent`)
  }
}

function checkPermissions(session: Session, { name, auth }: OperationContract, node: AnyNode, world: World): void {
  const needsAdvanced = auth.access === 'advanced' || !isWithinStandard(session, node, world)
  for (const permission of auth.permissions) {
    const lacks = lackOf(session, permission, needsAdvanced)
    if (lacks) throw new Failure(auth.otherwise?.permission ?? 'permission_missing', `${name} needs ${lacks}`)
  }
}

/** The id of the account that a node is, or belongs to. */
export function accountOf(node: AnyNode): string | undefined {
  if (node.nodeType === 'WhatsAppBusinessAccount') return node.id
  return 'accountId' in node ? node.accountId : undefined
}

/** An employee among the system users may use what was assigned to it. @see sources system-users-guide */
export function isAssigned({ kind, token }: Session, node: AnyNode, world: World): boolean {
  const account = accountOf(node)
  if (kind !== 'system-user' || account === undefined) return true
  const user = world.get('SystemUser', token.subjectId)
  return user?.role !== 'EMPLOYEE' || user.assigned.includes(account)
}

/** Whether a session may know that a node exists. Graph answers the same to the invisible and to the absent. */
export function maySee(session: Session, node: AnyNode, world: World): boolean {
  if (node.nodeType === 'Graph') return true
  if (node.nodeType === 'WhatsAppBusinessAccount' && node.deletedAt !== undefined) return false
  if (session.token.targets && node.nodeType in limited) return session.token.targets.includes(node.id)
  return visibleTo[node.nodeType](node as never, session.businessId, world, session)
}

/** Whether the token has the permission and its app may use it here; what is lacking otherwise. */
export function lackOf(session: Session, permission: Permission, needsAdvanced: boolean): string | undefined {
  if (!session.token.scopes.includes(permission)) return `the permission ${permission}, which the token does not have`
  if (needsAdvanced && session.app.access[permission] !== 'advanced') {
    return `Advanced access to ${permission}; the app ${session.app.name} has ${session.app.access[permission] ?? 'none'}`
  }
  return undefined
}

/** What a granular token is limited to. */
const limited = { WhatsAppBusinessAccount: true, AdAccount: true } as const

type Visible = {
  readonly [T in AnyEntity['nodeType']]: (
    node: Extract<AnyEntity, { nodeType: T }>,
    businessId: string,
    world: World,
    session: Session,
  ) => boolean
}

/** What belongs to an ad account is seen by whoever sees that. */
const ofAdAccount = (node: Ad | AdReportRun | AdSet | Campaign, _: string, world: World, session: Session): boolean =>
  maySee(session, world.need('AdAccount', node.adAccountId), world)

const visibleTo: Visible = {
  Ad: ofAdAccount,
  AdReportRun: ofAdAccount,
  AdSet: ofAdAccount,
  Campaign: ofAdAccount,
  AdAccount: (node, businessId) => node.businessId === businessId,
  Application: (node, businessId, _, session) => node.id === session.app.id || node.businessId === businessId,
  Business: (node, businessId, world) => node.id === businessId || areRelated(world, node.id, businessId),
  BusinessMessagingTemplateGroup: (node, _, world, session) =>
    maySee(session, world.need('WhatsAppBusinessAccount', node.accountId), world),
  BusinessAgreement: (node, businessId) => node.fromId === businessId || node.toId === businessId,
  BusinessOwnedObjectOnBehalfOfRequest: (node, businessId) => [node.fromId, node.toId].includes(businessId),
  Dataset: (node, businessId, world, session) =>
    node.accountId === undefined
      ? accountsOwnedBy(world, node.businessId).some((account) => isPartyTo(account, businessId)) ||
        node.businessId === businessId
      : maySee(session, world.need('WhatsAppBusinessAccount', node.accountId), world),
  SystemUser: (node, businessId) => node.businessId === businessId,
  UploadSession: (node, _, __, session) => node.appId === session.app.id,
  User: (node, businessId) => node.adminOf === businessId,
  WhatsAppBusinessAccount: (node, businessId) => isPartyTo(node, businessId),
  WhatsAppBusinessAccountMigrationIntent: seesMigration,
  WhatsAppBusinessAccountOBOMobilityIntent: (node, businessId, world) =>
    isPartyTo(world.need('WhatsAppBusinessAccount', node.wabaId), businessId),
  WhatsAppBusinessAccountToNumberCurrentStatus: (node, _, world, session) =>
    maySee(session, world.need('WhatsAppBusinessAccount', node.accountId), world),
  WhatsAppBusinessHSM: (node, _, world, session) =>
    node.status !== 'DELETED' && maySee(session, world.need('WhatsAppBusinessAccount', node.accountId), world),
  WhatsAppBusinessMedia: (node, _, world, session) =>
    maySee(session, world.need('WhatsAppBusinessAccount', node.accountId), world),
  WhatsAppBusinessSolution: (node, _, __, session) => seesSolution(node, session),
  WhatsAppBusinessSolutionPartner: (node, _, world, session) =>
    seesSolution(world.need('WhatsAppBusinessSolution', node.solutionId), session),
}

/** Two businesses are related when they are parties to one account. */
function areRelated(world: World, one: string, other: string): boolean {
  return world.list('WhatsAppBusinessAccount').some((account) => isPartyTo(account, one) && isPartyTo(account, other))
}

/**
 * Standard access reaches what the business of the app owns itself, and what the business of a person owns who has a role
 * on the app, with the token of that person.
 * @see sources access-levels, app-review
 */
function isWithinStandard(session: Session, node: AnyNode, world: World): boolean {
  const { app, kind, token, businessId } = session
  const hasRole = kind === 'user' && token.subjectId !== undefined && app.roles[token.subjectId] !== undefined
  return isOf(app.businessId, node, world) || (hasRole && isOf(businessId, node, world))
}

/** Whether a business owns a node, or what the node belongs to. What nobody owns is anybody's. */
function isOf(businessId: string, node: AnyNode, world: World): boolean {
  if (node.nodeType === 'Business') return node.id === businessId
  const account = accountOf(node)
  if (account) return world.need('WhatsAppBusinessAccount', account).ownerId === businessId
  if (node.nodeType === 'WhatsAppBusinessAccountOBOMobilityIntent') {
    return world.need('WhatsAppBusinessAccount', node.wabaId).ownerId === businessId
  }
  const owner = node.nodeType === 'Dataset' ? node : adAccountOf(node, world)
  return owner === undefined || owner.businessId === businessId
}

/** What belongs to an ad account. */
const within = ['Ad', 'AdReportRun', 'AdSet', 'Campaign'] as const

/** The ad account that a node is, or belongs to. */
export function adAccountOf(node: AnyNode, world: World): AdAccount | undefined {
  if (node.nodeType === 'AdAccount') return node
  const isWithin = within.some((type) => type === node.nodeType)
  return isWithin ? world.need('AdAccount', (node as Ad | AdReportRun | AdSet | Campaign).adAccountId) : undefined
}
