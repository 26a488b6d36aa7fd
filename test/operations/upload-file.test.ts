import { createHash } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { expect } from 'vitest'
import { createUploadSession } from '../../contracts/operations/create-upload-session.ts'
import { uploadFile } from '../../contracts/operations/upload-file.ts'
import { isUploadHandle, scontentUrl, uploadOf } from '../../emulator/model/upload.ts'
import { holdToContract, type Kit } from '../kit.ts'
import { PNG, ready } from '../media.ts'
import { proves } from '../operation.ts'

const begin = (kit: Kit, more: object = {}, as = 'partner_system_user') =>
  kit.graph('POST', '/{app}/uploads', { as, body: { file_length: 8, file_type: 'image/png', ...more } })

const sessionOf = async (kit: Kit, more: object = {}): Promise<string> => (await begin(kit, more)).body.id

/** Sends bytes as the guide does: the id stands in the path as it was given, the token in the header. */
async function send(kit: Kit, id: string, bytes: Buffer, offset = '0', type = 'image/png'): Promise<Response> {
  const headers = {
    authorization: `OAuth ${kit.tokens.partner_system_user}`,
    file_offset: offset,
    'content-type': type,
  }
  const response = await supertest(kit.server).post(`/v24.0/${id}`).set(headers).send(bytes)
  holdToContract(kit.world(), 'POST', `/${id}`, response)
  return response
}

proves(
  createUploadSession,
  {
    'answers a session whose id holds what was said of the file': async () => {
      const kit = ready()
      const id = await sessionOf(kit, { file_name: 'sale.png' })
      const [, about = '', signature] = /^upload:([A-Za-z0-9+/=]+)\?sig=(AR\w{18})$/.exec(id) ?? []
      expect(Buffer.from(about, 'base64').toString()).toMatch(
        /^1:attachment:[0-9a-f-]{36}\?file_length=8&file_type=image%2Fpng$/,
      )
      expect(signature).toHaveLength(20)
    },
    'keeps the name of the file, and none where none was sent': async () => {
      const kit = ready()
      await sessionOf(kit, { file_name: 'sale.png' })
      await sessionOf(kit)
      const [named, unnamed] = kit.world().list('UploadSession')
      expect(named).toMatchObject({ fileName: 'sale.png' })
      expect(unnamed).not.toHaveProperty('fileName')
    },
    'takes its parameters in the query, the alias app and the token of the app': async () => {
      const kit = ready()
      const query = { file_length: '8', file_type: 'video/mp4', session_type: 'attachment' }
      expect((await kit.graph('POST', '/app/uploads', { as: 'app', query })).status).toBe(200)
    },
    'says what is wrong with a parameter': async () => {
      const kit = ready()
      expect((await begin(kit, { file_type: 'image/gif' })).body.error.message).toContain(
        '(#100) Param file_type must be',
      )
      const without = await kit.graph('POST', '/{app}/uploads', { body: { file_type: 'image/png' } })
      expect(without.body.error.message).toBe('(#100) The parameter file_length is required.')
    },
  },
  {},
)

