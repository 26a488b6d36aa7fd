import { type Source, WHATSAPP } from './source.ts'
import { adsSources } from './sources/ads.ts'
import { adsLimitSources } from './sources/ads-limits.ts'
import { analyticsSources } from './sources/analytics.ts'
import { clientSources } from './sources/clients.ts'
import { conversationSources } from './sources/conversations.ts'
import { conversionSources } from './sources/conversions.ts'
import { enrolmentSources } from './sources/enrolment.ts'
import { insightsSources } from './sources/insights.ts'
import { mediaSources } from './sources/media.ts'
import { newsSources } from './sources/news.ts'
import { numberSources } from './sources/numbers.ts'
import { receiverSources } from './sources/receivers.ts'
import { sendingSources } from './sources/sending.ts'
import { signupSources } from './sources/signup.ts'
import { solutionSources } from './sources/solutions.ts'
import { templateGroupSources } from './sources/template-groups.ts'
import { templateSources } from './sources/templates.ts'

/**
 * Every document that a fact was read from. A key that starts with `capture-` names a body that somebody recorded from
 * Graph and published.
 */
export const sources = {
  ...sendingSources,
  ...adsSources,
  ...adsLimitSources,
  ...insightsSources,
  ...analyticsSources,
  ...conversionSources,
  ...conversationSources,
  ...clientSources,
  ...templateSources,
  ...templateGroupSources,
  ...numberSources,
  ...newsSources,
  ...mediaSources,
  ...receiverSources,
  ...solutionSources,
  ...signupSources,
  ...enrolmentSources,
  guide: {
    title: 'Onboard business customers (Marketing Messages API for WhatsApp)',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/whatsapp/marketing-messages-api-for-whatsapp/onboard-business-customers',
  },
  'mm-onboarding': {
    title: 'Onboarding (Marketing Messages API for WhatsApp)',
    date: '2025-12-10',
    url: `${WHATSAPP}/marketing-messages/onboarding`,
  },
  'mm-get-started': {
    title: 'Get started: geographic availability',
    date: '2026-06-30',
    url: `${WHATSAPP}/marketing-messages/get-started`,
  },
  'mm-changelog': {
    title: 'Marketing Messages API changelog',
    date: '2025-12-10',
    url: `${WHATSAPP}/marketing-messages/changelog`,
  },
  'error-codes': { title: 'WhatsApp error codes', date: '2025-11-19', url: `${WHATSAPP}/support/error-codes` },
  'account-update': {
    title: 'account_update webhook reference',
    date: '2026-04-20',
    url: `${WHATSAPP}/webhooks/reference/account_update`,
    kept: 'F#54569321577',
  },
  'webhooks-overview': { title: 'Webhooks overview', date: '2025-12-02', url: `${WHATSAPP}/webhooks/overview` },
  'webhooks-endpoint': {
    title: 'Create a webhook endpoint',
    date: '2026-09-11',
    url: `${WHATSAPP}/webhooks/create-webhook-endpoint`,
    kept: 'F#69030272191',
  },
  'webhooks-endpoint-2025': {
    title: 'Create a webhook endpoint, as of 2025',
    date: '2025-11-07',
    url: `${WHATSAPP}/webhooks/create-webhook-endpoint`,
  },
  'webhooks-override': {
    title: 'Override the callback URL',
    date: '2026-09-11',
    url: `${WHATSAPP}/webhooks/override`,
    kept: 'F#68895470312',
  },
  'manage-webhooks': {
    title: 'Managing webhooks (solution providers)',
    date: '2026-05-21',
    url: `${WHATSAPP}/solution-providers/manage-webhooks`,
    kept: 'F#69471201896',
  },
  'manage-accounts': {
    title: 'Managing WhatsApp Business Accounts (solution providers)',
    date: '2026',
    url: `${WHATSAPP}/solution-providers/manage-accounts`,
    kept: 'F#69716174144',
  },
  'embedded-signup': {
    title: 'Embedded Signup implementation',
    date: '2026',
    url: `${WHATSAPP}/embedded-signup/implementation`,
    kept: 'F#69624245477',
  },
  'hosted-embedded-signup': {
    title: 'Hosted Embedded Signup',
    date: '2025-11',
    url: `${WHATSAPP}/embedded-signup/hosted-es`,
  },
  'obo-transfer': {
    title: 'Transferring WABA ownership to a business customer',
    date: '2024',
    url: 'https://developers.facebook.com/docs/whatsapp/solution-providers/support/transferring-wabas-to-customers',
  },
  'adding-waba-to-mps': {
    title: 'Adding a WABA to a Multi-Partner Solution',
    date: '2025-11-04',
    url: `${WHATSAPP}/solution-providers/support/adding-waba-to-mps`,
  },
  permissions: { title: 'Permissions (WhatsApp)', date: '2025-11-05', url: `${WHATSAPP}/permissions` },
  'login-for-business': {
    title: 'Facebook Login for Business',
    date: '2026-05-05',
    url: 'https://developers.facebook.com/documentation/facebook-login/facebook-login-for-business',
    kept: 'F#57995197214',
  },
  'system-user-access-tokens': {
    title: 'Business: system_user_access_tokens (Marketing API reference)',
    date: '2025-05-28',
    url: 'https://developers.facebook.com/docs/marketing-api/reference/business/system_user_access_tokens',
    kept: 'F#68995105068',
  },
  'system-users-guide': {
    title: 'Access tokens: system users, admins and employees (WhatsApp)',
    date: '2025-11-20',
    url: `${WHATSAPP}/access-tokens`,
  },
  'system-user-tokens': {
    title: 'Managing system users and their tokens (solution providers)',
    date: '2025-11',
    url: `${WHATSAPP}/solution-providers/manage-system-users`,
  },
  'graph-me-permissions': {
    title: 'User permissions (Graph API reference)',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/reference/user/permissions/',
  },
  'phone-numbers': {
    title: 'Business phone numbers (WhatsApp)',
    date: '2025-12',
    url: `${WHATSAPP}/business-phone-numbers/phone-numbers`,
    kept: 'idx:13322510150',
  },
  'phone-number-reference': {
    title: 'WhatsApp Business Account To Number Current Status (Graph API reference): the node type of a phone number',
    date: '2025-02-14',
    url: 'https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/',
  },
  'graph-hosts': {
    title: 'Using the Graph API (v2.4): HTTP/1.1 and Host URL',
    date: '2015-07',
    url: 'https://developers.facebook.com/docs/graph-api/using-graph-api/v2.4',
  },
  'secure-requests': {
    title: 'Secure Graph API requests (appsecret_proof)',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/guides/secure-requests',
    kept: 'idx:62025131789',
  },
  subscriptions: {
    title: 'Application subscriptions (Graph API reference)',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/reference/app/subscriptions/',
  },
  'subscriptions-guide': {
    title: 'Webhooks: subscriptions edge',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge',
  },
  'graph-webhooks': {
    title: 'Graph webhooks: getting started',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started',
  },
  'graph-errors': {
    title: 'Graph API error handling',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    kept: 'idx:54360087744',
  },
  'graph-versions': {
    title: 'Graph API versioning',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/guides/versioning',
    kept: 'idx:54360087744',
  },
  'graph-changelog': {
    title: 'Graph API changelog, v26.0',
    date: '2026-08-09',
    url: 'https://developers.facebook.com/docs/graph-api/changelog',
    kept: 'idx:58760320910',
  },
  'graph-paging': {
    title: 'Graph API paged results',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/results',
    kept: 'idx:54360087744',
  },
  'graph-fields': {
    title: 'Graph API field expansion',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/guides/field-expansion',
  },
  openapi: {
    title: 'Meta OpenAPI description of the WhatsApp Business Messaging API, v23.0',
    date: '2025-10-21',
    url: 'https://github.com/facebook/openapi/blob/ecba623/business-messaging-api_v23.0.yaml',
  },
  codegen: {
    title: 'Specs that Meta generates its Business SDKs from',
    date: '2026-04-15',
    url: 'https://github.com/facebook/facebook-business-sdk-codegen/tree/ad2b0b6/api_specs/specs',
  },
  'published-clients': {
    title: 'What seventeen published clients put on the wire, recorded on loopback',
    date: '2026-11',
  },
  'capture-ads-errors': {
    title: 'Error bodies in the tests of airbytehq/airbyte source-facebook-marketing',
    date: '2023',
    kept: 'F#115532124',
  },
  'capture-no-token': { title: 'Body for a call without a token', date: '2022', kept: 'F#70590259207' },
  'capture-me-no-token': { title: 'Body for /me without a token', date: '2021', kept: 'idx:35378035438' },
  'capture-malformed-token': { title: 'Body that echoes a malformed token', date: '2018', kept: 'F#1397428192' },
  'capture-unparsable-token': {
    title: 'Recorded WhatsApp call with a token that cannot be parsed: HTTP 401',
    date: '2025',
    kept: 'idx:44438194145',
  },
  'capture-undecryptable-token': {
    title: 'debug_token body for a token that cannot be decrypted',
    date: '2016',
    kept: 'idx:2852804673',
  },
  'capture-token-signature': {
    title: 'Invalid OAuth access token signature (400, code 190)',
    date: '2023-11-09',
    url: 'https://github.com/oddbit/flutter_facebook_app_events/issues/323',
  },
  'capture-app-token-needed': {
    title: '(#15) This method must be called with an app access_token (HTTP 400)',
    date: '2015-04-12',
    url: 'https://github.com/arsduo/koala/issues/297',
  },
  'capture-expired-token': { title: 'Expired WhatsApp token', date: '2026', kept: 'F#55869749672' },
  'capture-invalid-application': {
    title: 'Error validating application. Invalid application ID. (101)',
    date: '2021',
    kept: 'F#3552253970',
  },
  'capture-appsecret-required': { title: 'appsecret_proof is required', date: '2024', kept: 'idx:12086270938' },
  'capture-appsecret-invalid': { title: 'appsecret_proof does not match', date: '2025', kept: 'F#70227690172' },
  'capture-missing-object-post': {
    title: 'Unsupported post request for an unknown id',
    date: '2023',
    kept: 'id 1640827523',
  },
  'capture-missing-object-delete': {
    title: 'Unsupported delete request for an unknown id',
    date: '2024',
    kept: 'idx:31712340346',
  },
  'capture-unknown-alias': {
    title: '(#803) Some of the aliases you requested do not exist',
    date: '2022',
    kept: 'idx:39302030981',
  },
  'graph-batch': {
    title: 'Graph API batch requests',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/batch-requests',
    kept: 'idx:54360087744',
  },
  'graph-rate-limits': {
    title: 'Graph API rate limits',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
    kept: 'idx:54360087744',
  },
  'graph-debugging': {
    title: 'Graph API debug mode',
    date: '2025-12',
    url: 'https://developers.facebook.com/docs/graph-api/guides/debugging',
    kept: 'idx:54360087744',
  },
  'capture-ads-version': { title: '(#2635) deprecated version of the Ads API', date: '2025', kept: 'idx:24241887769' },
  'capture-ads-upgrade': {
    title: 'Header of an auto-upgraded Ads call',
    date: '2026-08',
    kept: 'idx:69151435087',
  },
  'capture-batch-too-large': { title: 'Batch of more than 50', date: '2018', kept: 'idx:298523189' },
  'capture-batch-dependency': { title: 'Batch that depends on an unknown name', date: '2014', kept: 'koala spec' },
  'capture-limits': { title: 'Bodies of refused calls over the limit', date: '2026', kept: 'idx:71223317361' },
  'capture-checkpointed': { title: '190/459 in the Facebook iOS SDK', date: '2016', kept: 'F#62972723' },
  'capture-unconfirmed-user': { title: '190/464', date: '2014', kept: 'F#20169853517' },
  'capture-logged-out': { title: '190/467', date: '2019', kept: 'F#7893967195' },
  'capture-debug-token-caller': { title: 'debug_token with a wrong caller', date: '2022', kept: 'idx:37517776245' },
  'capture-client-secret': { title: 'Error validating client secret. (1)', date: '2025', kept: 'idx:70266650530' },
  'capture-code-format': {
    title: 'Invalid verification code format. (100/36008)',
    date: '2025',
    kept: 'idx:66772860030',
  },
  'capture-exchange': { title: 'Exchange of a token for a long-lived one', date: '2026', kept: 'idx:71407200639' },
  'capture-debug-token': { title: 'debug_token bodies', date: '2026', kept: 'idx:69406403368' },
  'capture-permission': {
    title: '(#100) Need permission on either WhatsApp Business Account or owner/shared business.',
    date: '2026',
    kept: 'F#71357940311',
  },
  'capture-messaging-permission': {
    title: '(#200) You do not have the necessary permissions to send messages',
    date: '2026',
    kept: 'F#59537834067',
  },
  'capture-feature-missing': { title: '(#100) Object does not exist … feature', date: '2025', kept: 'idx:58629331185' },
  'capture-app-id-needed': { title: '(#200) Provide valid app ID', date: '2026', kept: 'idx:70460264938' },
  'capture-service-unavailable': { title: '(#2) Service temporarily unavailable', date: '2025' },
  'capture-edge-page': {
    title: '502 with a page of HTML: Facebook | Error',
    date: '2019-09-22',
    url: 'https://github.com/maiha/facebook.cr/issues/1',
  },
  'capture-edge-page-effect': {
    title: '502 with a page of HTML, after which a post was sometimes published',
    date: '2017-04-27',
    url: 'https://github.com/mgp25/Instagram-API/issues/1209',
  },
  'capture-unknown-field': {
    title: 'Tried accessing nonexisting field',
    date: '2023',
    url: 'https://github.com/PipedreamHQ/pipedream/issues/9004',
  },
  'capture-unknown-path': { title: 'Unknown path components (2500)', date: '2016', kept: 'idx:67162998954' },
  'capture-unknown-version': {
    title: 'Unauthenticated calls with live, dead and unknown versions',
    date: '2026',
    kept: 'idx:70865456440',
  },
  'capture-field-syntax': { title: 'Syntax error in fields (2500)', date: '2013', kept: 'idx:835053682' },
  'capture-callback-status': { title: '(#2200) with HTTP status 404', date: '2023', kept: 'F#41121887698' },
  'capture-callback-timeout': { title: '(#2200) with curl_errno 28', date: '2026', kept: 'F#63027948338' },
  'capture-callback-challenge': { title: '(#2201) challenge does not match', date: '2019', kept: 'F#8952455748' },
  'capture-parameter-required': {
    title: '(#100) The parameter messaging_product is required.',
    date: '2024',
    kept: 'id 36526311051',
  },
  'capture-parameter-type': {
    title: 'Bodies for parameters of the wrong type',
    date: '2024',
    kept: 'idx:68612812166',
  },
  'capture-pin-length': {
    title: '(#100) Param pin must be 6 characters long. (tests of ruby_whatsapp_sdk)',
    date: '2024',
    kept: 'id 35281927748',
  },
  'capture-length-limit': {
    title: '(#100) Length of param message[quick_replies][1][title] must be less than or equal to 20',
    date: '2016-09-27',
    url: 'https://github.com/microsoft/botframework-sdk/issues/1335',
  },
  'capture-waba-info': { title: 'Recorded fields of a WABA', date: '2026', kept: 'F#66483965692' },
  'capture-headers': { title: 'Full response headers of a Graph call', date: '2020', kept: 'idx:1109465921' },
  'capture-www-authenticate': { title: 'WWW-Authenticate of refused calls', date: '2023', kept: 'idx:26344957643' },
  'capture-signature': { title: 'Signature vector of a webhook body', date: '2026', kept: 'F#71234382398' },
} as const satisfies Record<string, Source>

