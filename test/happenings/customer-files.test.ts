import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Kit, need, type Receiver, told } from '../kit.ts'
import { download, PNG } from '../media.ts'
import { expectError } from '../operation.ts'
import { listening } from '../sends.ts'

interface File {
  readonly id: string
  readonly sha256: string
  readonly mime_type: string
  readonly filename?: string
}

/** A customer sends a file: what the webhook says of it. */
async function sent(kit: Kit, receiver: Receiver, type: string, file: object = {}): Promise<File> {
  const params = { phone: 'phone', from: 'recipient', type, [type]: file }
  expect((await kit.happens('customer_sends_message', params)).body).not.toHaveProperty('error')
  return need(told<{ messages: Record<string, File>[] }>(receiver).at(-1)?.messages[0]?.[type])
}

const says = async (kit: Kit, file: object) =>
  (await kit.happens('customer_sends_message', { phone: 'phone', from: 'recipient', image: file })).body.error?.message

/** Reads and downloads a file as a client does, and checks the bytes against both hashes. */
async function fetched(kit: Kit, { id, sha256 }: File) {
  const { body: media } = await kit.graph('GET', `/${id}`)
  const { body, headers } = await download(kit, media.url)
  const bytes = Buffer.from(body)
  expect(createHash('sha256').update(bytes).digest('base64')).toBe(sha256)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(media.sha256)
  expect(media.file_size).toBe(bytes.byteLength)
  return { bytes, type: media.mime_type, headers }
}

describe('files that customers send', () => {
  test.each([
    ['image', 'image/jpeg', 'image.jpg', '\xff\xd8\xff\xe0'],
    ['video', 'video/mp4', 'video.mp4', '\0\0\0\x18ftypisom'],
    ['audio', 'audio/ogg', 'audio.ogg', 'OggS'],
    ['document', 'application/pdf', 'document.pdf', '%PDF-1.4'],
    ['sticker', 'image/webp', 'sticker.webp', 'RIFF\x1a\0\0\0WEBP'],
  ])('%s: can be read, downloaded and checked', async (type, mime, name, begins) => {
    const { kit, receiver } = await listening()
    const file = await sent(kit, receiver, type)
    const { bytes, headers, ...media } = await fetched(kit, file)
    expect(media.type).toBe(mime)
    expect(bytes.toString('latin1').startsWith(begins)).toBe(true)
    expect(headers).toMatchObject({ 'content-type': mime, 'content-disposition': `inline;filename=${name}` })
  })

  test('the same each time, by an id of its own', async () => {
    const { kit, receiver } = await listening()
    const files = [await sent(kit, receiver, 'image'), await sent(kit, receiver, 'image')]
    expect(files[0]?.sha256).toBe(files[1]?.sha256)
    expect(files[0]?.id).not.toBe(files[1]?.id)
  })

  test('are gone after seven days', async () => {
    const { kit, receiver } = await listening()
    const { id } = await sent(kit, receiver, 'image')
    await kit.advance('6.9d')
    expect((await kit.graph('GET', `/${id}`)).status).toBe(200)
    await kit.advance('0.1d')
    expectError(await kit.graph('GET', `/${id}`), 'object_missing_on_get')
  })

  test('with bytes, a type and a name that the tester gives', async () => {
    const { kit, receiver } = await listening()
    const content = PNG.toString('base64')
    const image = await sent(kit, receiver, 'image', {
      content,
      mime_type: 'image/png',
      filename: 'rye.png',
      caption: 'Rye',
    })
    expect(image).toEqual({
      mime_type: 'image/png',
      sha256: expect.any(String),
      id: expect.any(String),
      caption: 'Rye',
    })
    const { bytes, type, headers } = await fetched(kit, image)
    expect({ type, isSame: bytes.equals(PNG) }).toEqual({ type: 'image/png', isSame: true })
    expect(headers['content-disposition']).toBe('inline;filename=rye.png')
  })

  test('a document tells its name, and may be of any type', async () => {
    const { kit, receiver } = await listening()
    const file = await sent(kit, receiver, 'document', { mime_type: 'application/zip', filename: 'menu.zip' })
    expect(file).toMatchObject({ mime_type: 'application/zip', filename: 'menu.zip' })
    expect((await fetched(kit, file)).bytes.toString()).toBe('This stands for a file of type application/zip.\n')
  })

  test('with an id that the tester gives nothing is kept: it is there, or leads nowhere', async () => {
    const { kit, receiver } = await listening()
    const image = await sent(kit, receiver, 'image')
    expect((await sent(kit, receiver, 'image', { id: image.id })).sha256).toBe(image.sha256)
    const { id } = await sent(kit, receiver, 'image', { id: '1003383421387256', sha256: 'SfInY0g=' })
    expectError(await kit.graph('GET', `/${id}`), 'object_missing_on_get')
    expect(await says(kit, { id, content: 'UnllLg==' })).toMatch(/^with\.image\.content: a file with an id is there/)
  })

  test.each([
    [{ content: '…' }, /^with\.image\.content: the bytes of the file in base 64/],
    [{ content: 7 }, /^with\.image\.content/],
    [{ filename: 7 }, /^with\.image\.filename: must be string/],
    [{ mime_type: 7 }, /^with\.image\.mime_type: must be string/],
    [{ colour: 'red' }, /^with\.image: must not have 'colour'/],
  ])('%j is refused, and nothing is kept', async (file, why) => {
    const { kit } = await listening()
    expect(await says(kit, file)).toMatch(why)
    expect(kit.world().list('WhatsAppBusinessMedia')).toEqual([])
  })

  test('not more than a world keeps', async () => {
    const { kit } = await listening((file) => {
      file.retention = { mediaBytes: 7 }
    })
    expect(await says(kit, { content: PNG.toString('base64') })).toMatch(/8 bytes; the world keeps 7: retention\.media/)
  })
})
