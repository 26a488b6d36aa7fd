import type { ErrorDefinition } from './definition.ts'

const graph = { status: 400, type: 'OAuthException', code: 100 } as const
const FILE = '(#100) Param file must be a file with one of the following types: <types>.'

/** Files that are uploaded, and those that nobody gets any more. */
export const mediaErrors = {
  media_no_file: { ...graph, message: FILE, basis: 'observed', sources: ['capture-media-no-file'] },
  media_type_unsupported: {
    ...graph,
    message: `${FILE} Received file of type '<type>'.`,
    basis: 'observed',
    sources: ['capture-media-type'],
  },
  media_too_large: {
    ...graph,
    message: '(#100) Media file size too big. Max file size we currently support: <most>.',
    basis: 'assumed',
    sources: ['media: Supported media types'],
    assumes:
      'The sizes are documented, and no capture was found: the sentence is that of 131052, its code that of 100.',
  },
  media_url_gone: {
    status: 404,
    type: 'GraphMethodException',
    code: 100,
    subcode: 33,
    message: 'Not Found',
    basis: 'documented',
    sources: ['media: Download media'],
    assumes: 'The page gives HTTP 404 for every download that fails; its body is ours.',
  },
  upload_offset_invalid: {
    status: 412,
    type: 'OAuthException',
    message: 'Request starting offset is invalid',
    debug: { type: 'OffsetInvalidError', retriable: true },
    basis: 'observed',
    sources: ['capture-upload-offset', 'upload-errors'],
    assumes: 'Captured on rupload.facebook.com: that Graph’s own host answers the same.',
  },
  upload_too_long: {
    status: 400,
    type: 'OAuthException',
    message: 'Partial request (did not match length of file)',
    debug: { type: 'PartialRequestError', retriable: false },
    basis: 'documented',
    sources: ['upload-errors'],
    assumes: 'HTTP 400, and that it cannot be tried again: the page has the sentence only.',
  },
} as const satisfies Record<string, ErrorDefinition>
