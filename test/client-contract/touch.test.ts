import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import v8 from 'node:v8'
import equal from 'fast-deep-equal'
import { describe, expect, test } from 'vitest'
import { plainOf } from '../../contracts/client/plain.ts'
import { readsOf, type Touched } from '../../contracts/client/reads.ts'
import { touched } from '../../contracts/client/touch.ts'

// biome-ignore lint/suspicious/noExplicitAny: read as clients in JavaScript do
type Any = any

const REPLY = {
  data: [
    { id: '1', name: 'One', owner: { name: 'Robin', tags: ['a', 'b'] } },
    { id: '2', name: 'Two' },
  ],
  paging: { cursors: { after: 'x' }, next: 'http://127.0.0.1/next' },
  success: true,
  nothing: null,
}

/** What is told of what is done to the reply. */
function partsOf(does: (reply: Any) => unknown): Readonly<Record<string, string>> {
  const all: Touched[] = []
  does(touched(structuredClone(REPLY) as Any, (path, how) => all.push({ path, how })))
  return readsOf({}, [all]).parts
}

describe('what is read is told', () => {
  test.each<[string, (reply: Any) => unknown, Readonly<Record<string, string>>]>([
    ['a value', (reply) => reply.success, { '/success': 'read' }],
    ['null', (reply) => reply.nothing, { '/nothing': 'read' }],
    ['a value within', (reply) => reply.data[0].owner.name, { '/data/*/owner/name': 'read' }],
    ['what is only looked at', (reply) => Boolean(reply.paging), { '/paging': 'read' }],
    ['what is not there is not told', (reply) => reply.missing?.more, {}],
    ['a length', (reply) => reply.data.length, { '/data': 'read' }],
    ['each of a list', (reply) => reply.data.map((one: Any) => one.id), { '/data/*/id': 'read' }],
    ['a loop', (reply) => [...reply.data].filter(({ name }) => name), { '/data/*/name': 'read' }],
    ['a key that is asked for', (reply) => 'success' in reply, { '/success': 'read' }],
    ['Object.hasOwn', (reply) => Object.hasOwn(reply, 'success'), { '/success': 'read' }],
    ['destructuring', ({ data: [{ id }] }) => id, { '/data/*/id': 'read' }],
    ['texts in a list', (reply) => reply.data[0].owner.tags.join(), { '/data/*/owner/tags/*': 'read' }],
  ])('%s', (_, does, parts) => {
    expect(partsOf(does)).toEqual(parts)
  })
})

describe('what is copied is told as one', () => {
  test.each<[string, (reply: Any) => unknown, Readonly<Record<string, string>>]>([
    ['JSON.stringify', (reply) => JSON.stringify(reply), { '': 'copied' }],
    ['JSON.stringify of a part', (reply) => JSON.stringify(reply.paging), { '/paging': 'copied' }],
    ['a spread', (reply) => ({ ...reply.paging }), { '/paging': 'copied' }],
    ['Object.assign', (reply) => Object.assign({}, reply.paging), { '/paging': 'copied' }],
    ['Object.entries', (reply) => Object.entries(reply.paging), { '/paging': 'copied' }],
    ['a deep comparison', (reply) => equal(reply.paging, REPLY.paging), { '/paging': 'copied' }],
    ['a clone that walks', (reply) => walk(reply.paging), { '/paging': 'copied' }],
    [
      'a copy, and a value of it that was read first',
      ({ success, ...rest }) => [success, rest],
      { '': 'copied', '/success': 'read' },
    ],
    [
      'a copy, and what is read by a copy of its parts',
      (reply) => ({ ...reply }).data[0].id,
      { '': 'copied', '/data/*/id': 'read' },
    ],
  ])('%s', (_, does, parts) => {
    expect(partsOf(does)).toEqual(parts)
  })

  test('what is read after it, in a later turn, is read', async () => {
    const all: Touched[] = []
    const reply = touched(structuredClone(REPLY) as Any, (path, how) => all.push({ path, how }))
    expect(Object.keys(reply)).toContain('success')
    await Promise.resolve().then(() => undefined)
    expect(reply.success).toBe(true)
    expect(readsOf({}, [all]).parts).toEqual({ '': 'copied', '/success': 'read' })
  })
})

/** As `cloneDeep` of lodash goes about it. */
function walk(value: Any): Any {
  if (Array.isArray(value)) return value.map(walk)
  if (typeof value !== 'object' || value === null) return value
  return Object.keys(value).reduce((copy, key) => Object.assign(copy, { [key]: walk(value[key]) }), {})
}

