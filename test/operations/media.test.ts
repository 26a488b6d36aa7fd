import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import supertest from 'supertest'
import { describe, expect, test } from 'vitest'
import { deleteMedia } from '../../contracts/operations/delete-media.ts'
import { downloadMedia } from '../../contracts/operations/download-media.ts'
import { uploadMedia } from '../../contracts/operations/upload-media.ts'
import { mediaOf } from '../../emulator/model/media.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { download, multipart, PNG, ready, SHA_OF_PNG, upload, uploaded } from '../media.ts'
import { expectError, proves } from '../operation.ts'

const MEDIA = '/{phone}/media'
const MESSAGING = { messaging_product: 'whatsapp' }
const urlOf = async (kit: Kit, id: string): Promise<string> => (await kit.graph('GET', `/${id}`)).body.url

/** Reads an answer that is JSON, although the call asked for bytes. */
const asJson = (response: Awaited<ReturnType<typeof download>>) =>
  Object.assign(response, { body: JSON.parse(Buffer.from(response.body).toString()) })

/** A POST without a Content-Length. */
async function inChunks(kit: Kit, body: Buffer): Promise<{ status: number; text: string }> {
  await new Promise<void>((resolve) => kit.server.listen(0, '127.0.0.1', resolve))
  const { port } = kit.server.address() as AddressInfo
  const headers = {
    authorization: `Bearer ${kit.tokens.partner_system_user}`,
    'content-type': 'multipart/form-data; boundary=b',
    'transfer-encoding': 'chunked',
  }
  return new Promise((resolve) => {
    const path = `/v24.0/${kit.names.phone}/media`
    const call = httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('end', () => {
        kit.server.close()
        resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(parts).toString() })
      })
    })
    call.end(body)
  })
}

proves(
  uploadMedia,
  {
    'answers the id of the media, which can be read': async () => {
      const kit = ready()
      const { status, body } = await upload(kit)
      expect({ status, body }).toEqual({ status: 200, body: { id: expect.stringMatching(/^\d{16}$/) } })
      const read = (await kit.graph('GET', `/${body.id}`)).body
      expect(read).toEqual({
        url: expect.stringMatching(
          /^http:\/\/127\.0\.0\.1:\d+\/whatsapp_business\/attachments\/\?mid=\d+&ext=\d{10}&hash=AT/,
        ),
        mime_type: 'image/png',
        sha256: SHA_OF_PNG,
        file_size: 8,
        id: body.id,
        messaging_product: 'whatsapp',
      })
    },
    'takes a file as FormData of the platform makes it, with the type as a field': async () => {
      const kit = ready()
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(PNG)], { type: 'audio/ogg; codecs=opus' }), 'voice.ogg')
      form.append('type', 'audio/ogg')
      form.append('messaging_product', 'whatsapp')
      const headers = { authorization: `Bearer ${kit.tokens.client_business}` }
      const url = `http://127.0.0.1/v24.0/${kit.names.phone}/media`
      const response = await kit.emulator.fetch(new Request(url, { method: 'POST', headers, body: form }))
      const { id } = (await response.json()) as { id: string }
      expect(mediaOf(kit.world(), id)).toEqual({ kind: 'audio', mime: 'audio/ogg', size: 8, phoneId: kit.names.phone })
    },
    'media say what a send needs to know of them, and nothing else does': async () => {
      const kit = ready()
      const id = await uploaded(kit)
      expect(mediaOf(kit.world(), id)?.kind).toBe('image')
      expect(mediaOf(kit.world(), need(kit.names.phone))).toBeUndefined()
    },
    'the log of calls and the state have the hash and the size, not the bytes': async () => {
      const kit = ready()
      const bytes = Buffer.from('these very bytes')
      await upload(kit, { bytes })
      const state = JSON.stringify(kit.world().state())
      expect(state).not.toContain('these very bytes')
      expect(state).not.toContain(JSON.stringify([...bytes]).slice(1, -1))
      const [exchange] = (await kit.control('get', `worlds/${kit.id}/exchanges`)).body.data
      expect(exchange.params.file).toMatchObject({ name: 'sale.png', type: 'image/png', size: 16 })
      expect(exchange.params.file.sha256).toMatch(/^[0-9a-f]{64}$/)
    },
    'the oldest media go first when the world keeps no more': async () => {
      const kit = ready({ retention: { mediaBytes: 20 } })
      const ids = [await uploaded(kit), await uploaded(kit), await uploaded(kit)]
      expect(ids.map((id) => mediaOf(kit.world(), id) !== undefined)).toEqual([false, true, true])
      expectError(await kit.graph('GET', `/${ids[0]}`), 'object_missing_on_get')
    },
    'a world takes the page’s word that the type is required': async () => {
      const kit = ready({ rulings: { 'media-type-parameter': 'required' } })
      expectError(await upload(kit), 'parameter_required')
      expect((await upload(kit, { fields: { ...MESSAGING, type: 'image/png' } })).status).toBe(200)
    },
    'a body in chunks has no file, as published clients found; a world may think otherwise': async () => {
      const body = multipart(MESSAGING, PNG, 'sale.png', 'image/png')
      const { status, text } = await inChunks(ready(), body)
      expect({ status, message: JSON.parse(text).error.message }).toEqual({
        status: 400,
        message: '(#100) The parameter file is required.',
      })
      expect((await inChunks(ready({ rulings: { 'media-chunked-upload': 'seen' } }), body)).status).toBe(200)
    },
    'a token without the permission may not': async () => {
      const kit = ready()
      expectError(await upload(kit, { as: 'app' }), 'permission_missing')
    },
  },
  {
    parameter_required: () => ready().graph('POST', MEDIA, { body: MESSAGING }),
    media_no_file: () =>
      ready().graph('POST', MEDIA, { body: { ...MESSAGING, file: '@/local/file.jpg;type=image/jpeg' } }),
    media_type_unsupported: () => upload(ready(), { type: 'text/csv', name: 'people.csv' }),
    media_too_large: () => upload(ready(), { bytes: Buffer.alloc(5 * 1_048_576 + 1) }),
    body_too_large: () => upload(ready({ retention: { mediaBytes: 7 } })),
  },
)

