/** One part of a multipart body. Without a file name it is a field. */
export interface Part {
  readonly name: string
  readonly fileName?: string
  /** Its Content-Type without parameters, in small letters; absent where it has none. */
  readonly type?: string
  readonly bytes: Buffer
}

const LINE = '\r\n'

/**
 * The parts of a multipart body; undefined where it is none. Read here and not by the platform, which copies each file
 * and calls one without a Content-Type `text/plain`.
 */
export function readParts(body: Buffer, contentType: string): Part[] | undefined {
  const boundary = boundaryOf(contentType)
  if (boundary === undefined || body.indexOf(`--${boundary}`) !== 0) return undefined
  const parts: Part[] = []
  let at = boundary.length + 2
  while (body.toString('latin1', at, at + 2) === LINE) {
    const end = body.indexOf(`${LINE}--${boundary}`, at)
    const part = end < 0 ? undefined : readPart(body.subarray(at + LINE.length, end))
    if (!part) return undefined
    parts.push(part)
    at = end + LINE.length + 2 + boundary.length
  }
  return body.toString('latin1', at, at + 2) === '--' ? parts : undefined
}

function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^;\s"]{1,200}))/i.exec(contentType) ?? []
  return quoted ?? plain
}

function readPart(part: Buffer): Part | undefined {
  const end = part.indexOf(LINE + LINE)
  if (end < 0) return undefined
  const head = part.toString('utf8', 0, end)
  const disposition = headerOf(head, 'content-disposition') ?? ''
  const name = attributeOf(disposition, 'name')
  if (name === undefined) return undefined
  const fileName = attributeOf(disposition, 'filename')
  const type = mimeOf(headerOf(head, 'content-type'))
  const bytes = part.subarray(end + 2 * LINE.length)
  return { name, ...(fileName !== undefined && { fileName }), ...(type && { type }), bytes }
}

function headerOf(head: string, wanted: string): string | undefined {
  const line = head.split(LINE).find((each) => each.slice(0, wanted.length + 1).toLowerCase() === `${wanted}:`)
  return line?.slice(wanted.length + 1).trim()
}

function attributeOf(disposition: string, wanted: string): string | undefined {
  const pattern = new RegExp(`;\\s*${wanted}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i')
  const [, quoted, plain] = pattern.exec(disposition) ?? []
  const value = quoted?.replaceAll(/\\(.)/g, '$1') ?? plain
  return value?.replaceAll('%22', '"')
}

/** `Audio/OGG; codecs=opus` -> `audio/ogg`. */
export function mimeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
