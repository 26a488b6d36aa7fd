import type { ErrorDefinition } from './definition.ts'

/** What is wrong with an event. One of them refuses the whole call. */
const invalid = <const S extends number, const T extends string, const M extends string>(
  subcode: S,
  title: T,
  userMessage: M,
) =>
  ({
    status: 400,
    type: 'OAuthException',
    code: 100,
    subcode,
    message: 'Invalid parameter',
    title,
    userMessage,
  }) as const

const SENTENCE_IS_OURS = 'The number and the title are Meta’s, the sentence is ours.'
const TEXTS_ARE_OURS = 'The number is Meta’s; title and sentence are ours, as no body was found.'

/** Events that are sent to a dataset. */
export const conversionErrors = {
  event_too_old: {
    ...invalid(
      2804003,
      'Event Timestamp Too Old',
      'The timestamp for this event is too far in the past. Events need to be sent from your server within 7 days of when they occurred. Enter a timestamp that has occurred within the last 7 days.',
    ),
    basis: 'observed',
    sources: ['capture-event-too-old', 'events-guide: Upload Time versus Event Transaction Time'],
  },
  event_in_future: {
    ...invalid(
      2804004,
      'Event Timestamp In The Future',
      'The timestamp for this event is in the future. Enter a Unix timestamp in seconds that has occurred within the last 7 days.',
    ),
    basis: 'assumed',
    sources: ['server-event: event_time'],
    assumes:
      'No body was found: the number is the one after 2804003 and stands in notes alone; title and sentence are ours.',
  },
  event_customer_missing: {
    ...invalid(
      2804050,
      "You haven't added sufficient customer information parameter data for this event",
      'This event has no customer information parameters that are enough to find a person. Send more of them in user_data.',
    ),
    basis: 'observed',
    sources: ['capture-event-customer', 'server-event: user_data'],
    assumes: 'The sentence after "This event has no customer information parameters": the capture ends there.',
  },
  event_name_missing: {
    ...invalid(2804019, 'Missing Event Name', 'The parameter event_name is required for every event.'),
    basis: 'assumed',
    sources: ['capture-event-name', 'server-event: event_name'],
    assumes: 'Published code gives this number to other mistakes as well; title and sentence are ours.',
  },
  event_currency_missing: {
    ...invalid(
      2804010,
      'Missing Currency for Purchase Event',
      'A Purchase event needs a currency in custom_data: an ISO 4217 code of three letters.',
    ),
    basis: 'observed',
    sources: ['capture-event-currency'],
    assumes: SENTENCE_IS_OURS,
  },
  event_currency_invalid: {
    ...invalid(
      2804011,
      'Invalid Currency For Purchase Event',
      'The currency of this Purchase event is not valid: send an ISO 4217 code of three letters.',
    ),
    basis: 'observed',
    sources: ['capture-event-currency-invalid'],
    assumes: SENTENCE_IS_OURS,
  },
  event_value_currency_missing: {
    ...invalid(
      2804023,
      'Missing Currency for Value',
      'An event with a value needs a currency in custom_data: an ISO 4217 code of three letters.',
    ),
    basis: 'assumed',
    sources: ['capture-event-value'],
    assumes: TEXTS_ARE_OURS,
  },
  event_contents_invalid: {
    ...invalid(2804008, 'Invalid Contents', 'The contents in custom_data must be a list of objects.'),
    basis: 'assumed',
    sources: ['capture-event-contents'],
    assumes: TEXTS_ARE_OURS,
  },
  events_empty: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: '(#100) param data must be non-empty',
    basis: 'observed',
    sources: ['capture-events-empty'],
  },
  messaging_event_name_invalid: {
    ...invalid(
      2804066,
      'Messaging Event Invalid Event Type',
      'The event name parameter value "<event>" provided for your events with business_messaging action source is invalid. Use one of the event names that business messaging has.',
    ),
    basis: 'observed',
    sources: ['capture-messaging-event-name', 'business-messaging-events'],
    assumes: 'The second sentence: the capture ends before it.',
  },
  messaging_account_missing: {
    ...invalid(
      2804116,
      'Missing Messaging Account',
      'An event with business_messaging action source needs whatsapp_business_account_id or page_id in user_data.',
    ),
    basis: 'observed',
    sources: ['capture-messaging-account'],
    assumes: 'Title and sentence: the capture has them in Portuguese, and these are our own words.',
  },
  messaging_click_missing: {
    ...invalid(
      2804071,
      'Missing CTWA clid',
      'An event of WhatsApp with business_messaging action source needs ctwa_clid in user_data.',
    ),
    basis: 'observed',
    sources: ['capture-messaging-click'],
    assumes: SENTENCE_IS_OURS,
  },
  messaging_click_unknown: {
    ...invalid(
      2804087,
      'Messaging Event Invalid Ctwa Clid',
      'The ctwa_clid of this event is of no click on an ad that leads to WhatsApp.',
    ),
    basis: 'observed',
    sources: ['capture-messaging-click-unknown'],
    assumes: SENTENCE_IS_OURS,
  },
  dataset_account_missing: {
    ...invalid(
      2804132,
      'No WhatsApp Business Account Linked to This Dataset',
      'The WhatsApp Business Account of this event is not linked to the dataset that it was sent to.',
    ),
    basis: 'observed',
    sources: ['capture-dataset-list'],
    assumes: 'The title in English, of which the capture has a translation, and the sentence.',
  },
  dataset_page_missing: {
    ...invalid(2804131, 'No Page Associated To Dataset', 'The dataset of this event has no Page associated to it.'),
    basis: 'observed',
    sources: ['capture-messaging-page'],
    assumes: SENTENCE_IS_OURS,
  },
} as const satisfies Record<string, ErrorDefinition>
