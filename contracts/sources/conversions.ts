import type { Source } from '../source.ts'

/** Datasets, the events that are sent to them, and what becomes of conversions in Insights. */
export const conversionSources = {
  'server-event': {
    title: 'Conversions API: server event parameters and best practices',
    date: '2026',
    url: 'https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/server-event',
    kept: 'idx:68544534142',
  },
  'events-guide': {
    title: 'Conversions API: using the API',
    date: '2025-10',
    url: 'https://developers.facebook.com/docs/marketing-api/conversions-api/using-the-api/',
    kept: 'id 28248706820',
  },
  'business-messaging-events': {
    title: 'Conversions API for business messaging',
    date: '2026',
    url: 'https://developers.facebook.com/docs/marketing-api/conversions-api/business-messaging/',
  },
  'capture-dataset-permissions': {
    title: 'The permissions that the dataset of an account takes',
    date: '2026',
    kept: 'idx:62433087355, idx:68985478723',
  },
  'capture-dataset-single': { title: 'One dataset for each account', date: '2026', kept: 'idx:70958136681' },
  'capture-dataset-list': {
    title: 'GET /{waba}/dataset, a list with the id of the dataset; 2804132 for the account of another',
    date: '2026-09-03',
    kept: 'idx:66600260640',
  },
  'capture-events-received': {
    title: 'Reply of POST /{dataset}/events',
    date: '2026',
    kept: 'idx:46212789904, idx:46524761500',
  },
  'capture-event-too-old': {
    title: 'Event Timestamp Too Old (2804003)',
    date: '2026',
    kept: 'idx:1784461956, idx:67192364742',
  },
  'capture-event-customer': {
    title: 'You haven’t added sufficient customer information (2804050)',
    date: '2025',
    kept: 'idx:57998169848',
  },
  'capture-event-name': { title: 'An event without event_name (2804019)', date: '2026', kept: 'idx:65802401110' },
  'capture-event-currency': {
    title: 'Missing Currency for Purchase Event (2804010)',
    date: '2026-08-20',
    kept: 'idx:61048922738',
  },
  'capture-event-currency-invalid': {
    title: 'Invalid Currency For Purchase Event (2804011)',
    date: '2026',
    kept: 'idx:68985478723',
  },
  'capture-event-value': { title: 'A value without a currency (2804023)', date: '2026', kept: 'idx:53230004165' },
  'capture-event-contents': { title: 'contents that are no list (2804008)', date: '2026', kept: 'idx:53151548550' },
  'capture-events-empty': {
    title: '(#100) param data must be non-empty',
    date: '2026',
    kept: 'idx:66470896454',
  },
  'capture-events-token': {
    title: 'A token with the one scope read_ads_dataset_quality writes events',
    date: '2026',
    kept: 'idx:66470896454, idx:62726709404',
  },
  'capture-messaging-account': {
    title: 'An event of business messaging without an account (2804116, in Portuguese)',
    date: '2026',
    kept: 'idx:68400367526',
  },
  'capture-messaging-click': { title: 'Missing CTWA clid (2804071)', date: '2026-09-29', kept: 'idx:71501787523' },
  'capture-messaging-click-unknown': {
    title: 'Messaging Event Invalid Ctwa Clid (2804087)',
    date: '2026',
    kept: 'idx:62272658842',
  },
  'capture-messaging-event-name': {
    title: 'Messaging Event Invalid Event Type (2804066), and the order of these checks',
    date: '2026',
    kept: 'idx:62433087355',
  },
  'capture-messaging-page': {
    title: 'No Page Associated To Dataset (2804131): a page_id to the dataset of an account',
    date: '2026',
    kept: 'idx:57709267826',
  },
  'capture-fbc': { title: 'fbc in user_data, with and without its appendix', date: '2026', kept: 'idx:68590827208' },
} as const satisfies Record<string, Source>
