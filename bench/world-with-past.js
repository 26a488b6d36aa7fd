// The shipped world ready-to-send with marketing templates that were sent every day for 37 months.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const shipped = new URL('../fixtures/worlds/ready-to-send.json', import.meta.url)

/** The range of 37 months before the clock of the world. */
export const PAST = { since: '2023-02-02', until: '2026-03-01' }

/** Writes a world file and answers its path. */
export function worldWithPast(templates) {
  const { $schema: _, ...file } = JSON.parse(readFileSync(shipped, 'utf8'))
  const [, , { buttons }] = file.templates.template.components
  file.history = {}
  for (let n = 1; n <= templates; n += 1) {
    file.templates[`past_${n}`] = {
      account: 'waba',
      name: `past_campaign_${n}`,
      category: 'MARKETING',
      components: [
        { type: 'BODY', text: `Bread of the day number ${n} is out of the oven.` },
        { type: 'BUTTONS', buttons },
      ],
    }
    file.history[`past_${n}`] = {
      template: `past_${n}`,
      phone: 'phone',
      from: PAST.since,
      until: PAST.until,
      perDay: 500 + n,
      countries: { CA: 3, BR: 1 },
      clickRate: 8,
      quickReplyRate: 2,
      purchaseRate: 5,
      purchaseValue: 40,
    }
  }
  const path = join(mkdtempSync(join(tmpdir(), 'mmgraph-')), 'with-past.json')
  writeFileSync(path, JSON.stringify(file))
  return path
}
