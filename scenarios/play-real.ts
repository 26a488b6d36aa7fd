import type { PlacedStep } from './check-step.ts'
import type { Calling } from './play.ts'
import { playCall } from './play-call.ts'
import type { Scenario } from './read.ts'
import type { RealGraph } from './real-graph.ts'
import { redacted } from './redact.ts'
import { AFTER_FAILURE, type Outcome, type Played, type PlayedStep, played } from './result.ts'
import { CannotPlay } from './stage.ts'
import { whyNot } from './why-not.ts'

/**
 * Plays what can be played of a scenario on real Graph: calls, and those that change data only where that is allowed. All
 * else is skipped by name. Nothing of the world that the scenario describes is made there.
 */
export async function playReal(scenario: Scenario, graph: RealGraph): Promise<Played> {
  const { names, tokens, secrets } = graph
  const stage: Calling['stage'] = {
    world: { id: '', names, people: {}, tokens, secrets },
    graph: (path, init) => graph.fetch(`${graph.url}${path}`, { ...init, redirect: 'manual' }),
  }
  const calling = {
    stage,
    remarks: [],
    words: new Map<string, unknown>([...Object.entries(names), ...Object.entries(scenario.variables)]),
  }
  const steps: PlayedStep[] = []
  let isOver = false
  try {
    for (const step of scenario.steps) {
      const outcome: Outcome = isOver ? AFTER_FAILURE : await playStep(step, calling, graph)
      isOver ||= outcome.status === 'FAIL'
      steps.push(played(step, outcome))
    }
  } catch (error) {
    if (!(error instanceof CannotPlay)) throw error
    return { scenario, steps: [], broken: error.message }
  }
  return { scenario, steps }
}

async function playStep(step: PlacedStep, calling: Calling, graph: RealGraph): Promise<Outcome> {
  const why = whyNot(step, calling.words, graph)
  return redacted(why ? { status: 'skip', why } : await playCall(step, calling), graph)
}
