import { type InboundType, inboundObjects, unsupportedErrors } from '../../contracts/inbound-messages.ts'
import { problemsWith } from '../../contracts/validate.ts'
import type { World } from '../world/world.ts'

type Params = Readonly<Record<string, unknown>>

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
 * The type and object of what a customer sends. The type can be left out, as the object tells it; of files the kind, the
 * hash and the id can be left out.
 */
export function contentOf(world: World, params: Params, refuse: (why: string) => never): object {
  const given = Object.keys(params).filter(isType)
  const type = params.type === undefined ? (given[0] ?? 'text') : String(params.type)
  if (!isType(type)) return { errors: params.errors ?? unsupportedErrors, type }
  const other = given.find((name) => name !== type)
  if (other) refuse(`with.${other}: a message of type ${type} has none`)
  const object = fileOf(world, type, params[type])
  const [problem] = problemsWith(inboundObjects[type], object)
  if (problem) refuse(`with.${type}${problem.where.replaceAll('/', '.')}: ${problem.says}`)
  return { type, [type]: object }
}

function fileOf(world: World, type: InboundType, given: unknown): unknown {
  const file = FILES[type]
  if (!file) return given
  const id = world.ids.next()
  const sha256 = Buffer.from(world.ids.letters(`sha256/${id}`, 32)).toString('base64')
  return { ...file, sha256, id, ...(given as object | undefined) }
}