const TYPES =
  'audio/aac, audio/mp4, audio/mpeg, audio/amr, audio/ogg, audio/opus, application/vnd.ms-powerpoint, application/msword, application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/vnd.openxmlformats-officedocument.presentationml.presentation, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/pdf, text/plain, application/vnd.ms-excel, image/jpeg, image/png, image/webp, video/mp4, video/3gpp'

describe('what an upload is refused with', () => {
  const refused = async (kit: Kit, options: Parameters<typeof upload>[1]) =>
    (await upload(kit, options)).body.error.message

  test('a part that does not say what it is', async () => {
    expect(await refused(ready(), { type: undefined })).toBe(
      `(#100) Param file must be a file with one of the following types: ${TYPES}. Received file of type 'application/octet-stream'.`,
    )
  })

  test('each form of body that has no file', async () => {
    const kit = ready()
    const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
    const form = await kit.graph('POST', MEDIA, { body: 'messaging_product=whatsapp&file=x', headers: urlencoded })
    expect(form.body.error.message).toBe(`(#100) Param file must be a file with one of the following types: ${TYPES}.`)
    const multi = 'multipart/form-data; boundary=b'
    const body = '--b\r\nContent-Disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n--b--\r\n'
    const without = await kit.graph('POST', MEDIA, { body, headers: { 'content-type': multi } })
    expect(without.body.error.message).toBe('(#100) The parameter file is required.')
  })

  test('no messaging_product', async () => {
    expect(await refused(ready(), { fields: {} })).toBe('(#100) The parameter messaging_product is required.')
  })

  test('each kind that is larger than its page says', async () => {
    const sizes: Record<string, number> = { 'image/webp': 500 * 1024, 'video/mp4': 16 * 1_048_576 }
    for (const [type, most] of Object.entries(sizes)) {
      expect((await upload(ready(), { type, bytes: Buffer.alloc(most) })).status).toBe(200)
      expectError(await upload(ready(), { type, bytes: Buffer.alloc(most + 1) }), 'media_too_large')
    }
  })

  test('a file that is too large is told how large it may be', async () => {
    const said = async (type: string, most: number) => refused(ready(), { type, bytes: Buffer.alloc(most + 1) })
    expect(await said('image/webp', 500 * 1024)).toContain('500KB')
    expect(await said('image/png', 5 * 1_048_576)).toContain('5MB')
  })

  test('a document that is larger than an emulator takes', async () => {
    expectError(
      await upload(ready(), { type: 'application/pdf', bytes: Buffer.alloc(33 * 1_048_576) }),
      'body_too_large',
    )
  })

  test('a multipart body that breaks off', async () => {
    const body = multipart(MESSAGING, PNG, 'a.png', 'image/png').subarray(0, -10)
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    expectError(await ready().graph('POST', MEDIA, { body, headers }), 'body_content_type')
  })
})

