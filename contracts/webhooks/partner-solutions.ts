import { solutionStates } from '../lifecycles/solution.ts'
import { nodeId } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const told = (event: string, statuses: readonly string[]) =>
  ({
    type: 'object',
    properties: { event: { const: event }, solution_id: nodeId, solution_status: { enum: statuses } },
    required: ['event', 'solution_id', 'solution_status'],
    additionalProperties: false,
  }) as const

/** What becomes of a Multi-Partner Solution; each partner hears it with its own business. */
export const partnerSolutions = defineWebhook({
  field: 'partner_solutions',
  events: {
    SOLUTION_CREATED: {
      cause: 'A Multi-Partner Solution was saved as a draft, or sent to a partner at once',
      entry: 'receiving business',
      value: told('SOLUTION_CREATED', ['DRAFT', 'INITIATED']),
      sources: ['partner-solutions-webhook'],
    },
    SOLUTION_UPDATED: {
      cause:
        'A draft was sent; a request was accepted or rejected; the end of a solution was asked for, granted, refused',
      entry: 'receiving business',
      value: told(
        'SOLUTION_UPDATED',
        Object.keys(solutionStates).filter((state) => state !== 'DRAFT'),
      ),
      sources: ['partner-solutions-webhook'],
    },
  },
  basis: 'documented',
  sources: ['partner-solutions-webhook', 'multi-partner-solutions'],
})
