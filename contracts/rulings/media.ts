import type { Ruling } from '../ruling.ts'

/** Contradictions about media and uploads. */
export const mediaRulings = {
  'media-file-size': {
    question: 'Is file_size of media a number or a text?',
    sides: {
      number: { says: 'A number: 14254', sources: ['capture-media'] },
      text: { says: "A text: '303833'", sources: ['openapi: retrieveMediaUrl', 'media: Get media URL'] },
    },
    chosen: 'number',
    why: 'Every recorded reply has a number; the documents show a placeholder in quotes.',
  },
  'media-type-parameter': {
    question: 'Must an upload name the type of the file beside the file?',
    sides: {
      optional: {
        says: 'No: the sample calls leave it out, and the description does not have it',
        sources: ['media: Example request', 'openapi: uploadImage'],
      },
      required: { says: 'Yes: type is required', sources: ['media: Parameters'] },
    },
    chosen: 'optional',
    why: 'The page’s own samples would fail otherwise; what counts is the type that the part of the file has.',
  },
  'media-chunked-upload': {
    question: 'Does Graph see the file of a multipart body that comes in chunks, without a Content-Length?',
    sides: {
      lost: { says: 'No: The parameter file is required', sources: ['capture-media-chunked'] },
      seen: { says: 'The pages do not speak of it, so yes', sources: ['media: Upload media'] },
    },
    chosen: 'lost',
    why: 'Several clients met it in production and had to send a Content-Length; a test should meet it first.',
  },
} as const satisfies Record<string, Ruling>
