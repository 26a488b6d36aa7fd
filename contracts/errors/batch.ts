import type { ErrorDefinition } from './definition.ts'

/** The batch as a whole; its parts have errors of their own. */
export const batchErrors = {
  batch_too_large: {
    status: 400,
    type: 'GraphBatchException',
    message: 'Too many requests in batch message. Maximum batch size is 50',
    basis: 'observed',
    sources: ['capture-batch-too-large'],
    assumes: 'HTTP 400: one fixture has it with 200. The capture has no code.',
  },
  batch_dependency_unknown: {
    status: 400,
    type: 'GraphBatchException',
    message:
      'Request <at> cannot depend on an  unresolved request with  name <name>. Requests can only depend on preceding requests',
    basis: 'observed',
    sources: ['capture-batch-dependency: the double spaces are real'],
  },
  batch_invalid: {
    status: 400,
    type: 'GraphBatchException',
    message: 'Invalid batch: <problem>',
    basis: 'assumed',
    sources: ['graph-batch'],
    assumes: 'What Graph says of a batch that is no list of requests was not found.',
  },
} as const satisfies Record<string, ErrorDefinition>
