import { at, toldBy } from '../processes.js'

/** The last of a million sends against the first thousands, what a kept message weighs, and Insights over them. */
export async function growth() {
  const { sent, early, late, kept, bytesEach, insights } = await toldBy(0, ['--expose-gc', at('./growth.js')])
  return {
    title: 'Growth',
    says:
      `In one process, without HTTP: a send after ${sent} sends against one after the first thousands; Insights of one template over 37 months by ` +
      `day, in a world with ${sent} messages against one with ten thousand. ${kept} messages are kept, at ${bytesEach} bytes each with all there is of them.`,
    columns: ['what', 'few', 'many', 'many to few'],
    rows: [
      ['a send', `${early.toFixed(0)} µs`, `${late.toFixed(0)} µs`, `${(late / early).toFixed(2)} ×`],
      [
        'Insights',
        `${insights.few.toFixed(1)} ms`,
        `${insights.many.toFixed(1)} ms`,
        `${(insights.many / insights.few).toFixed(2)} ×`,
      ],
    ],
  }
}
