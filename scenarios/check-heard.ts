import type { PlacedStep } from './check-step.ts'
import { collect, type Mistakes, throwMistakes } from './mistakes.ts'
import type { Scenario } from './read.ts'

/** A webhook that must come has a field that an app hears, or a step that subscribes one. @throws BrokenScenario */
export function checkHeard({ hears, steps }: Scenario): void {
  const heard = new Set(Object.values(hears).flat())
  const mistakes: Mistakes = []
  if (steps.some(subscribes)) return
  for (const step of steps) collect(mistakes, () => checkStep(step, heard))
  throwMistakes(mistakes)
}

/** Apps subscribe by a call of their own, or in a batch. */
const subscribes = ({ call = '' }: PlacedStep): boolean => /\/subscriptions\b|^POST \/$/.test(call)

function checkStep({ said, webhooks, refuse }: PlacedStep, heard: ReadonlySet<string>): void {
  const at = webhooks.findIndex(({ field, times }) => times !== 0 && !heard.has(field))
  const field = webhooks[at]?.field
  if (field === undefined) return
  const path = ['webhook', ...(Array.isArray(said.webhook) ? [at] : []), 'field']
  refuse(path, `no app hears ${field}; add it to hears`)
}
