import { test } from 'vitest'
import { play } from './stage.ts'
test('x', async () => {
  const t = performance.now()
  const { findings, error, calls } = await play()
  console.log(performance.now() - t, calls.length, error, [...new Set(calls)].join('\n'))
  console.log(findings.map((f) => `${f.severity} ${f.rule} ${f.where} ${f.problem} ${f.exchanges}`))
})
