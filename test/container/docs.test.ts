import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { need } from '../kit.ts'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const page = read('docs/ci.md')
const blocks = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => need(block))

test('ci.md has every input and output of the actions', () => {
  const { inputs, outputs } = parse(read('action.yml'))
  expect(Object.keys(inputs).filter((name) => !page.includes(`\n| \`${name}\` |`))).toEqual([])
  const finish = parse(read('action/finish/action.yml'))
  const names = [...Object.keys(outputs), ...Object.keys(finish.inputs), ...Object.keys(finish.outputs)]
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('its steps for GitHub are those of the example', () => {
  const [steps] = blocks('yaml').map((block) => parse(block))
  const { emulator } = parse(read('examples/ci/github.yml')).jobs
  const used = emulator.steps.map(({ uses }: { uses?: string }) => uses)
  for (const { uses } of steps) if (uses) expect(used).toContain(uses)
})

test('options of serve in its commands and snippets are those that there are', () => {
  const serve = read('emulator/cli/commands/serve.ts')
  const snippets = [
    ...blocks('js'),
    ...blocks('java'),
    ...blocks('sh').flatMap((block) => block.match(/mmgraph serve .*/g) ?? []),
  ]
  const options = snippets.flatMap((text) => text.match(/--[a-z][\w-]+/g) ?? [])
  expect(new Set(options).size).toBeGreaterThan(4)
  expect(options.filter((option) => !serve.includes(`'${option} <`))).toEqual([])
})

test('the control token and the port of compose.yaml are those that it tells', () => {
  const compose = read('compose.yaml')
  for (const [, name, value] of compose.matchAll(/\$\{(\w+):-([^}]+)\}/g)) {
    expect(page).toContain(`\`${name}\``)
    expect(page).toContain(need(value))
  }
})
