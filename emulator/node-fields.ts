import type { NodeType } from '../contracts/node.ts'
import { maxPriceDays } from '../contracts/template-rules.ts'
import { today } from '../contracts/versions.ts'
import { onBehalfOf, ownershipType, verificationStatus } from './model/account-values.ts'
import { adAccountFields, adFields, adFieldsOfTemplate, adSetFields, campaignFields } from './model/ad-fields.ts'
import { healthOf } from './model/health.ts'
import { mediaUrl } from './model/media.ts'
import { migrationFields } from './model/migration-fields.ts'
import { numberFields } from './model/number-fields.ts'
import { legacyStatusOfAccount, statusOfAccount, statusOfBusiness } from './model/onboarding-status.ts'
import { reportRunFields } from './model/report-run.ts'
import { templateHealth } from './model/template-health.ts'
import { publicId, scontentUrl } from './model/upload.ts'
import type { Session } from './session.ts'
import type { Entities } from './world/entities.ts'
import type { TemplateComponent } from './world/template.ts'
import type { World } from './world/world.ts'

/** Fields that follow from the state of the world or from who asks; all others are read as they stand. */
type Derived = {
  readonly [T in NodeType]?: Readonly<
    Record<string, (node: Entities[T], world: World, session: Session, origin: string) => unknown>
  >
}

/** A field that leads to a node gives its id here. */
export const derivedFields: Derived = {
  Ad: adFields,
  AdAccount: adAccountFields,
  AdReportRun: reportRunFields,
  AdSet: adSetFields,
  Campaign: campaignFields,
  Business: {
    marketing_messages_onboarding_status: (node, world) => statusOfBusiness(world, node),
    whatsapp_business_manager_messaging_limit: (node) => node.messagingLimit,
  },
  BusinessMessagingTemplateGroup: { whatsapp_business_account: (node) => node.accountId },
  BusinessOwnedObjectOnBehalfOfRequest: {
    receiving_business: (node) => node.toId,
    requesting_business: (node) => node.fromId,
  },
  SystemUser: {
    client_business_id: (_, __, { kind, businessId }) => (kind === 'business-integration' ? businessId : undefined),
  },
  UploadSession: { id: publicId },
  WhatsAppBusinessAccount: {
    business_verification_status: verificationStatus,
    health_status: (node, world, { app }) => healthOf(world, node, app),
    is_shared_with_partners: (node) => node.sharedWith.length > 0,
    marketing_messages_lite_api_status: (node, world) => legacyStatusOfAccount(world, node),
    marketing_messages_onboarding_status: (node, world) => statusOfAccount(world, node),
    on_behalf_of_business_info: onBehalfOf,
    owner_business: (node) => node.ownerId,
    owner_business_info: (node, world) => {
      const owner = world.need('Business', node.ownerId)
      return {
        name: owner.name,
        id: owner.id,
        marketing_messages_onboarding_status: statusOfBusiness(world, owner),
      }
    },
    ownership_type: (node, world, session) => ownershipType(node, world, session.businessId),
    auth_international_rate_eligibility: (node, world) => world.need('Business', node.ownerId).authInternational,
    primary_business_location: (node, world) => {
      const { primaryLocation, country } = world.need('Business', node.ownerId)
      return primaryLocation ?? country
    },
    whatsapp_business_manager_messaging_limit: (node, world) => world.need('Business', node.ownerId).messagingLimit,
  },
  WhatsAppBusinessAccountMigrationIntent: migrationFields,
  WhatsAppBusinessAccountToNumberCurrentStatus: numberFields,
  WhatsAppBusinessAccountOBOMobilityIntent: {
    waba: (node) => node.wabaId,
    solution: (node) => node.solutionId,
  },
  WhatsAppBusinessMedia: {
    url: (node, world, _, origin) => mediaUrl(world, node, origin),
    file_size: (node, world) => (world.rulings['media-file-size'] === 'text' ? String(node.size) : node.size),
    messaging_product: () => 'whatsapp',
  },
  WhatsAppBusinessHSM: {
    ...adFieldsOfTemplate,
    bid_spec: (node, world) =>
      today(world.graphNow) <= maxPriceDays.lastOfBidSpec ? node.optimization_spec : undefined,
    components: (node, world) => node.components.map((component) => withAddress(component, world)),
    health_status: templateHealth,
  },
  WhatsAppBusinessSolution: { owner_app: (node) => node.ownerAppId },
  WhatsAppBusinessSolutionPartner: { partner_app: (node) => node.appId },
}

/** A file that was uploaded under a handle is read back by its address. @see sources template-management, capture-header-handle */
function withAddress(component: TemplateComponent, world: World): TemplateComponent {
  const { cards, example } = component
  const handles = [example?.header_handle ?? []].flat()
  const header_handle = handles.map((handle) => {
    const text = String(handle)
    return text.startsWith('https://') ? text : scontentUrl(world, text)
  })
  const components = (of: { readonly components: readonly TemplateComponent[] }) =>
    of.components.map((part) => withAddress(part, world))
  return {
    ...component,
    ...(handles.length > 0 && { example: { ...example, header_handle } }),
    ...(cards && { cards: cards.map((card) => ({ ...card, components: components(card) })) }),
  }
}
