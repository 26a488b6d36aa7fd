import request, { type Response } from 'supertest'
import type { WorldFile } from '../emulator/world/file.ts'
import { emulate, holdToContract, type Kit, need } from './kit.ts'

/** The first bytes of any PNG. */
export const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
export const SHA_OF_PNG = '4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6'

export const ready = (change: Partial<WorldFile> = {}): Kit =>
  emulate('ready-to-send', (file) => Object.assign(file, change))

/** What a test says of an upload. */
export interface UploadOptions {
  readonly as?: string
  readonly fields?: Record<string, string>
  readonly bytes?: Buffer
  /** Undefined: the part has none. */
  readonly type?: string | undefined
  readonly name?: string
}

/** Uploads a file for the number, as curl -F does. */
export async function upload(kit: Kit, options: UploadOptions = {}): Promise<Response> {
  const {
    as = 'partner_system_user',
    fields = { messaging_product: 'whatsapp' },
    bytes = PNG,
    name = 'sale.png',
  } = options
  const type = 'type' in options ? options.type : 'image/png'
  const call = request(kit.server).post(`/v24.0/${kit.names.phone}/media`)
  call.set('Authorization', `Bearer ${need(kit.tokens[as])}`).set('Content-Type', 'multipart/form-data; boundary=b')
  const response = await call.send(multipart(fields, bytes, name, type))
  holdToContract(kit.world(), 'POST', `/${kit.names.phone}/media`, response)
  return response
}

export function multipart(fields: Record<string, string>, bytes: Buffer, name: string, type?: string): Buffer {
  const head = (extra: string): string => `--b\r\nContent-Disposition: form-data; ${extra}\r\n`
  const texts = Object.entries(fields).map(([key, value]) => `${head(`name="${key}"`)}\r\n${value}\r\n`)
  const file = `${head(`name="file"; filename="${name}"`)}${type ? `Content-Type: ${type}\r\n` : ''}\r\n`
  return Buffer.concat([Buffer.from(texts.join('') + file), bytes, Buffer.from('\r\n--b--\r\n')])
}

/** The id of a PNG that was uploaded. */
export async function uploaded(kit: Kit): Promise<string> {
  return (await upload(kit)).body.id
}

/** Follows an address that a reply gave. */
export function download(kit: Kit, url: string, as = 'partner_system_user'): Promise<Response> {
  const { pathname, search } = new URL(url)
  const call = request(kit.server)
    .get(pathname + search)
    .buffer(true)
    .responseType('blob')
  const token = kit.tokens[as] ?? as
  return Promise.resolve(token ? call.set('Authorization', `Bearer ${token}`) : call)
}