describe('GET /{media} (retrieveMediaUrl)', () => {
  test('phone_number_id must be that of the media', async () => {
    const kit = ready()
    const id = await uploaded(kit)
    const read = (phone_number_id: string) => kit.graph('GET', `/${id}`, { query: { phone_number_id } })
    expect((await read(need(kit.names.phone))).status).toBe(200)
    expectError(await read('1'), 'object_missing_on_get')
    const account = await kit.graph('GET', '/{waba}', { query: { phone_number_id: '1' } })
    expect(account.body.id).toBe(kit.names.waba)
  })

  test('they expire after 30 days', async () => {
    const kit = ready()
    const id = await uploaded(kit)
    await kit.advance('29.9d')
    expect((await kit.graph('GET', `/${id}`)).status).toBe(200)
    await kit.advance('0.1d')
    expectError(await kit.graph('GET', `/${id}`), 'object_missing_on_get')
    expect(mediaOf(kit.world(), id)).toBeUndefined()
  })

  test('file_size is a text where a world takes the documents’ word', async () => {
    const kit = ready({ rulings: { 'media-file-size': 'text' } })
    expect((await kit.graph('GET', `/${await uploaded(kit)}`)).body.file_size).toBe('8')
  })

  test('fields choose, also url alone', async () => {
    const kit = ready()
    const id = await uploaded(kit)
    const { body } = await kit.graph('GET', `/${id}`, { query: { fields: 'url,metadata' } })
    expect(body.error.message).toContain('(metadata) on node type (WhatsAppBusinessMedia)')
    expect(Object.keys((await kit.graph('GET', `/${id}`, { query: { fields: 'url' } })).body)).toEqual(['url', 'id'])
  })

  test('a business that has nothing to do with the account sees none', async () => {
    const scopes = ['whatsapp_business_messaging'] as const
    const kit = emulate('ready-to-send', (file) => {
      Object.assign(file.accounts?.waba ?? {}, { sharedWith: [] })
      file.tokens.admin_of_client = { app: 'app', of: 'admin', scopes: [...scopes] }
    })
    const id = (await upload(kit, { as: 'admin_of_client' })).body.id
    expectError(await kit.graph('GET', `/${id}`), 'object_missing_on_get')
    const { url } = (await kit.graph('GET', `/${id}`, { as: 'admin_of_client' })).body
    expect((await download(kit, url, 'admin_of_client')).status).toBe(200)
    expect((await download(kit, url)).status).toBe(404)
  })
})

proves(
  downloadMedia,
  {
    'answers the bytes with their type': async () => {
      const kit = ready()
      const { status, headers, body } = await download(kit, await urlOf(kit, await uploaded(kit)))
      expect(status).toBe(200)
      expect(Buffer.from(body).equals(PNG)).toBe(true)
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-length': '8',
        'content-disposition': 'inline;filename=sale.png',
        'x-mmgraph-contract': 'downloadMedia; basis=documented',
      })
      const [, , exchange] = (await kit.control('get', `worlds/${kit.id}/exchanges`)).body.data
      expect(exchange.reply).toMatchObject({ size: 8, sha256: SHA_OF_PNG })
    },
    'HEAD tells the same without the bytes': async () => {
      const kit = ready()
      const { pathname, search } = new URL(await urlOf(kit, await uploaded(kit)))
      const headers = { authorization: `Bearer ${kit.tokens.partner_system_user}` }
      const response = await supertest(kit.server)
        .head(pathname + search)
        .set(headers)
      expect(response.headers['content-length']).toBe('8')
    },
    'fails with 404 for every reason: no token, a wrong one, the end of five minutes, a forged address': async () => {
      const kit = ready()
      const id = await uploaded(kit)
      const url = await urlOf(kit, id)
      expect((await download(kit, url, '')).status).toBe(404)
      expect((await download(kit, url, 'garbage')).status).toBe(404)
      expect((await download(kit, url, 'app')).status).toBe(404)
      expect((await download(kit, url.replace('&hash=AT', '&hash=AU'))).status).toBe(404)
      expect((await download(kit, url.replace(/ext=\d+/, 'ext=9999999999'))).status).toBe(404)
      await kit.advance('299s')
      expect((await download(kit, url)).status).toBe(200)
      await kit.advance('1s')
      expect((await download(kit, url)).status).toBe(404)
      expect((await download(kit, await urlOf(kit, id))).status).toBe(200)
    },
    'media that were deleted are gone at once': async () => {
      const kit = ready()
      const id = await uploaded(kit)
      const url = await urlOf(kit, id)
      await kit.graph('DELETE', `/${id}`)
      expect((await download(kit, url)).status).toBe(404)
    },
  },
  {
    media_url_gone: async () =>
      asJson(await download(ready(), 'http://127.0.0.1/whatsapp_business/attachments/?mid=1')),
  },
)

proves(
  deleteMedia,
  {
    'deletes the media, once': async () => {
      const kit = ready()
      const id = await uploaded(kit)
      expect((await kit.graph('DELETE', `/${id}`, { query: { phone_number_id: need(kit.names.phone) } })).body).toEqual(
        {
          success: true,
        },
      )
      expectError(await kit.graph('DELETE', `/${id}`), 'object_missing_on_delete')
      // What was due for them finds nothing, and nothing breaks.
      expect((await kit.advance('31d')).status).toBe(200)
    },
  },
  {
    object_missing_on_delete: async () => {
      const kit = ready()
      return kit.graph('DELETE', `/${await uploaded(kit)}`, { query: { phone_number_id: '1' } })
    },
  },
)
