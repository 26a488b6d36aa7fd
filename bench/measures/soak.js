import { at, toldBy } from '../processes.js'

const MB = 1024 * 1024

/** Heap before and after a hundred thousand calls of all kinds. */
export async function soak() {
  const { calls, before, after } = await toldBy(0, ['--expose-gc', at('./soak.js')])
  return {
    title: 'Soak',
    says: 'Sends, reads, refusals, happenings, worlds that come and go: the heap after what is kept is full, and after so many calls more.',
    columns: ['calls', 'before, MB', 'after, MB', 'after to before'],
    rows: [[String(calls), (before / MB).toFixed(1), (after / MB).toFixed(1), `${(after / before).toFixed(2)} ×`]],
  }
}
