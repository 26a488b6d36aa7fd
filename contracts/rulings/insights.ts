import type { Ruling } from '../ruling.ts'

/** Contradictions about metrics. */
export const insightsRulings = {
  'insights-regions': {
    question:
      'Does Insights count messages to Europe and Japan, and taps on links in Argentina, South Korea and Turkey?',
    sides: {
      'left-out': {
        says: 'Messages sent, delivered and read leave out Europe and Japan, taps on links three countries more; what is spent counts all',
        sources: ['insights-regions', 'insights-reference: marketing_messages_delivery_rate'],
      },
      counted: { says: 'Every message counts, wherever it went', sources: ['view-metrics'] },
    },
    chosen: 'left-out',
    why: 'The reference says of the delivery rate that Europe and Japan are not in it; the guide says nothing of regions, and that is no contradiction of it.',
  },
} as const satisfies Record<string, Ruling>
