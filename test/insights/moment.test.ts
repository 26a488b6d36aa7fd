import { expect, test } from 'vitest'
import { Metrics } from '../../emulator/world/metrics.ts'
import { Undo } from '../../emulator/world/undo.ts'

const DAY = { utc: 20_514, local: 20_513 }

function counted(): { metrics: Metrics; undo: Undo } {
  const undo = new Undo()
  const metrics = new Metrics(undo)
  metrics.count('1', 'mm', DAY, { sent: 3 })
  return { metrics, undo }
}

const localOf = (metrics: Metrics) => [...metrics.daysOf('1', 'mm').local]

test('days that a report refers to stay as they were, whatever is counted later', () => {
  const { metrics } = counted()
  const then = metrics.daysAsTheyAre('1')
  metrics.count('1', 'mm', DAY, { sent: 1 })
  metrics.count('1', 'mm', { utc: 20_515, local: 20_514 }, { sent: 7 })
  metrics.count('1', 'cloud', DAY, { sent: 9 })
  expect([...then]).toEqual([[20_513, { sent: 3 }]])
  expect(localOf(metrics)).toEqual([
    [20_513, { sent: 4 }],
    [20_514, { sent: 7 }],
  ])
  expect([...metrics.daysOf('1', 'mm').utc.values()]).toEqual([{ sent: 4 }, { sent: 7 }])
})

test('days of a template that was never sent are empty, also later', () => {
  const { metrics } = counted()
  const then = metrics.daysAsTheyAre('2')
  metrics.count('2', 'mm', DAY, { sent: 1 })
  expect([...then]).toEqual([])
  expect([...metrics.daysAsTheyAre('2')]).toEqual([[20_513, { sent: 1 }]])
})

test('what is taken back leaves both as they were', () => {
  const { metrics, undo } = counted()
  const then = metrics.daysAsTheyAre('1')
  const failing = () =>
    undo.atomically(() => {
      metrics.count('1', 'mm', DAY, { sent: 1 })
      throw new Error('no')
    })
  expect(failing).toThrow('no')
  expect([...then]).toEqual(localOf(metrics))
  expect(localOf(metrics)).toEqual([[20_513, { sent: 3 }]])
})

test('what is taken back takes the row of a volume with it, and what comes next is counted anew', () => {
  const { metrics, undo } = counted()
  const volume = {
    phoneId: '1',
    country: 'CA',
    kind: 'template',
    category: 'marketing_lite',
    type: 'regular',
    sent: 1,
    delivered: 0,
    cost: 0,
  } as const
  const failing = () =>
    undo.atomically(() => {
      metrics.countVolume('waba', 0, volume)
      throw new Error('no')
    })
  const sent = () => metrics.volumesOf('waba', 0, 1).flatMap(({ rows }) => [...rows].map((row) => row.sent))
  expect(failing).toThrow('no')
  expect(sent()).toEqual([])
  metrics.countVolume('waba', 0, volume)
  expect(failing).toThrow('no')
  expect(sent()).toEqual([1])
  metrics.countVolume('waba', 0, volume)
  expect(sent()).toEqual([2])
})
