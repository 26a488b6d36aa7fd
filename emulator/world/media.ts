/** A file for messages. Its bytes lie in the files of the world. Times in camelCase are milliseconds. */
export interface Media {
  readonly nodeType: 'WhatsAppBusinessMedia'
  readonly id: string
  /** The number that it was uploaded for, or that received it. */
  readonly phoneId: string
  readonly accountId: string
  readonly mime_type: string
  /** In hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly fileName: string
  readonly expiresAt: number
}

/** An upload whose handle other calls take. Its bytes lie in the files of the world until it is complete. */
export interface UploadSession {
  readonly nodeType: 'UploadSession'
  /** `upload:` and what the client said of the file, in base 64. */
  readonly id: string
  /** What Graph puts behind the id as `?sig=`. */
  readonly signature: string
  readonly appId: string
  /** Who began it; an app token is nobody's. */
  readonly subjectId?: string
  readonly fileType: string
  readonly fileLength: number
  readonly fileName?: string
  readonly createdAt: number
  /** How many bytes have come. */
  readonly file_offset: number
  /** Once it is complete. */
  readonly handle?: string
  readonly sha256?: string
}
