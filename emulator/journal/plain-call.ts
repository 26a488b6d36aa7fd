import { NO_BODY, type WireBody } from '../body.ts'
import type { Wire } from '../call.ts'
import { UploadedFile } from '../model/uploaded-file.ts'
import type { BodyAsData, CallAsData, FileAsData } from '../world/input.ts'
import type { World } from '../world/world.ts'

/** A call as plain data. A token of the world stands by its name where that tells it again. */
export function plainCall({ method, url, authorization, contentType, body }: Wire, world: World): CallAsData {
  const as = authorization === undefined ? undefined : nameOf(authorization, world)
  return {
    method,
    url,
    ...(as !== undefined && { as }),
    ...(as === undefined && authorization !== undefined && { authorization }),
    ...(contentType !== undefined && { contentType }),
    ...(body !== NO_BODY && { body: plainBody(body) }),
  }
}

const BEARER = 'Bearer '

function nameOf(authorization: string, world: World): string | undefined {
  if (!authorization.startsWith(BEARER)) return undefined
  const token = authorization.slice(BEARER.length)
  const name = world.nameOfToken(token)
  return name !== undefined && world.tokenNames[name] === token ? name : undefined
}

function plainBody(body: WireBody): BodyAsData {
  if (body.kind === 'text') return { text: body.text }
  if (body.kind === 'too-large') return { tooLarge: body.limit }
  if (body.kind === 'file') {
    return { file: plainFile(body.file), ...(body.offset !== undefined && { offset: body.offset }) }
  }
  const { fields, files } = body
  return { fields, ...(files && { files: files.map(([name, file]) => [name, plainFile(file)] as const) }) }
}

function plainFile({ name, type, inChunks, bytes }: UploadedFile): FileAsData {
  return { name, type, ...(inChunks && { inChunks }), base64: Buffer.from(bytes).toString('base64') }
}

/** The call that plain data tells. */
export function wireOf({ method, url, as, authorization, contentType, body }: CallAsData, world: World): Wire {
  const header = as === undefined ? authorization : `${BEARER}${world.tokenNames[as]}`
  return { method, url, authorization: header, contentType, body: body ? bodyOf(body) : NO_BODY }
}

function bodyOf(body: BodyAsData): WireBody {
  if ('text' in body) return { kind: 'text', text: body.text }
  if ('tooLarge' in body) return { kind: 'too-large', limit: body.tooLarge }
  if ('file' in body) return { kind: 'file', file: fileOf(body.file), offset: body.offset }
  const { fields, files } = body
  return { kind: 'form', fields, ...(files && { files: files.map(([name, file]) => [name, fileOf(file)] as const) }) }
}

function fileOf({ name, type, inChunks = false, base64 }: FileAsData): UploadedFile {
  return new UploadedFile({ name, type, inChunks }, Buffer.from(base64, 'base64'))
}

/** About how long a body is, as plain data. */
export function lengthOf({ url, body }: Wire): number {
  if (body.kind === 'text') return url.length + body.text.length
  const files =
    body.kind === 'form' ? (body.files ?? []).map(([, file]) => file) : body.kind === 'file' ? [body.file] : []
  const fields = body.kind === 'form' ? body.fields.map(([name, value]) => name.length + value.length) : []
  const sizes = [...fields, ...files.map(({ size }) => Math.ceil((size * 4) / 3))]
  return sizes.reduce((sum, size) => sum + size, url.length)
}
