import { authInternational, certification, countryCode, volumeTier } from '../account-shapes.ts'
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
      value: {
        anyOf: [about('PARTNER_APP_UNINSTALLED', { partner_app_id: nodeId }), told('PARTNER_APP_UNINSTALLED', {})],
      },
      sources: ['account-update: PARTNER_APP_UNINSTALLED', 'app-only-install: PARTNER_APP_UNINSTALLED'],
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
      cause: 'Meta restricted an account for a while; with the remediation where there is one',
      entry: 'account',
      value: told('ACCOUNT_RESTRICTION', {
        restriction_info: {
          type: 'array',
          items: {
            type: 'object',
            properties: { restriction_type: { enum: restrictionTypes }, expiration: integer, remediation: text },
            required: ['restriction_type', 'expiration'],
            additionalProperties: false,
          },
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
    ACCOUNT_DELETED: {
      cause: 'An admin deleted an account',
      entry: 'account',
      value: told('ACCOUNT_DELETED', {}),
      sources: ['account-update: ACCOUNT_DELETED'],
    },
    AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: {
      cause:
        'A portfolio sends so much that authentication-international rates will apply; each of its accounts is told',
      entry: 'account',
      value: told('AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', { auth_international_rate_eligibility: authInternational }),
      sources: ['account-update: AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', 'auth-international: Eligibility webhook'],
    },
    BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: {
      cause: 'Meta determined in which country a business is based; each of its accounts is told',
      entry: 'account',
      value: told('BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', { country: countryCode }),
      sources: ['account-update: BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', 'auth-international'],
    },
    PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE: {
      cause: 'Meta decided about a verification of a client that a partner submitted',
      entry: 'account',
      value: told('PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', { partner_client_certification_info: certification }),
      sources: ['account-update: PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE'],
    },
    VOLUME_BASED_PRICING_TIER_UPDATE: {
      cause: 'An account reached another volume tier of a market in a month',
      entry: 'account',
      value: told('VOLUME_BASED_PRICING_TIER_UPDATE', { volume_tier_info: volumeTier }),
      sources: ['account-update: VOLUME_BASED_PRICING_TIER_UPDATE', 'pricing-tiers'],
    },
    VERIFIED_ACCOUNT: {
      cause: 'A test number became a number of a verified account; only an older page has it, and no list of events',
      entry: 'account',
      value: told('VERIFIED_ACCOUNT', { phone_number: text }),
      sources: ['manage-webhooks: VERIFIED_ACCOUNT'],
    },
  },
  basis: 'documented',
  sources: ['account-update', 'webhooks-overview'],
})