export type SourceName = keyof typeof sources

/** A source, or a source and the place in it: `guide: Eligible end business`. */
export type Citation = SourceName | `${SourceName}: ${string}`

/** The address (or the stored copy) behind a citation, for people: `guide: x` -> `https://... (x)`. */
export function addressOf(citation: Citation): string {
  const [name, ...place] = citation.split(': ')
  const source: Source = sources[name as SourceName]
  const address = source.url ?? withoutAddress(name as SourceName, source)
  return place.length ? `${address} (${place.join(': ')})` : address
}

/** A document that has no address of its own: what it is, and where we keep it. */
function withoutAddress(name: SourceName, { title, kept }: Source): string {
  const what = name.startsWith('capture-') ? `a published capture: ${title.replace(/\.$/, '')}` : title
  return kept ? `${what}, ${copyOf(kept)}` : what
}

/** `idx:835053682` -> `stored copy 835053682`. What is no number stands as it is. */
function copyOf(kept: string): string {
  if (!/^(F#|idx:|ids? )/.test(kept)) return kept
  const copies = kept.match(/\d+/g) ?? []
  return `stored ${copies.length > 1 ? 'copies' : 'copy'} ${copies.join(', ')}`
}

/**
 * How sure we are of a fact. `documented`: Meta writes it. `observed`: a captured body exists.
 * `assumed`: neither, and the reason must be given.
 */
export type Basis = 'documented' | 'observed' | 'assumed'
