import { expect, test } from 'vitest'
import { expectError } from '../operation.ts'
import { hear, market, message, readyToSend, row, statuses, valueIn } from '../sends.ts'

const paced = row('templates', 'template', { pacingAfter: 2, quality: 'UNKNOWN' })
const FIELDS = ['messages', 'message_template_status_update', 'message_template_quality_update']

/** A template of which two messages are sent, and two are held. */
async function held() {
  const kit = readyToSend(paced)
  const receiver = await hear(kit, FIELDS)
  const told: string[] = []
  for (const number of ['0100', '0101', '0102', '0106']) {
    const { body } = await market(kit, message({ to: `+1416555${number}` }))
    told.push(body.messages[0].message_status)
  }
  expect(told).toEqual(['accepted', 'accepted', 'held_for_quality_assessment', 'held_for_quality_assessment'])
  await kit.advance('10m')
  expect(statuses(receiver).map(({ status }) => status)).toHaveLength(5)
  receiver.posts.length = 0
  return { kit, receiver }
}

const news = (receiver: Awaited<ReturnType<typeof held>>['receiver']) =>
  receiver.posts.filter((post) => post.json.entry[0]?.changes[0]?.field !== 'messages').map(valueIn)

test('good: what was held goes out, the quality is told, and nothing is held any more', async () => {
  const { kit, receiver } = await held()
  const { body } = await kit.happens('template_pacing_is_decided', { template: 'template', quality: 'GOOD' })
  expect(body.result).toEqual({ released: 2 })
  await kit.advance('2s')
  expect(statuses(receiver).map(({ status }) => status)).toEqual(['sent', 'sent', 'delivered', 'read', 'read'])
  expect(news(receiver)).toMatchObject([{ previous_quality_score: 'UNKNOWN', new_quality_score: 'GREEN' }])
  expect((await market(kit)).body.messages[0].message_status).toBe('accepted')
})

test('bad: what was held fails with 132015, the template is paused, and paced anew once it is not', async () => {
  const { kit, receiver } = await held()
  await kit.happens('template_pacing_is_decided', { template: 'template', quality: 'BAD' })
  await kit.advance('1m')
  expect(statuses(receiver)).toMatchObject([
    { status: 'failed', errors: [{ code: 132015 }] },
    { status: 'failed', errors: [{ code: 132015 }] },
  ])
  expect(news(receiver)).toMatchObject([
    { previous_quality_score: 'UNKNOWN', new_quality_score: 'RED' },
    { event: 'PAUSED', other_info: { title: 'RATE_LIMITING_PAUSE' } },
  ])
  expectError(await market(kit), 'template_paused')
  await kit.graph('POST', '/{template}/unpause', { as: 'client_business' })
  const told = []
  for (let sent = 0; sent < 3; sent += 1) told.push((await market(kit)).body.messages[0].message_status)
  expect(told).toEqual(['accepted', 'accepted', 'held_for_quality_assessment'])
})

test('nobody decides: after an hour what was held goes out', async () => {
  const { kit, receiver } = await held()
  await kit.advance('49m')
  expect(receiver.posts).toEqual([])
  await kit.advance('2m')
  expect(statuses(receiver).map(({ status }) => status)).toEqual(['sent', 'sent', 'delivered', 'read', 'read'])
})

test('it cannot be decided where nothing is held', async () => {
  const { status, body } = await readyToSend().happens('template_pacing_is_decided', {
    template: 'template',
    quality: 'GOOD',
  })
  expect({ status, message: body.error.message }).toEqual({
    status: 400,
    message: 'with.template: nothing is held of it',
  })
})
