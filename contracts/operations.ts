import type { ErrorName } from './errors.ts'
import type { NodeContract, Permission } from './node.ts'
import { nodes } from './nodes.ts'
import type { OperationContract } from './operation.ts'
import { adWrites } from './operations/ad-writes.ts'
import { archiveMessageTemplates, unarchiveMessageTemplates } from './operations/archive-message-templates.ts'
import { addAssignedUser, getAssignedUsers, removeAssignedUser } from './operations/assigned-users.ts'
import { createApplicationSubscription } from './operations/create-application-subscription.ts'
import { createDatasetEvents } from './operations/create-dataset-events.ts'
import { createMessageTemplate } from './operations/create-message-template.ts'
import { createWhatsAppBusinessAccountPhoneNumber } from './operations/create-phone-number.ts'
import { createSystemUserAccessToken } from './operations/create-system-user-access-token.ts'
import { createUploadSession } from './operations/create-upload-session.ts'
import { debugToken } from './operations/debug-token.ts'
import { deleteApplicationSubscriptions } from './operations/delete-application-subscriptions.ts'
import { deleteMedia } from './operations/delete-media.ts'
import { deleteMessageTemplates } from './operations/delete-message-templates.ts'
import { deleteUserPermissions } from './operations/delete-permissions.ts'
import { downloadMedia } from './operations/download-media.ts'
import { editTemplate } from './operations/edit-template.ts'
import { getAccessToken } from './operations/get-access-token.ts'
import { getOwnedAdAccounts, getSystemUserAdAccounts, getUserAdAccounts } from './operations/get-ad-accounts.ts'
import { adLists } from './operations/get-ads.ts'
import { getAllSubscriptionsForAWaba } from './operations/get-all-subscriptions-for-a-waba.ts'
import { getAnalytics } from './operations/get-analytics.ts'
import { getApplicationSubscriptions } from './operations/get-application-subscriptions.ts'
import { getClientWhatsAppBusinessAccounts } from './operations/get-client-whats-app-business-accounts.ts'
import { getConversationAnalytics } from './operations/get-conversation-analytics.ts'
import { getMessageTemplatePreviews } from './operations/get-message-template-previews.ts'
import { getMessageTemplates } from './operations/get-message-templates.ts'
import { getOwnedWhatsAppBusinessAccounts } from './operations/get-owned-whats-app-business-accounts.ts'
import { getSystemUserPermissions, getUserPermissions } from './operations/get-permissions.ts'
import { getWhatsAppBusinessAccountPhoneNumbers } from './operations/get-phone-numbers.ts'
import { getPricingAnalytics } from './operations/get-pricing-analytics.ts'
import { getTemplateAnalytics } from './operations/get-template-analytics.ts'
import { getTemplateGroupAnalytics } from './operations/get-template-group-analytics.ts'
import {
  createAdAccountReportRun,
  createAdReportRun,
  createAdSetReportRun,
  createCampaignReportRun,
  getAdAccountInsights,
  getAdInsights,
  getAdSetInsights,
  getCampaignInsights,
} from './operations/insights.ts'
import { onboardPartnersToMMLite } from './operations/onboard-partners-to-mm-lite.ts'
import { getPhoneNumberSettings, updatePhoneNumberSettings } from './operations/phone-number-settings.ts'
import { deregisterPhoneNumber, registerWhatsAppBusinessPhoneNumber } from './operations/register-phone-number.ts'
import { exportReport, getReportRunInsights } from './operations/report-run-insights.ts'
import { revokeToken } from './operations/revoke-token.ts'
import { sendMarketingMessage } from './operations/send-marketing-message.ts'
import { sendMessage } from './operations/send-message.ts'
import { subscribeToWabaWebhooks } from './operations/subscribe-to-waba-webhooks.ts'
import { syncAppData } from './operations/sync-app-data.ts'
import {
  createTemplateGroup,
  deleteTemplateGroup,
  getTemplateGroups,
  getTemplatesOfGroup,
  updateTemplateGroup,
} from './operations/template-groups.ts'
import { unpauseTemplate } from './operations/unpause-template.ts'
import { unsubscribeFromWabaWebhooks } from './operations/unsubscribe-from-waba-webhooks.ts'
import { updatePhoneNumberStatus } from './operations/update-phone-number.ts'
import {
  getDegreesOfFreedomSpec,
  updateWhatsAppBusinessAccount,
} from './operations/update-whats-app-business-account.ts'
import { uploadFile } from './operations/upload-file.ts'
import { uploadMedia } from './operations/upload-media.ts'
import { upsertMessageTemplates } from './operations/upsert-message-templates.ts'
import { requestVerificationCode, verifyPhoneNumberCode } from './operations/verify-phone-number.ts'
import {
  createWhatsAppBusinessAccountDataset,
  getWhatsAppBusinessAccountDatasets,
} from './operations/whats-app-business-account-dataset.ts'
import {
  getWhatsAppBusinessProfile,
  updateWhatsAppBusinessProfileInformation,
} from './operations/whats-app-business-profile.ts'
import { getCommerceSettings, setOrUpdateCommerceSettings } from './operations/whats-app-commerce-settings.ts'
import { accessOperations } from './operations-of-access.ts'
import { solutionOperations } from './operations-of-solutions.ts'
import { fields } from './shapes.ts'

