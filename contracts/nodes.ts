import type { NodeContract, NodeType } from './node.ts'
import { ad } from './nodes/ad.ts'
import { adAccount } from './nodes/ad-account.ts'
import { adReportRun } from './nodes/ad-report-run.ts'
import { adSet } from './nodes/ad-set.ts'
import { application } from './nodes/application.ts'
import { business } from './nodes/business.ts'
import { businessAgreement } from './nodes/business-agreement.ts'
import { onBehalfRequest } from './nodes/business-owned-object-on-behalf-of-request.ts'
import { campaign } from './nodes/campaign.ts'
import { dataset } from './nodes/dataset.ts'
import { media } from './nodes/media.ts'
import { messageTemplate } from './nodes/message-template.ts'
import { phoneNumber } from './nodes/phone-number.ts'
import { systemUser } from './nodes/system-user.ts'
import { templateGroup } from './nodes/template-group.ts'
import { uploadSession } from './nodes/upload-session.ts'
import { user } from './nodes/user.ts'
import { whatsAppBusinessAccount } from './nodes/whats-app-business-account.ts'
import { migrationIntent } from './nodes/whats-app-business-account-migration-intent.ts'
import { oboMobilityIntent } from './nodes/whats-app-business-account-obo-mobility-intent.ts'
import { whatsAppBusinessSolution } from './nodes/whats-app-business-solution.ts'
import { whatsAppBusinessSolutionPartner } from './nodes/whats-app-business-solution-partner.ts'

/** What can be read of each type of node. */
export const nodes: Readonly<Record<NodeType, NodeContract>> = {
  Ad: ad,
  AdAccount: adAccount,
  AdReportRun: adReportRun,
  AdSet: adSet,
  Application: application,
  Business: business,
  BusinessAgreement: businessAgreement,
  BusinessMessagingTemplateGroup: templateGroup,
  BusinessOwnedObjectOnBehalfOfRequest: onBehalfRequest,
  Campaign: campaign,
  Dataset: dataset,
  SystemUser: systemUser,
  UploadSession: uploadSession,
  User: user,
  WhatsAppBusinessAccount: whatsAppBusinessAccount,
  WhatsAppBusinessAccountMigrationIntent: migrationIntent,
  WhatsAppBusinessAccountOBOMobilityIntent: oboMobilityIntent,
  WhatsAppBusinessAccountToNumberCurrentStatus: phoneNumber,
  WhatsAppBusinessHSM: messageTemplate,
  WhatsAppBusinessMedia: media,
  WhatsAppBusinessSolution: whatsAppBusinessSolution,
  WhatsAppBusinessSolutionPartner: whatsAppBusinessSolutionPartner,
}
