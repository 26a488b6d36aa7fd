import { describe, expect, test } from 'vitest'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { play } from '../../scenarios/play.ts'
import { readScenario, type Scenario } from '../../scenarios/read.ts'
import type { Played } from '../../scenarios/result.ts'

/** A scenario of steps, as YAML. */
const scenarioOf = (...steps: string[]): Scenario =>
  readScenario('x.yaml', {
    read: () => ['title: X', 'world: ready-to-send', 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n'),
    resolve: (_, path) => path,
  })

async function played(...steps: string[]): Promise<Played['steps'][number]['outcome'][]> {
  const { target, close } = inProcess()
  const { steps: done } = await play(scenarioOf(...steps), 'x', target)
  close()
  return done.map(({ outcome }) => outcome)
}

describe('the control API', () => {
  test('tells of the world of the scenario', async () => {
    expect(await played("{ call: 'GET /_mmgraph/clock' }")).toMatchObject([
      { status: 'ok', reply: { body: { iso: '2026-03-02T09:00:00.000Z', running: false } } },
    ])
  })

  test.each(['POST', 'DELETE'])('is not called with %s', (method) => {
    expect(() => scenarioOf(`{ call: '${method} /_mmgraph/reset' }`)).toThrow(
      'x.yaml:4:13: of the control API only GET is a call; happens, wait and fault are what changes a world',
    )
  })
})
