import type { WebhookContract } from './webhook.ts'
import { accountAlerts } from './webhooks/account-alerts.ts'
import { accountReviewUpdate } from './webhooks/account-review-update.ts'
import { accountUpdate } from './webhooks/account-update.ts'
import { automaticEvents } from './webhooks/automatic-events.ts'
import { businessCapabilityUpdate } from './webhooks/business-capability-update.ts'
import { history } from './webhooks/history.ts'
import { messages } from './webhooks/messages.ts'
import { partnerSolutions } from './webhooks/partner-solutions.ts'
import { phoneNumberNameUpdate } from './webhooks/phone-number-name-update.ts'
import { phoneNumberQualityUpdate } from './webhooks/phone-number-quality-update.ts'
import { security } from './webhooks/security.ts'
import { smbAppStateSync } from './webhooks/smb-app-state-sync.ts'
import { smbMessageEchoes } from './webhooks/smb-message-echoes.ts'
import { templateCategoryUpdate } from './webhooks/template-category.ts'
import { templateComponentsUpdate } from './webhooks/template-components.ts'
import { templateCorrectCategory } from './webhooks/template-correct-category.ts'
import { templateQualityUpdate } from './webhooks/template-quality.ts'
import { templateStatusUpdate } from './webhooks/template-status.ts'
import { trackingEvents } from './webhooks/tracking-events.ts'
import { userPreferences } from './webhooks/user-preferences.ts'

/** The contracts of the webhooks that are kept so far. */
export const webhooks: readonly WebhookContract[] = [
  accountUpdate,
  accountReviewUpdate,
  accountAlerts,
  partnerSolutions,
  templateStatusUpdate,
  templateQualityUpdate,
  templateComponentsUpdate,
  templateCategoryUpdate,
  templateCorrectCategory,
  businessCapabilityUpdate,
  phoneNumberNameUpdate,
  phoneNumberQualityUpdate,
  security,
  messages,
  userPreferences,
  trackingEvents,
  automaticEvents,
  smbAppStateSync,
  smbMessageEchoes,
  history,
]

/**
 * The fields of the object whatsapp_business_account that an app can subscribe to.
 * @see sources manage-webhooks, webhooks-override
 */
export const subscribable: readonly string[] = [
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'calls',
  'consumer_profile',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messages',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'standby',
  'template_category_update',
  'template_correct_category_detection',
  'tracking_events',
  'user_preferences',
]

/** News of an account as a whole, for which the subscription of the app is enough. @see ruling account-update-routing */
export const accountWide: readonly string[] = [
  'account_alerts',
  'account_review_update',
  'account_update',
  'partner_solutions',
]

/** Fields that go to the callback of a phone number or an account where it has one. @see sources webhooks-override */
export const overridable: readonly string[] = [
  'account_settings_update',
  'calls',
  'consumer_profile',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'messages',
  'messaging_handovers',
  'smb_app_state_sync',
  'smb_message_echoes',
]

/** Fields whose entries have no `time` in Meta's samples. @see sources status-webhook, user-preferences-webhook, history-webhook */
export const timeless: readonly string[] = [
  'automatic_events',
  'history',
  'messages',
  'smb_app_state_sync',
  'smb_message_echoes',
  'tracking_events',
  'user_preferences',
]
