import { type Source, WHATSAPP } from '../source.ts'

/** What was read about media, resumable uploads and what messages cost. */
export const mediaSources = {
  media: {
    title: 'Media: upload, address, download, delete, supported types',
    date: '2025-11-17',
    url: `${WHATSAPP}/business-phone-numbers/media`,
    kept: 'id 52603923911, id 21075495018',
  },
  'resumable-upload': {
    title: 'Resumable Upload API',
    date: '2026',
    url: 'https://developers.facebook.com/docs/graph-api/guides/upload',
    kept: 'id 53159099805',
  },
  'application-uploads': {
    title: 'Application Uploads (Graph API reference)',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/reference/application/uploads',
  },
  'capture-media': {
    title: 'Recorded reads, downloads and deletions of media (ruby_whatsapp_sdk)',
    date: '2024-10-15',
    url: 'https://github.com/ignacio-chiazzo/ruby_whatsapp_sdk/tree/main/test/fixtures/vcr_cassettes/medias',
    kept: 'id 35740242147, id 35949795040',
  },
  'capture-media-type': {
    title: '(#100) Param file must be a file with one of the following types … Received file of type',
    date: '2025-03-20',
    url: 'https://github.com/MissaelAnda/laravel-whatsapp/issues/4',
  },
  'capture-media-no-file': {
    title: '(#100) Param file must be a file …, of a call whose file was no file',
    date: '2024-02-08',
    url: 'https://github.com/fbsamples/whatsapp-api-examples/issues/10',
  },
  'capture-media-file-required': {
    title: '(#100) The parameter file is required.',
    date: '2026',
    kept: 'id 16532655835',
  },
  'capture-media-chunked': {
    title:
      '(#100) The parameter file is required, of multipart bodies sent in chunks (two clients that had to stop it)',
    date: '2026',
    kept: 'id 68776826188, id 62026447002',
  },
  'capture-upload-session': { title: 'An upload session id as it was given', date: '2023', kept: 'id 12794679061' },
  'capture-upload-offset': {
    title: 'debug_info of an upload with a wrong offset (mapillary_tools, on rupload.facebook.com)',
    date: '2024',
    kept: 'id 36970420976',
  },
  'upload-errors': {
    title: 'Errors of resumable uploads (Reels publishing)',
    date: '2026',
    kept: 'id 68457673244',
  },
  'capture-header-handle': {
    title: 'Templates whose header_handle reads back as an address on scontent.whatsapp.net',
    date: '2025-09',
    kept: 'id 47252186502',
  },
  pricing: {
    title: 'Pricing on the WhatsApp Business Platform: markets and changes of the rates',
    date: '2026-03-02',
    url: `${WHATSAPP}/pricing`,
    kept: 'id 52047799940',
  },
  'rates-2025-07': {
    title: 'WhatsApp Business Platform Pricing Guide: Complete Country Pricing Table, effective July 1, 2025',
    date: '2025-07',
    url: 'https://docs.sent.dm/docs/guides/whatsapp-pricing',
    kept: 'the page’s beginning; id 30005247748, id 35670377019 for the rows that changed later',
  },
  'rates-2025-10': { title: 'Meta’s USD rate card of October 2025, in a page', date: '2025-10', kept: 'id 1919361609' },
  'rates-2026-01': {
    title: 'Meta’s USD rate card effective January 1, 2026, as data',
    date: '2026-01',
    kept: 'id 53635240303',
  },
  'rates-other-currencies': {
    title: 'Rows of Meta’s rate cards in EUR, INR and AED',
    date: '2026',
    url: 'https://huggingface.co/datasets/tobachat/whatsapp-api-rates',
    kept: 'id 62279369299, id 66431417801',
  },
} as const satisfies Record<string, Source>