describe('to a client it is the same', () => {
  const reply = () => touched(structuredClone(REPLY) as Any, () => undefined)

  test.each<[string, (one: Any, plain: Any) => void]>([
    ['toEqual', (one, plain) => expect(one).toEqual(plain)],
    ['toEqual, the other way', (one, plain) => expect(plain).toEqual(one)],
    ['toStrictEqual', (one, plain) => expect(one).toStrictEqual(plain)],
    ['toMatchObject', (one) => expect(one).toMatchObject({ data: [{ id: '1' }, {}] })],
    ['objectContaining', (one) => expect(one).toEqual(expect.objectContaining({ success: true }))],
    ['a difference is found', (one) => expect(one).not.toEqual({ ...REPLY, success: false })],
    ['assert.deepEqual', (one, plain) => assert.deepStrictEqual(one, plain)],
    ['isDeepStrictEqual', (one, plain) => assert.ok(isDeepStrictEqual(one, plain))],
    ['fast-deep-equal', (one, plain) => assert.ok(equal(one, plain))],
    ['Array.isArray', (one) => assert.ok(Array.isArray(one.data))],
    ['instanceof', (one) => assert.ok(one instanceof Object && one.data instanceof Object)],
    ['its tag', (one) => assert.equal(Object.prototype.toString.call(one.data), '[object Array]')],
    ['its prototype', (one) => assert.equal(Object.getPrototypeOf(one), Object.prototype)],
    [
      'a part is the same each time',
      (one) => assert.ok(one.data.at(0) === one.data[0] && one.data.includes(one.data[1])),
    ],
    ['methods of lists', (one) => assert.deepEqual(one.data.concat([1]).length, 3)],
    ['flat', (one) => assert.equal([[...one.data], one.data].flat().length, 4)],
    ['its text', (one, plain) => assert.equal(JSON.stringify(one, null, 1), JSON.stringify(plain, null, 1))],
    ['await', async (one) => assert.equal((await one).success, true)],
    ['keys in their order', (one, plain) => assert.deepEqual(Reflect.ownKeys(one), Reflect.ownKeys(plain))],
    [
      'it can be changed',
      (one) => {
        one.more = { of: 'mine' }
        one.success = 'no'
        delete one.nothing
        one.data.push({ id: '3' })
        one.data.sort((a: Any, b: Any) => b.id - a.id)
        assert.deepEqual([one.more.of, one.success, 'nothing' in one], ['mine', 'no', false])
        assert.deepEqual(
          one.data.map(({ id }: Any) => id),
          ['3', '2', '1'],
        )
      },
    ],
    [
      'it can be frozen, to its depth',
      (one, plain) => {
        const freeze = (value: Any): void => {
          if (typeof value !== 'object' || value === null) return
          Object.freeze(value)
          Object.values(value).forEach(freeze)
        }
        freeze(one)
        assert.equal(one.data[0].owner.name, 'Robin')
        assert.ok(Object.isFrozen(one.data[0]))
        assert.throws(() => Object.assign(one, { success: 1 }), TypeError)
        assert.deepEqual(one, plain)
      },
    ],
    ['it can be sealed', (one) => assert.equal(Object.seal(one).paging.next, REPLY.paging.next)],
    [
      'a schema reads it',
      (one) => {
        // As zod does: a key at a time, then whatever else there is.
        const shape = { success: 'boolean', data: 'object' }
        const known = Object.entries(shape).map(([key, type]) => [key, typeof one[key] === type])
        const others = []
        for (const key in one) if (!(key in shape)) others.push(key)
        assert.deepEqual(
          [known, others],
          [
            [
              ['success', true],
              ['data', true],
            ],
            ['paging', 'nothing'],
          ],
        )
      },
    ],
  ])('%s', async (_, does) => {
    await does(reply(), structuredClone(REPLY))
  })

  test('what a reviver made of a part stands as it is', () => {
    const made = JSON.parse('{"at":"2026-03-02"}', (key, value) => (key === 'at' ? new Date(value) : value))
    expect(touched(made, () => undefined).at.getUTCFullYear()).toBe(2026)
  })

  test('it can be had without the watching, whatever it is in, and is then a copy', () => {
    const all: Touched[] = []
    const one = touched(structuredClone(REPLY) as Any, (path, how) => all.push({ path, how }))
    const holder: Any = { one, list: [one.paging], map: new Map([['of', one.data]]), set: new Set([one.paging]) }
    holder.self = holder
    class Mine {
      part = one.paging
    }
    const plain = plainOf({ holder, mine: new Mine(), at: new Date(0) }) as Any
    const cloned = structuredClone(plain)
    expect(cloned.holder.self).toBe(cloned.holder)
    expect(cloned.holder.one).toEqual(REPLY)
    expect(cloned.mine.part).toEqual(REPLY.paging)
    expect(cloned.at).toEqual(new Date(0))
    expect(v8.deserialize(v8.serialize(plain)).holder.map.get('of')).toEqual(REPLY.data)
    expect(readsOf({}, [all]).parts).toEqual({ '': 'copied' })
  })

  test('without that it could not be cloned', () => {
    expect(() => structuredClone(reply())).toThrow(/could not be cloned/)
  })
})
