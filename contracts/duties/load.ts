import { defineDuties } from '../duty.ts'

const page = 'throughput: Webhooks' as const

/** What a receiver owes to many webhooks at a time. */
export const loadDuties = defineDuties([
  {
    id: 'load-taken',
    title: 'Takes every webhook of a campaign at full speed',
    explains: 'A number sends up to 1000 messages a second, and each brings up to three statuses.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: ['signature-good', 'connection-reused'],
    steps: [{ send: 'load', owes: 'taken' }],
  },
  {
    id: 'load-median',
    title: 'Answers half of them within 250 ms',
    explains: 'Answer first, and work afterwards.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: ['signature-good', 'load-taken'],
    steps: [{ send: 'load', owes: 'median' }],
  },
  {
    id: 'load-tail',
    title: 'Answers 99 of 100 within a second',
    explains: 'Answer first, and work afterwards.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: ['signature-good', 'load-taken', 'load-median'],
    steps: [{ send: 'load', owes: 'tail' }],
  },
])
