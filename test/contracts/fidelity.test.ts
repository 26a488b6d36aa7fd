import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { facts, fidelityPage } from '../../emulator/fidelity.ts'

test.each(Object.entries(facts))('%s that are assumed say why', (_, all) => {
  expect(all.filter(({ basis, assumes }) => basis === 'assumed' && !assumes).map(({ name }) => name)).toEqual([])
})

test('docs/fidelity.md is what the registries say', () => {
  expect(readFileSync(new URL('../../docs/fidelity.md', import.meta.url), 'utf8')).toBe(fidelityPage())
})
