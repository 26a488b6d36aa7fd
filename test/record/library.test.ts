import { test } from 'vitest'
import { writeFileSync, mkdirSync } from 'node:fs'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { library } from '../../emulator/cli/library.ts'
import { filesFrom } from '../../emulator/cli/scenario-files.ts'
import { recordingOf } from '../../emulator/cli/recording.ts'
import { readJournal } from '../../emulator/journal/read.ts'
import { playAll } from '../../scenarios/play-all.ts'
import { yamlOf } from '../../scenarios/record/yaml.ts'

test('tmp', { timeout: 300_000 }, async () => {
  const files = library().map(({ file }) => file).filter((f) => f.includes(process.env.ONLY ?? ''))
  const played = await playAll({ files, from: filesFrom, stage: inProcess, variables: {}, jobs: 4, journals: 'all', told: () => undefined })
  mkdirSync('/tmp/rec', { recursive: true })
  const out: string[] = []
  let ms = 0
  for (const { scenario, journal } of played) {
    const began = performance.now()
    try {
      const made = await recordingOf(readJournal(scenario.file, journal ?? ''), { title: `Recorded: ${scenario.title}`, worldFile: 'x.world.json' })
      writeFileSync(`/tmp/rec/${scenario.file.replaceAll('/', '_')}`, yamlOf(made.file))
      if (made.failure) out.push(`FAIL ${scenario.file}: ${made.failure}`)
      else if (made.loosened.length) out.push(`LOOSE ${scenario.file}: ${made.loosened.join(' | ')}`)
      if (process.env.NOTES && made.notes.length) out.push(`NOTE ${scenario.file}: ${made.notes.join(' | ')}`)
    } catch (e) { out.push(`THROW ${scenario.file}: ${(e as Error).stack?.slice(0, 600)}`) }
    ms += performance.now() - began
  }
  writeFileSync('/tmp/rec.out', `${out.join('\n')}\n${ms}\n`)
})
