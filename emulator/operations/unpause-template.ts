import { unpauseTemplate as contract } from '../../contracts/operations/unpause-template.ts'
import { done, implement } from '../implement.ts'
import { endPause } from '../model/template-quality.ts'

// A client reads success and reason of the answer, so a pause that cannot be ended is told there (the words are assumed).
export const unpauseTemplate = implement(contract, (call) => {
  const { node } = call
  if (node.status !== 'PAUSED') return { success: false, reason: `The template is ${node.status}, not PAUSED.` }
  endPause(call, node)
  return done
})
