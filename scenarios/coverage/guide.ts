/** A sentence of the guide, in our own words. */
export interface Sentence {
  /** `onboarding/intent-api/3`: the chapter, and which of its sentences. */
  readonly id: string
  readonly says: string
}

/** A sentence that no scenario shows, and why. */
export interface Unshown extends Sentence {
  readonly why: string
}

type Told = readonly (readonly [says: string, why: string])[]

const AS_ELSEWHERE = 'It points to another page, whose behaviours stand under their own chapters.'
const ADVICE = 'It is advice to people: no call does it or leaves it.'
const PAGE = "It says where to click on a page of Meta's; no API shows the page."

/** What the guide says, by chapter: what a scenario must show. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'get-ready/introduction': [
    'A business that uses the Cloud API without a partner accepts the terms and onboards by itself in WhatsApp Manager',
  ],
  'get-ready/permissions': [
    'The app of a partner must have advanced access',
    'whatsapp_business_messaging lets it send marketing messages',
    'whatsapp_business_management lets it look after accounts, numbers and templates',
    'ads_read lets it read Insights, with conversions',
    'ads_read may be missing: all but Insights works',
    'An app without advanced access asks for it in App Review',
  ],
  'get-ready/overview': [
    'First the partner itself is enrolled',
    'A send has the path of another edge, and the same templates and body as on the Cloud API',
    'Insights tells sent, delivered and read as the Cloud API does, and conversions besides',
  ],
  'get-ready/enrolment': ['A partner is enrolled once it has accepted the terms'],
  'get-ready/app-review': [
    'Whoever works for customers does so with an app that has the advanced permissions',
    'Sending on behalf of a customer takes whatsapp_business_messaging',
    'Accounts, numbers, templates and basic metrics of a customer take whatsapp_business_management',
    'Only Insights takes ads_read',
    'An app that has not the permissions must pass App Review',
  ],
  'onboarding/ways': [
    'A business can be onboarded in WhatsApp Manager',
    'Of an onboarded business the partner gets the tokens with which it sends and measures',
    'A business can be onboarded by Embedded Signup',
  ],
  'onboarding/whatsapp-manager': [
    'A business that has a partner can onboard in WhatsApp Manager, without an invitation',
  ],
  'onboarding/embedded-signup': [
    'When the admin is done, and what goes on behind has worked, each account of the business is told by account_update',
    'Its dialog registers a client for the Cloud API and the product at once',
    'It gives the partner a token with which it can send and measure',
    'Its configuration names two permissions, and ads_read if it is wanted',
    'The feature marketing_messages_lite is added when it is started',
    'The token that comes back can send, and read Insights',
  ],
  'onboarding/intent-api': [
    'A partner onboards a client and has all accounts that it holds on its behalf marked for transfer in one call',
    'A webhook tells when it is done, so that tokens can be fetched',
    'Accounts held on behalf that have no intent get one by the call, all of them',
    'All admins of the client get a mail that leads them to the onboarding',
    'Meta writes to them until they onboard or reject it',
    'The call takes the token of a system user, of an app with the advanced permissions',
    'Only a client that has not signed the terms can be asked',
    'Only a client with an account that is shared with the partner, or held by it, can be asked',
    'Only a client with an account in a country where the product is offered can be asked',
    'It is a POST to an edge of the client, with the token in the address',
    'With solution_id the accounts go to a solution instead of to the partner alone',
    'The answer has the id of the request',
    'Refused: the client accepted the terms already',
    'Refused: the client is in a country that is not served',
    'Refused: none of the accounts that the partner sees is in a country that is served',
    'Refused: the client has been asked already',
    'Refused: the app has not the advanced permissions',
    'When the client is through, one account_update comes for each of its accounts',
  ],
  'onboarding/tokens': [
    'Insights takes a token for the ad account of the account that is looked after',
    'The token that there is can be fetched for the ad accounts that webhooks told',
    'The proof of the app secret must be there',
    'The proof is a SHA-256 hash of the token',
    'The call is on the business of the client',
    'It takes a token with business_management',
    'The answer is a token',
  ],
  'coexistence/onboarding': [
    'A business in the WhatsApp Business app can be served at scale by the app of a partner',
    'What a business taps in its own messages is counted like any other tap',
    'The business can still write to people one by one in its app',
    'Embedded Signup can onboard a business with the number that it has in the WhatsApp Business app',
  ],
  'offboarding/coexistence': [
    'Who leaves coexistence leaves the Marketing Messages API',
    'Its ad account is disabled and unlinked, and conversions are not counted any more',
  ],
  'conversions/measuring': ['A business can see when a message led somebody to fill a basket, or to buy'],
  'sending/messages': ['A partner sends for its customers, and hears by webhooks what came of it'],
  'metrics/viewing': [
    'The ids of the ads of accounts and templates can be read, for calls of Insights',
    'The metrics of what was sent can be read',
    'Insights tells more than the analytics of the account: conversions on websites and in apps',
  ],
}

/** What the guide says and no API shows. */
const apart: Readonly<Record<string, Told>> = {
  'get-ready/introduction': [
    ['The product is generally available, and had another name', 'It is news: no call tells it.'],
    ['Onboarding is meant to be simple for solution providers', 'It is an intention: no call tells it.'],
  ],
  'get-ready/enrolment': [
    ['The quickstart of the app is found in the App Dashboard', PAGE],
    ['A card there has a button that begins', PAGE],
    ['Another button there asks for what is missing of App Review', PAGE],
  ],
  'get-ready/app-review': [
    ['A recording shows how each permission is used', 'It goes to people at Meta: no API takes it.'],
  ],
  'onboarding/embedded-signup': [
    ['The page on onboarding describes the webhook', AS_ELSEWHERE],
    [
      'The Facebook SDK brings it into a page of the partner, or several',
      'It is a page in a browser: test/signup opens it in one.',
    ],
    ['Its configuration names accounts as the only assets', 'Configurations of a world have no other assets.'],
  ],
  'coexistence/onboarding': [
    [
      'A business should not tap links in its own messages',
      `${ADVICE} That such taps count is shown as the second sentence of the chapter.`,
    ],
  ],
  'conversions/measuring': [
    ['Another page describes how conversions are set up', AS_ELSEWHERE],
    ['Partners should help their clients to set them up', ADVICE],
  ],
  'sending/messages': [['Another page describes sends', AS_ELSEWHERE]],
  'metrics/viewing': [
    ['Another page describes metrics', AS_ELSEWHERE],
    ['Partners should show the metrics to their customers', ADVICE],
    ['The manager at Meta has a playbook on dashboards', ADVICE],
  ],
}

export const guide: readonly Sentence[] = Object.entries(shown).flatMap(([chapter, sentences]) =>
  sentences.map((says, at) => ({ id: `${chapter}/${at + 1}`, says })),
)

export const guideApart: readonly Unshown[] = Object.entries(apart).flatMap(([chapter, sentences]) =>
  sentences.map(([says = '', why = ''], at) => ({ id: `${chapter}/apart-${at + 1}`, says, why })),
)

/** The rows of the guide's table of the Intent API: what a call does to accounts that are held on behalf of the client. */
export const oboRows: readonly Sentence[] = [
  { id: 'obo/1-shared-4-with-intent', says: 'One shared, four held with an intent: it succeeds, and sets no intent' },
  { id: 'obo/0-shared-5-with-intent', says: 'None shared, five held with an intent: it succeeds, and sets no intent' },
  {
    id: 'obo/1-shared-4-without-intent',
    says: 'One shared, four held without an intent: it succeeds, and sets intents',
  },
  {
    id: 'obo/0-shared-5-without-intent',
    says: 'None shared, five held without an intent: it succeeds only if the intents can be set',
  },
  { id: 'obo/0-shared-0-held', says: 'None shared, none held: it fails, and sets nothing' },
]