proves(
  uploadFile,
  {
    'answers a handle, of which a template reads back an address': async () => {
      const kit = ready()
      const { h } = (await send(kit, await sessionOf(kit), PNG)).body
      expect(h).toMatch(/^4::aW1hZ2UvcG5n:AR\w{60}:e:\d{10}:\d{16}:\d{16}:AR\w{18}$/)
      expect(isUploadHandle(kit.world(), h)).toBe(true)
      expect(isUploadHandle(kit.world(), '4::aW1hZ2UvcG5n:ARx')).toBe(false)
      expect(scontentUrl(kit.world(), h)).toMatch(
        /^https:\/\/scontent\.whatsapp\.net\/v\/t61\.29466-34\/\d+_\d+_\d+_n\.png\?.*&oe=[0-9A-F]{8}$/,
      )
      expect(scontentUrl(kit.world(), h)).toBe(scontentUrl(kit.world(), h))
      expect(scontentUrl(kit.world(), 'x')).toMatch(/_n\.jpg\?/)
    },
    'goes on where it broke off': async () => {
      const kit = ready()
      const id = await sessionOf(kit)
      const read = () => kit.graph('GET', `/${id.replace('?sig=', '%3Fsig%3D')}`)
      expect((await read()).body).toEqual({ id, file_offset: 0 })
      expect((await send(kit, id, PNG.subarray(0, 5))).body).toEqual({ id, file_offset: 5 })
      expect((await read()).body).toEqual({ id, file_offset: 5 })
      const { h } = (await send(kit, id, PNG.subarray(5), '5')).body
      expect(uploadOf(kit.world(), h)?.sha256).toBe(createHash('sha256').update(PNG).digest('hex'))
      expect((await read()).body).toEqual({ id, file_offset: 8 })
      expect(kit.world().files.ids()).toEqual([])
    },
    'takes the body for bytes whatever its type says, and keeps none of it in the log': async () => {
      const kit = ready()
      for (const type of [
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=b',
        '',
      ]) {
        const url = `http://127.0.0.1/v24.0/${await sessionOf(kit)}`
        const headers = { authorization: `OAuth ${kit.tokens.partner_system_user}`, 'content-type': type }
        const body = new Uint8Array(Buffer.from('a=secret'))
        const response = await kit.emulator.fetch(new Request(url, { method: 'POST', headers, body }))
        expect(((await response.json()) as { h: string }).h).toMatch(/^4::/)
      }
      const { data } = (await kit.control('get', `worlds/${kit.id}/exchanges`)).body
      expect(JSON.stringify(data)).not.toContain('a=secret')
      expect(data[1].params.file).toMatchObject({ size: 8 })
    },
    'an upload that is not complete makes room for newer ones, and begins anew': async () => {
      const kit = ready({ retention: { mediaBytes: 10 } })
      const [one, two] = [await sessionOf(kit), await sessionOf(kit)]
      await send(kit, one, PNG.subarray(0, 6))
      await send(kit, two, PNG.subarray(0, 6))
      expect((await kit.graph('GET', `/${one}`)).body.file_offset).toBe(0)
      expect((await send(kit, two, PNG.subarray(6), '6')).body.h).toMatch(/^4::/)
      expect((await send(kit, one, PNG)).body.h).toMatch(/^4::/)
    },
    'an upload without a body brings nothing': async () => {
      const kit = ready()
      const id = await sessionOf(kit)
      expect((await kit.graph('POST', `/${id}`)).body.file_offset).toBe(0)
    },
    'is for the app that began it': async () => {
      const kit = ready()
      const id = await sessionOf(kit)
      expect((await kit.graph('GET', `/${id}`, { as: 'client_business' })).body.file_offset).toBe(0)
      expect((await kit.graph('POST', '/upload:MTphdHRhY2htZW50')).status).toBe(404)
    },
    'its errors stand under debug_info': async () => {
      const kit = ready()
      const { status, body } = await send(kit, await sessionOf(kit), PNG, '3')
      const message = 'Request starting offset is invalid'
      expect({ status, body }).toEqual({
        status: 412,
        body: { debug_info: { type: 'OffsetInvalidError', retriable: true, message } },
      })
    },
  },
  {
    upload_offset_invalid: async () => {
      const kit = ready()
      const id = await sessionOf(kit)
      await send(kit, id, PNG)
      return send(kit, id, PNG)
    },
    upload_too_long: async () => {
      const kit = ready()
      return send(kit, await sessionOf(kit), Buffer.concat([PNG, PNG]))
    },
    body_too_large: async () => {
      const kit = ready({ retention: { mediaBytes: 7 } })
      return send(kit, await sessionOf(kit), PNG)
    },
  },
)
