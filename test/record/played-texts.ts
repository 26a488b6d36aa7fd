import { inProcess } from '../../emulator/cli/in-process.ts'
import { readJournal } from '../../emulator/journal/read.ts'
import { play } from '../../scenarios/play.ts'
import { readScenario } from '../../scenarios/read.ts'
import type { Written } from './tester.ts'

/** The texts that were sent when a recording is played: by customers, and by calls. */
export async function playedTexts({ text }: Pick<Written, 'text'>): Promise<string[]> {
  const { target, close } = inProcess()
  try {
    const files = { read: () => text, resolve: (_: string, path: string) => path }
    const { journal = '' } = await play(readScenario('it.yaml', files), 'played', target, 'all')
    return readJournal('played', journal).rows.flatMap((row) => {
      if ('happens' in row) return [(row.with.text as { body: string }).body]
      const sent = 'call' in row && row.call.body && 'text' in row.call.body ? JSON.parse(row.call.body.text) : {}
      return sent.text ? [sent.text.body] : []
    })
  } finally {
    close()
  }
}
