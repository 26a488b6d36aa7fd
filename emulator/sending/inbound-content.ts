import { type InboundType, inboundObjects, unsupportedErrors } from '../../contracts/inbound-messages.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { isRecord } from '../body.ts'
import type { Effects } from '../effects.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { hashOf, keepFile } from './inbound-file.ts'

type Params = Readonly<Record<string, unknown>>

/** Whom a customer writes to, and how it is refused what cannot be written. */
export interface Writing extends Pick<Effects, 'later'> {
  readonly world: World
  readonly phone: PhoneNumber
  readonly refuse: (why: string) => never
}

/** What files of customers are where nothing is said of them. */
const FILES: { readonly [T in InboundType]?: Params } = {
  image: { mime_type: 'image/jpeg' },
  video: { mime_type: 'video/mp4' },
  audio: { mime_type: 'audio/ogg; codecs=opus', voice: true },
  document: { mime_type: 'application/pdf' },
  sticker: { mime_type: 'image/webp', animated: false },
}

const isType = (type: string): type is InboundType => Object.hasOwn(inboundObjects, type)

/**
 * The type and object of what a customer sends. The type can be left out, as the object tells it. A file is kept, and can be
 * read and downloaded: its kind and its bytes can be left out.
 */
export function contentOf(writing: Writing, params: Params): object {
  const { refuse } = writing
  const given = Object.keys(params).filter(isType)
  const type = params.type === undefined ? (given[0] ?? 'text') : String(params.type)
  if (!isType(type)) return { errors: params.errors ?? unsupportedErrors, type }
  const other = given.find((name) => name !== type)
  if (other) refuse(`with.${other}: a message of type ${type} has none`)
  const file = FILES[type]
  const object = file ? fileOf(writing, type, { ...file, ...asRecord(params[type]) }) : params[type]
  const [problem] = problemsWith(inboundObjects[type], object)
  if (problem) refuse(`with.${type}${problem.where.replaceAll('/', '.')}: ${problem.says}`)
  return { type, [type]: object }
}

const asRecord = (value: unknown): Params => (isRecord(value) ? value : {})

/** A file with an id that the tester gives is not kept: it is there, or the id leads nowhere. */
function fileOf(writing: Writing, type: InboundType, given: Params): Params {
  const { content, filename, ...rest } = given
  const told = type === 'document' && filename !== undefined ? { ...rest, filename } : rest
  if (given.id !== undefined) {
    if (content !== undefined) writing.refuse(`with.${type}.content: a file with an id is there already; leave one out`)
    return { sha256: hashOf(writing.world, given), ...told }
  }
  return { ...keepFile(writing, type, { content, filename, mime_type: given.mime_type }), ...told }
}
