/** What a media file is when it is sent. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video'

export interface MediaType {
  readonly kind: MediaKind
  /** The most of it, in bytes; the page says MB, and binary ones are assumed. */
  readonly most: number
}

const MB = 1_048_576
const audio = { kind: 'audio', most: 16 * MB } as const
const document = { kind: 'document', most: 100 * MB } as const
const image = { kind: 'image', most: 5 * MB } as const
/** 500 KB where it is animated, and 100 KB where not: which of them it is, nobody looks. */
const sticker = { kind: 'sticker', most: 500 * 1024 } as const
const video = { kind: 'video', most: 16 * MB } as const
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The types of files that can be uploaded, in the order in which Graph lists them. @see sources media, capture-media-type */
export const mediaTypes: Readonly<Record<string, MediaType>> = {
  'audio/aac': audio,
  'audio/mp4': audio,
  'audio/mpeg': audio,
  'audio/amr': audio,
  'audio/ogg': audio,
  'audio/opus': audio,
  'application/vnd.ms-powerpoint': document,
  'application/msword': document,
  [`${OFFICE}.wordprocessingml.document`]: document,
  [`${OFFICE}.presentationml.presentation`]: document,
  [`${OFFICE}.spreadsheetml.sheet`]: document,
  'application/pdf': document,
  'text/plain': document,
  'application/vnd.ms-excel': document,
  'image/jpeg': image,
  'image/png': image,
  'image/webp': sticker,
  'video/mp4': video,
  'video/3gpp': video,
}

/** The types of files that the Resumable Upload API takes. @see sources resumable-upload */
export const uploadTypes = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'] as const

/** How long media live that were uploaded, and those that somebody sent to a business: days. @see sources media */
export const MEDIA_LIFE = { uploaded: 30, received: 7 } as const

/** How long the address of media is good: minutes. @see sources media */
export const MEDIA_URL_LIFE = 5
