import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readParts } from '../../emulator/multipart.ts'
import '../seed.ts'

const type = 'multipart/form-data; boundary=b'
const read = (text: string, contentType = type) =>
  readParts(Buffer.from(text), contentType)?.map(({ bytes, ...part }) => ({ ...part, bytes: bytes.toString() }))
const part = (head: string, body = 'x') => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n--b--\r\n`

test('a part is a field, or a file where it has a file name', () => {
  expect(read(part('name="a"'))).toEqual([{ name: 'a', bytes: 'x' }])
  expect(read(part('name=a'))).toEqual([{ name: 'a', bytes: 'x' }])
  expect(read(part('name="file"; filename="a \\"b\\" %22c%22.png"'))).toEqual([
    { name: 'file', fileName: 'a "b" "c".png', bytes: 'x' },
  ])
  const typed = 'name="file"; filename=""\r\nContent-Type: Audio/OGG; codecs=opus'
  expect(read(part(typed, ''))).toEqual([{ name: 'file', fileName: '', type: 'audio/ogg', bytes: '' }])
})

test('the boundary can be quoted, and what looks like one within a part is not one', () => {
  const text = '--b c\r\nContent-Disposition: form-data; name="a"\r\n\r\n--b\r\n-- b c\r\n--b c--'
  expect(read(text, 'multipart/form-data; charset=utf-8; boundary="b c"')).toEqual([
    { name: 'a', bytes: '--b\r\n-- b c' },
  ])
})

test('what is no multipart body is none', () => {
  for (const text of ['', 'x', '--b', '--b\r\n', '--b\r\n\r\n\r\n--b--', part('filename="a"'), `x${part('name="a"')}`])
    expect(read(text)).toBeUndefined()
  expect(read(part('name="a"').replace('--b--', '--b'))).toBeUndefined()
  expect(read(part('name="a"'), 'multipart/form-data')).toBeUndefined()
  expect(read('--b--')).toEqual([])
})

test('any bytes come out as they went in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const head = Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n')
      const [found] = readParts(Buffer.concat([head, bytes, Buffer.from('\r\n--b--\r\n')]), type) ?? []
      expect(Buffer.from(bytes).equals(found?.bytes ?? Buffer.from('?'))).toBe(true)
    }),
  )
})