/** The operations that stand on an edge or write to a node, in the order of Meta's documents. */
export const edgeOperations: readonly OperationContract[] = [
  onboardPartnersToMMLite,
  createSystemUserAccessToken,
  getClientWhatsAppBusinessAccounts,
  getOwnedWhatsAppBusinessAccounts,
  getWhatsAppBusinessAccountPhoneNumbers,
  createWhatsAppBusinessAccountPhoneNumber,
  updateWhatsAppBusinessAccount,
  getDegreesOfFreedomSpec,
  getAnalytics,
  getConversationAnalytics,
  getPricingAnalytics,
  getTemplateAnalytics,
  getTemplateGroupAnalytics,
  requestVerificationCode,
  verifyPhoneNumberCode,
  registerWhatsAppBusinessPhoneNumber,
  deregisterPhoneNumber,
  syncAppData,
  updatePhoneNumberStatus,
  getPhoneNumberSettings,
  updatePhoneNumberSettings,
  getWhatsAppBusinessProfile,
  updateWhatsAppBusinessProfileInformation,
  getCommerceSettings,
  setOrUpdateCommerceSettings,
  sendMarketingMessage,
  sendMessage,
  subscribeToWabaWebhooks,
  getAllSubscriptionsForAWaba,
  unsubscribeFromWabaWebhooks,
  createApplicationSubscription,
  getApplicationSubscriptions,
  deleteApplicationSubscriptions,
  ...accessOperations,
  getAssignedUsers,
  addAssignedUser,
  removeAssignedUser,
  getAccessToken,
  revokeToken,
  debugToken,
  getUserPermissions,
  getSystemUserPermissions,
  deleteUserPermissions,
  getUserAdAccounts,
  getSystemUserAdAccounts,
  getOwnedAdAccounts,
  ...adLists,
  ...adWrites,
  getAdAccountInsights,
  getCampaignInsights,
  getAdSetInsights,
  getAdInsights,
  createAdAccountReportRun,
  createCampaignReportRun,
  createAdSetReportRun,
  createAdReportRun,
  getReportRunInsights,
  exportReport,
  uploadMedia,
  downloadMedia,
  deleteMedia,
  createUploadSession,
  uploadFile,
  createMessageTemplate,
  getMessageTemplates,
  editTemplate,
  deleteMessageTemplates,
  unpauseTemplate,
  archiveMessageTemplates,
  unarchiveMessageTemplates,
  upsertMessageTemplates,
  getMessageTemplatePreviews,
  getTemplateGroups,
  createTemplateGroup,
  updateTemplateGroup,
  deleteTemplateGroup,
  getTemplatesOfGroup,
  createWhatsAppBusinessAccountDataset,
  getWhatsAppBusinessAccountDatasets,
  createDatasetEvents,
  ...solutionOperations,
]

/** What a node answers to a token that lacks the permission to read it, where it is not the general error. */
const refusals: Readonly<Partial<Record<Permission, ErrorName>>> = {
  business_management: 'business_management_missing',
  ads_read: 'ad_account_not_granted',
}

/** Reading one node is an operation whose contract follows from the contract of the node. */
export const readOperations: readonly OperationContract[] = Object.values(nodes).map(readOperation)

/** Every operation of which a contract is kept. */
export const operations: readonly OperationContract[] = [...readOperations, ...edgeOperations]

function readOperation(node: NodeContract): OperationContract {
  const refusal = refusals[node.permissions[0] ?? 'public_profile']
  const properties = Object.entries(node.fields).map(([name, field]) => [name, field.schema])
  return {
    name: node.read,
    method: 'GET',
    on: node.type,
    auth: {
      permissions: node.permissions,
      ...(refusal && { otherwise: { permission: refusal } }),
    },
    params: { type: 'object', properties: { fields, metadata: { type: 'boolean' }, ...node.params } },
    // Not closed: an edge that `fields` names stands beside the fields, by any alias.
    reply: { type: 'object', properties: Object.fromEntries(properties), required: ['id'] },
    ...(node.marketing && { marketing: true }),
    errors: [...new Set([...(refusal ? [refusal] : []), ...(node.errors ?? []), ...errorsOfEdges(node.type)])],
    ...(node.rulings && { rulings: node.rulings }),
    live: 'safe',
    basis: node.basis,
    ...(node.assumes && { assumes: node.assumes }),
    sources: node.sources,
  }
}

/** `fields` may name any edge of the node: its errors are then those of the reading. */
function errorsOfEdges(type: NodeContract['type']): ErrorName[] {
  const edges = edgeOperations.filter(({ on, method, edge }) => on === type && method === 'GET' && edge)
  return edges.flatMap(({ errors }) => errors)
}
