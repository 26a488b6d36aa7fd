import { disconnectionReasons } from '../nodes/phone-number.ts'
import { restrictionTypes } from '../nodes/whats-app-business-account.ts'
import { integer, nodeId, text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const told = <P extends object>(event: string, properties: P) =>
  ({
    type: 'object',
    properties: { event: { const: event }, ...properties },
    required: ['event', ...Object.keys(properties)],
    additionalProperties: false,
  }) as const

const object = <P extends object>(properties: P) =>
  ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false }) as const

const about = (event: string, extra: object = {}, optional: object = {}) =>
  ({
    type: 'object',
    properties: {
      event: { const: event },
      waba_info: {
        type: 'object',
        properties: { owner_business_id: nodeId, waba_id: nodeId, ...extra, ...optional },
        required: ['owner_business_id', 'waba_id', ...Object.keys(extra)],
        additionalProperties: false,
      },
    },
    required: ['event', 'waba_info'],
    additionalProperties: false,
  }) as const

/** Only of an account that came through a Multi-Partner Solution. */
const ofSolution = { solution_id: nodeId, solution_partner_business_ids: { type: 'array', items: nodeId } }

/** What happens to an account as a whole. Never goes to an override callback. */
export const accountUpdate = defineWebhook({
  field: 'account_update',
  events: {
    MM_LITE_TERMS_SIGNED: {
      cause: 'An admin of the business accepted the Marketing Messages terms, by whatever way',
      entry: 'receiving business',
      value: about('MM_LITE_TERMS_SIGNED'),
      sources: ['account-update: MM_LITE_TERMS_SIGNED', 'mm-changelog: 2025-09-08'],
    },
    AD_ACCOUNT_LINKED: {
      cause: 'The ad account of an onboarded account was made; only under two sides of the ruling ad-account-linked',
      entry: 'receiving business',
      value: {
        anyOf: [
          about('AD_ACCOUNT_LINKED', { ad_account_linked: nodeId }),
          about('AD_ACCOUNT_LINKED', { ad_account_id: nodeId }),
        ],
      },
      sources: ['account-update: AD_ACCOUNT_LINKED', 'mm-onboarding'],
    },
    PARTNER_ADDED: {
      cause: 'An account was shared with a partner',
      entry: 'receiving business',
      value: about('PARTNER_ADDED', {}, ofSolution),
      sources: ['account-update: PARTNER_ADDED', 'manage-webhooks: PARTNER_ADDED'],
    },
    PARTNER_APP_INSTALLED: {
      cause: 'A business gave an app permissions on an account',
      entry: 'receiving business',
      value: about('PARTNER_APP_INSTALLED', { partner_app_id: nodeId }, ofSolution),
      sources: ['account-update: PARTNER_APP_INSTALLED'],
    },
    PARTNER_APP_UNINSTALLED: {
      cause: 'A business took its permissions back from an app',
      entry: 'receiving business',
      value: about('PARTNER_APP_UNINSTALLED', { partner_app_id: nodeId }),
      sources: ['account-update: PARTNER_APP_UNINSTALLED'],
    },
    PARTNER_REMOVED: {
      cause:
        'An account is no longer shared with a partner, or a number of it left coexistence: then with the reason, or in another shape under the ruling coexistence-removal',
      entry: 'receiving business',
      value: {
        anyOf: [
          about('PARTNER_REMOVED'),
          told('PARTNER_REMOVED', {
            waba_info: object({ waba_id: nodeId, owner_business_id: nodeId }),
            disconnection_info: object({
              reason: { enum: disconnectionReasons },
              initiated_by: { enum: ['SYSTEM', 'USER'] },
            }),
          }),
          told('PARTNER_REMOVED', { phone_number: text }),
        ],
      },
      sources: ['account-update: PARTNER_REMOVED', 'coexistence: Offboarding'],
    },
    ACCOUNT_OFFBOARDED: {
      cause: 'The client changed the phone with the WhatsApp Business app',
      entry: 'account',
      value: told('ACCOUNT_OFFBOARDED', {}),
      sources: ['account-update: ACCOUNT_OFFBOARDED', 'coexistence-reconnect'],
    },
    ACCOUNT_RECONNECTED: {
      cause: 'The client kept the connection on the new phone',
      entry: 'account',
      value: told('ACCOUNT_RECONNECTED', {}),
      sources: ['account-update: ACCOUNT_RECONNECTED', 'coexistence-reconnect'],
    },
    ACCOUNT_RESTRICTION: {
      cause: 'Meta restricted an account for a while',
      entry: 'account',
      value: told('ACCOUNT_RESTRICTION', {
        restriction_info: {
          type: 'array',
          items: object({ restriction_type: { enum: restrictionTypes }, expiration: integer }),
        },
      }),
      sources: ['account-update: ACCOUNT_RESTRICTION'],
    },
    ACCOUNT_VIOLATION: {
      cause: 'Meta found that an account violates a policy',
      entry: 'account',
      value: told('ACCOUNT_VIOLATION', { violation_info: object({ violation_type: text }) }),
      sources: ['account-update: ACCOUNT_VIOLATION'],
    },
    DISABLED_UPDATE: {
      cause: 'Meta disabled an account, will do so, or gave it back',
      entry: 'account',
      value: told('DISABLED_UPDATE', {
        ban_info: object({
          waba_ban_state: { enum: ['DISABLE', 'REINSTATE', 'SCHEDULE_FOR_DISABLE'] },
          waba_ban_date: text,
        }),
      }),
      sources: ['account-update: DISABLED_UPDATE'],
    },
  },
  basis: 'documented',
  sources: ['account-update', 'webhooks-overview'],
})
